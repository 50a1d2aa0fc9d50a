<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\SameOrder\TellApart;

/**
 * An order by its number, with its screen; one that is gone keeps its id.
 *
 * @phpstan-type OrderRefAnswer array{
 *     id: int,
 *     number: string,
 *     edit_url: string,
 * }
 */
final class OrderView {

	/** Null for one that is gone. */
	public function read( int $id ): ?\WC_Order {
		$order = wc_get_order( $id );
		return $order instanceof \WC_Order ? $order : null;
	}

	/** @return OrderRefAnswer */
	public function view( int $id, ?\WC_Order $order ): array {
		return [
			'id'       => $id,
			'number'   => $order === null ? (string) ( $id % TellApart::FORMER ) : (string) $order->get_order_number(),
			'edit_url' => $order === null ? '' : $order->get_edit_order_url(),
		];
	}
}
