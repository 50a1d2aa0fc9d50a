<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Backup;

use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The database stands on a test site for a while, and is then pushed over the shop. */
final class PushedOverTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
		$this->world->pass_time( 1 );
	}

	/** @return iterable<string, array{int, bool}> minutes on the copy; whether its owner had said that it is one. */
	public static function ages(): iterable {
		yield 'five minutes' => [ 5, false ];
		yield 'an hour' => [ 60, false ];
		yield 'a day, and its owner had said so' => [ 1440, true ];
	}

	#[DataProvider( 'ages' )]
	public function test_what_was_entered_there_asks_once_and_all_together( int $minutes, bool $said ): void {
		$this->copied( $said );
		$this->placed( 1 );
		$this->placed( 2 );
		$this->world->pass_time( 2 );
		$this->world->clock->advance( 60 * $minutes );
		$this->pushed();
		$this->world->pass_time( 10 );
		self::assertSame( [ 'attention opened_elsewhere', 'attention opened_elsewhere' ], $this->rows( 1, 2 ) );
		self::assertSame( [], $this->world->sellsy->documents );

		$this->placed( 3 );
		$this->world->pass_time( 10 );
		self::assertSame( [ 'done' ], $this->rows( 3 ), 'An order of the shop itself.' );

		$this->world->retry->retry_all();
		$this->world->pass_time( 10 );
		self::assertSame( [ 'done', 'done' ], $this->rows( 1, 2 ), 'Asked once.' );
		self::assertCount( 3, $this->world->sellsy->documents );
	}

	public function test_an_order_placed_there_that_only_the_pass_finds_asks_too(): void {
		$this->copied( false );
		$this->world->pass_time( 2 );
		$this->world->order( 1 );
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->clock->advance( 3600 );
		$this->pushed();
		$this->world->shop->changed[1] = $this->world->clock->now()->modify( '+10 seconds' );
		$this->world->pass_time( 10 );
		self::assertSame( [ 'attention opened_elsewhere' ], $this->rows( 1 ) );
		self::assertSame( [], $this->world->sellsy->documents );
	}

	public function test_what_waited_since_the_last_sign_of_life_asks_too(): void {
		$this->placed( 1 );
		$this->world->clock->advance( 30 );
		$this->world->sellsy->documents = [];
		$this->copied( false );
		$this->world->clock->advance( 60 );
		$this->world->pass_time( 2 );
		$this->pushed();
		$this->world->pass_time( 10 );
		self::assertSame( [ 'attention opened_elsewhere' ], $this->rows( 1 ), 'Younger than the last sign of life.' );
	}

	/** The shop moved: the person who says so wants what came meanwhile. */
	public function test_a_shop_that_moved_is_not_asked(): void {
		$this->copied( false );
		$this->placed( 1 );
		$this->world->pass_time( 2 );
		$this->world->shop->remember( 'copy.example.com', 'account-1', $this->world->clock->now() );
		$this->world->pauses->end( \OrderInvoicer\Domain\Failures\ProblemCode::CopiedSite );
		$this->world->pass_time( 10 );
		self::assertSame( [ 'done' ], $this->rows( 1 ) );
	}

	/** @return iterable<string, array{int, bool}> minutes between the shop's passes; whether runners come by it too. */
	public static function second_addresses(): iterable {
		foreach ( [ 1, 5, 60 ] as $minutes ) {
			yield "an order, after $minutes minutes" => [ $minutes, false ];
			yield "a runner, after $minutes minutes" => [ $minutes, true ];
		}
	}

	/** A domain for each language, or a home address that is the visitor's: a checkout comes by it. */
	#[DataProvider( 'second_addresses' )]
	public function test_a_second_address_of_the_shop_stops_nothing( int $minutes, bool $has_runners ): void {
		$this->world->shop->database = $this->world->shop->home;
		$this->placed( 1 );
		$this->world->clock->advance( 30 * $minutes );
		$this->world->shop->address = 'shop.example.de';
		$this->placed( 2 );
		if ( $has_runners ) {
			$this->world->clock->advance( 30 * $minutes );
			$this->world->sweep->run();
			self::assertSame( [], $this->world->sellsy->documents, 'By it nothing is worked.' );
			$is_paused = $this->world->pauses->current() !== null;
			self::assertSame( $minutes > 10, $is_paused, 'Only where the shop itself sleeps.' );
		}
		$this->pushed();
		$this->world->pass_time( 5 );

		self::assertSame( [ 'done', 'done' ], $this->rows( 1, 2 ) );
		self::assertNull( $this->world->pauses->current() );
	}

	/** Its database has another name, or stands on another server. */
	public function test_a_shop_that_moved_to_another_server_has_its_second_address_there(): void {
		$this->world->shop->database = 'other';
		$this->world->clock->advance( 86400 );
		$this->world->pass_time( 1 );
		$this->world->shop->address = 'shop.example.de';
		$this->placed( 1 );
		$this->pushed();
		$this->world->pass_time( 5 );

		self::assertSame( [ 'done' ], $this->rows( 1 ) );
	}

	private function copied( bool $said ): void {
		$this->world->shop->address = 'copy.example.com';
		$this->world->clock->advance( 60 );
		$this->world->sweep->run();
		if ( $said ) {
			$this->world->engine->site_guard()->stay_frozen();
		}
	}

	private function pushed(): void {
		$this->world->shop->address = 'shop.example.com';
	}

	private function placed( int $id ): void {
		$this->world->order( $id );
		$this->world->fire( $id, OrderEvent::STATUS );
	}

	/** @return list<string> of the order's invoices. */
	private function rows( int ...$orders ): array {
		return array_map(
			fn ( int $id ): string => implode(
				', ',
				array_map(
					static fn ( Task $task ): string =>
						trim( $task->state->value . ' ' . ( $task->problem->code->value ?? '' ) ),
					array_filter(
						$this->world->ledger->for_order( $id ),
						static fn ( Task $task ): bool => $task->key->effect->creates() !== null
					)
				)
			),
			array_values( $orders )
		);
	}
}
