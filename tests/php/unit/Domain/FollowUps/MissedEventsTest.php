<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Orders that changed while none of our hooks was heard: the five-minute pass opens what they would have. */
final class MissedEventsTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->pass_time( 1 );
	}

	public function test_the_invoice_is_made_once(): void {
		$this->world->order( 1 );
		$this->saved();
		$this->saved();

		self::assertSame( [ 'done', 1 ], [ $this->state(), $this->world->sellsy->count( 'create' ) ] );
	}

	public function test_a_kind_that_was_missed_is_made_beside_the_others(): void {
		$this->world->shop->settings = ( new SettingsArray() )->merged(
			$this->world->shop->settings,
			[
				'order' => [
					'enabled' => true,
					'trigger' => Trigger::CONFIRMED,
				],
			]
		);
		$this->world->order( 1 );
		$this->world->sync_order->now( 1 );
		$this->saved();

		self::assertSame( [ 'done', 'done' ], [ $this->state(), $this->state( Effect::CreateOrder ) ] );
	}

	public function test_what_was_left_out_because_the_order_moved_back_is_made_when_it_comes_back(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->order( 1, status: 'cancelled' );
		$this->world->pass_time( 5 );
		$this->saved();
		self::assertSame( 'skipped', $this->state() );

		$this->world->order( 1 );
		$this->saved();
		self::assertSame( 'done', $this->state() );
	}

	public function test_what_was_left_out_for_another_reason_stays_left_out(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$this->world->pass_time( 5 );
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => true ] ] );
		$this->saved();
		self::assertSame( 'skipped', $this->state() );
	}

	/** It is said in the log, and tried again until it can be read. */
	public function test_an_order_that_cannot_be_read_holds_up_no_other(): void {
		foreach ( [ 1, 2 ] as $id ) {
			$this->world->order( $id );
			$this->world->shop->changed[ $id ] = $this->world->clock->now();
		}
		$this->world->shop->refused = [ 1 ];
		$this->world->pass_time( 2 );
		self::assertSame( [ null, 'done' ], [ $this->state(), $this->state( id: 2 ) ] );
		self::assertStringContainsString( '"order_id":1,', implode( $this->world->shop->errors ) );

		$this->world->shop->refused = [];
		$this->world->pass_time( 10 );
		self::assertSame( [ 'done', 2 ], [ $this->state(), $this->world->sellsy->count( 'create' ) ] );
	}

	public function test_an_order_that_could_not_be_read_once_may_fail_again(): void {
		foreach ( [ 'pending', 'processing' ] as $status ) {
			$this->world->order( 1, status: $status );
			$this->world->shop->refused = [ 1 ];
			$this->saved();
			$this->world->shop->refused = [];
			$this->world->pass_time( 60 );
		}
		self::assertSame( 'done', $this->state() );
	}

	/** @dataProvider orders_of_no_concern */
	public function test_nothing_is_opened_for( \Closure $because ): void {
		$this->world->order( 1 );
		$because( $this->world );
		$this->saved();

		self::assertNull( $this->state() );
	}

	/** @return iterable<string, array{\Closure(World): mixed}> */
	public static function orders_of_no_concern(): iterable {
		yield 'an order that does not call for it' => [
			static fn ( World $world ) => $world->order( 1, status: 'pending' ),
		];
		yield 'a kind that is switched off' => [
			static fn ( World $world ) => $world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] ),
		];
		yield 'an order of before the start date' => [
			static fn ( World $world ) => $world->change_settings( [ 'invoice' => [ 'start_date' => '2099-01-01' ] ] ),
		];
		yield 'an order that another tool has invoiced' => [
			static function ( World $world ): void {
				$world->shop->urls[1] = 'https://elsewhere.example.com/1';
			},
		];
		yield 'an order that a filter keeps from us' => [
			static function ( World $world ): void {
				$world->shop->not_followed = [ 1 ];
			},
		];
		yield 'an order that is gone' => [
			static function ( World $world ): void {
				$world->shop->orders = [];
			},
		];
	}

	private function saved(): void {
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->pass_time( 10 );
	}

	private function state( Effect $effect = Effect::CreateInvoice, int $id = 1 ): ?string {
		return $this->world->ledger->find_by_key( new TaskKey( $id, $effect ) )?->state->value;
	}
}
