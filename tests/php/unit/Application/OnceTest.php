<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application;

use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\Wait;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Tests\Unit\Application\Fakes\FakeAccount;
use OrderInvoicer\Tests\Unit\Application\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\Application\Fakes\World;
use PHPUnit\Framework\TestCase;

final class OnceTest extends TestCase {

	/** A customer takes up to eight requests, each of which may wait half a minute for its answer. */
	public function test_whoever_makes_a_record_slowly_is_not_overtaken(): void {
		$world = new World();
		$once  = new Once( new FakeAccount( $world->sellsy ), $world->links, $world->clock, new FakeRandomness() );
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
			} catch ( Wait ) {
				return $make();
			}
		};
		self::assertSame( 1, $once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $slow )['id'] ?? 0 );
		self::assertSame( 1, $once->make( 'customer', 'C5', ProblemCode::WaitsForCustomer, $make )['id'] ?? 0 );
	}
}
