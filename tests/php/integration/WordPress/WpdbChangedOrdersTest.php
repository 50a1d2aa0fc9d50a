<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\FollowUps\SavedOrder;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Counts\WpdbChangedOrders;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** Orders are looked at in the sequence in which something was done of them. */
final class WpdbChangedOrdersTest extends IntegrationTestCase {

	private WpdbLedger $ledger;
	private EditsSeen $edits;
	private WpdbChangedOrders $orders;

	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_sync" );
		delete_option( WpdbChangedOrders::OPTION );
		delete_option( EditsSeen::OPTION );
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$this->ledger = $adapters->ledger();
		$this->edits  = $adapters->edits_seen();
		$this->orders = $adapters->changed_orders();
	}

	public function test_each_row_is_seen_once_though_several_share_a_second(): void {
		foreach ( [ 71, 72, 71, 73, 74 ] as $at => $order ) {
			$this->changed( $order, $at < 4 ? '2026-03-02 10:00:00' : '2026-03-02 10:00:01' );
		}
		self::assertSame( [ [ 71, 72 ], [ 73, 74 ], [] ], [ $this->page( 3 ), $this->page( 3 ), $this->page( 3 ) ] );

		$this->changed( 75, '2026-03-02 10:05:00' );
		self::assertSame( [], $this->page( 3 ), 'That second is not over.' );
	}

	public function test_what_was_done_before_an_update_is_not_looked_at(): void {
		$this->changed( 71, '2026-03-02 09:00:00' );
		$this->changed( 72, '2026-03-02 10:00:00' );
		$seen = new \DateTimeImmutable( '2026-03-02 09:30:00', new \DateTimeZone( 'UTC' ) );
		$this->edits->keep( new SavedOrder( $seen, 5 ), $seen );

		self::assertSame( [ 72 ], $this->page( 3 ) );
	}

	public function test_a_clock_that_went_back_hides_nothing(): void {
		$this->changed( 71, '2026-03-02 10:00:00' );
		$this->orders->keep( strtotime( '2026-03-02 12:00:00 UTC' ) . '.900' );
		self::assertSame( [ 71 ], $this->page( 3 ) );
		self::assertSame( [], $this->page( 3 ) );
	}

	private function changed( int $order_id, string $at ): void {
		static $part = 0;
		$key = new TaskKey( order_id: $order_id, effect: Effect::RecordPayment, part: (string) ++$part );
		$id  = $this->ledger->open( $key, new \DateTimeImmutable( $at ) );
		$GLOBALS['wpdb']->update(
			"{$GLOBALS['wpdb']->prefix}orderinvoicer_sync",
			[ 'updated_at' => $at ],
			[ 'id' => $id ]
		);
	}

	/** @return list<int> */
	private function page( int $limit ): array {
		$until               = new \DateTimeImmutable( '2026-03-02 10:01:00', new \DateTimeZone( 'UTC' ) );
		[ $found, $position ] = $this->orders->next( $until, $limit );
		$this->orders->keep( $position );
		return $found;
	}
}
