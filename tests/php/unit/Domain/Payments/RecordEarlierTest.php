<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Payments\RecordEarlier;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Many payments of before; what comes of each is in the money table. */
final class RecordEarlierTest extends TestCase {

	private World $world;
	private RecordEarlier $earlier;

	protected function setUp(): void {
		$method      = [
			'gateway'   => 'stripe',
			'method_id' => 4,
		];
		$this->world = new World( finalise: true );
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => false,
					'methods' => [ $method ],
				],
			]
		);
		for ( $id = 1; $id <= 30; $id++ ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 1500 );
		$this->world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		$this->earlier = $this->world->engine->payments()->record_earlier;
		self::assertCount( 30, $this->earlier->offered() );
	}

	public function test_an_order_of_today_does_not_wait_for_them(): void {
		$this->take_up();
		$this->world->order( 100 );
		$this->world->fire( 100 );
		$first = $this->world->ledger->due( $this->world->clock->now(), 1 )[0] ?? 0;
		self::assertSame( 100, $this->world->ledger->find( $first )?->key->order_id );
		$this->world->pass_time( 10 );
		self::assertSame( 31, $this->world->sellsy->count( 'create_payment' ) );
		self::assertSame( [], $this->earlier->offered() );
	}

	private function take_up(): void {
		$this->earlier->record( RecordEarlier::mark( $this->earlier->offered() ) );
	}
}
