<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\WooCommerce\Order\OrderBatch;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** WooCommerce's orders for the rows of a page, read together. */
final class HistoryOrders {

	public function __construct( private readonly OrderBatch $batch = new OrderBatch() ) {}

	/**
	 * @param array<HistoryRow> $rows
	 * @return array<int, \WC_Order> by id; without those that are gone.
	 */
	public function of( array $rows ): array {
		return $this->read( array_map( static fn ( HistoryRow $row ): int => $row->task->key->order_id, $rows ) );
	}

	/**
	 * @param array<int> $ids
	 * @return array<int, \WC_Order> by id; without those that are gone.
	 */
	public function read( array $ids ): array {
		$ids    = array_values( array_unique( $ids ) );
		$orders = $ids === [] ? [] : CheckedRead::read( fn (): array => $this->batch->read( $ids ) );
		return array_filter(
			$orders,
			static fn ( \WC_Order $order ): bool => $order->get_status( 'edit' ) !== 'trash'
		);
	}

	/** Who bought, as a person; the company where it has no person's name. */
	public static function name( \WC_Order $order ): string {
		$name = trim( "{$order->get_billing_first_name( 'edit' )} {$order->get_billing_last_name( 'edit' )}" );
		return $name === '' ? $order->get_billing_company( 'edit' ) : $name;
	}
}
