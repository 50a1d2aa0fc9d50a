<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Tests\SnapshotArray;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Every recording comes out of the stand-in as the snapshot that the real WooCommerce gave. */
#[Group( 'standin' )]
final class StandinTest extends IntegrationTestCase {

	private const RECORDINGS = __DIR__ . '/../../../fixtures/orders';

	/** Ids are the shop's own; an order is made now; a deleted product leaves no id behind that means anything. */
	private const OWN = [ 'id', 'number', 'created_at' ];

	#[DataProvider( 'recordings' )]
	public function test_a_recording_is_replayed( string $name ): void {
		$recorded = json_decode(
			(string) file_get_contents( self::RECORDINGS . "/$name.json" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		)['snapshot'];

		$order  = ( new \Standin_Recordings() )->place( $name );
		$orders = new WooOrders(
			new OrderSnapshotFactory(
				new OrderLines(),
				new BuyerNumbers(),
				new OrderPayments( new PartPayments() ),
				new OrderShipments( new Parcels(), new SubscriptionPeriod() )
			),
			new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ),
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) )
		);

		$snapshot = $orders->snapshot( $order->get_id() );
		self::assertNotNull( $snapshot );
		self::assertSame( $this->comparable( $recorded ), $this->comparable( SnapshotArray::to_array( $snapshot ) ) );
	}

	#[DataProvider( 'recordings' )]
	public function test_its_refunds_come_with_their_items( string $name ): void {
		$recorded = json_decode(
			(string) file_get_contents( self::RECORDINGS . "/$name.json" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		)['refunds'];
		$order    = ( new \Standin_Recordings() )->place( $name );
		foreach ( $recorded as $refund ) {
			wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => $refund['amount'],
					'reason'   => $refund['reason'],
				]
			);
		}

		self::assertEquals(
			array_map(
				static fn ( array $refund ): array =>
					[ $refund['reason'], $refund['order']['total'], array_column( $refund['items'], 'meta', 'name' ) ],
				$recorded
			),
			array_map(
				static fn ( \WC_Order_Refund $refund ): array => [
					$refund->get_reason(),
					$refund->get_total(),
					array_column( $refund->standin_state()['items'], 'meta', 'name' ),
				],
				array_reverse( $order->get_refunds() )
			)
		);
	}

	/** @return iterable<string, array{string}> */
	public static function recordings(): iterable {
		foreach ( (array) glob( self::RECORDINGS . '/*.json' ) as $file ) {
			yield basename( (string) $file, '.json' ) => [ basename( (string) $file, '.json' ) ];
		}
	}

	/**
	 * @param array<string, mixed> $snapshot
	 * @return array<string, mixed>
	 */
	private function comparable( array $snapshot ): array {
		foreach ( $snapshot['lines'] as $place => $line ) {
			unset( $snapshot['lines'][ $place ]['id'], $snapshot['lines'][ $place ]['product_id'] );
		}
		return array_diff_key( $snapshot, array_flip( self::OWN ) );
	}
}
