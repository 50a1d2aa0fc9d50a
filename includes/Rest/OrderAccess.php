<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** Who may act on an order: as on its own screen, whoever may edit orders and this very order. */
final class OrderAccess {

	public function __construct( private readonly Ledger $ledger ) {}

	/** @return true|\WP_Error */
	public function to_order( int $order_id ): bool|\WP_Error {
		if ( ! current_user_can( 'edit_shop_orders' ) ) {
			return Refusal::forbidden();
		}
		if ( ! CheckedRead::read( static fn (): mixed => wc_get_order( $order_id ) ) instanceof \WC_Order ) {
			return Refusal::not_found();
		}
		return current_user_can( 'edit_shop_order', $order_id ) ? true : Refusal::forbidden();
	}

	/** @return true|\WP_Error */
	public function to_task( int $task_id ): bool|\WP_Error {
		return $this->to_order( $this->ledger->find( $task_id )->key->order_id ?? 0 );
	}
}
