<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\RemoteIds;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * @assumes search-lag
 */
final class OnceTest extends TestCase {

	/** The claim lapsed while it searched, and somebody else holds it now. */
	public function test_whoever_lost_the_claim_creates_nothing(): void {
		$world = new World();
		$once  = $world->engine->remote_ids();
		$made  = [];
		$slow  = static function ( Creation $creation ) use ( $world, &$made ): array {
			$world->clock->advance( 5 * 60 + 1 );
			$now = $world->clock->now();
			self::assertTrue(
				$world->links->claim(
					$world->sellsy->account,
					'customer',
					'C5',
					'another',
					$now,
					$now->modify( '+5 minutes' )
				)
			);
			$creation->run(
				static function () use ( &$made ): void {
					$made[] = 'twice';
				}
			);
			return [
				'type' => 'company',
				'id'   => 1,
			];
		};
		try {
			$once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $slow );
			self::fail( 'It went on.' );
		} catch ( RetryLater $wait ) {
			self::assertSame( [ ProblemCode::WaitsForCustomer, [] ], [ $wait->problem->code, $made ] );
		}
	}

	public function test_of_many_those_that_are_known_are_told_at_once(): void {
		$once = ( new World() )->engine->remote_ids();
		$once->remember( 'item', 'A', 'product', 7, 'reference' );
		$once->remember( 'item', 'B', 'service', 8 );
		$once->remember( 'customer', 'C', 'company', 9 );
		self::assertSame( [], $once->known_all( 'item', [] ) );
		self::assertSame(
			[
				'A' => [
					'type'   => 'product',
					'id'     => 7,
					'origin' => 'reference',
				],
			],
			$once->known_all( 'item', [ 'A', 'C' ] )
		);
	}

	/**
	 * What was found in the end, and is remembered elsewhere, leaves no question behind: the next creation need not
	 * wait.
	 */
	public function test_what_was_found_is_no_longer_in_doubt(): void {
		$world = new World();
		$once  = $world->engine->remote_ids();
		$make  = static fn ( \Closure $work ): ?array =>
			$once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $work );
		try {
			$make(
				static fn ( Creation $creation ): array =>
					$creation->run( static fn () => throw new RemoteFailure( FailureKind::OutcomeUnknown, 0 ) )
			);
		} catch ( RemoteFailure ) {
			self::assertNotNull( $world->links->sent( $world->sellsy->account, 'customer', 'C5' ) );
		}
		self::assertNull( $make( static fn ( Creation $creation ): ?array => null ) );

		$next = [
			'type' => 'company',
			'id'   => 2,
		];
		self::assertSame(
			$next,
			$make( static fn ( Creation $creation ): array => $creation->run( static fn (): array => $next ) )
		);
	}

	/** A customer takes up to eight requests, each of which may wait half a minute for its answer. */
	public function test_whoever_makes_a_record_slowly_is_not_overtaken(): void {
		$world = new World();
		$once  = $world->engine->remote_ids();
		$made  = 0;
		$make  = static function () use ( &$made ): array {
			return [
				'type' => 'company',
				'id'   => ++$made,
			];
		};
		$slow  = static function () use ( $world, $once, $make ): array {
			$world->clock->advance( 8 * 30 );
			try {
				$once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $make );
				self::fail( 'Made twice.' );
			} catch ( RetryLater ) {
				return $make();
			}
		};
		self::assertSame( 1, $once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $slow )['id'] ?? 0 );
		self::assertSame( 1, $once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $make )['id'] ?? 0 );
	}
}
