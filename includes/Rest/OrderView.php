<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/** An order by its number, with its screen; one that is gone keeps its id. */
final class OrderView {

	/** @return array{id: int, number: string, edit_url: string} */
	public function of( int $id ): array {
		$order = wc_get_order( $id );
		return [
			'id'       => $id,
			'number'   => $order instanceof \WC_Order ? (string) $order->get_order_number() : (string) $id,
			'edit_url' => $order instanceof \WC_Order ? $order->get_edit_order_url() : '',
		];
	}
}
