<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\SameOrder;

defined( 'ABSPATH' ) || exit;

/** The marks in the rows of the ledger. */
interface OrderMarks {

	/** Rows of the order with a document, of which none is known, get this one. */
	public function fill( int $order_id, string $mark ): void;

	/**
	 * Rows of the order without a mark of this key, and what the report knows of them, are another order's from now on.
	 */
	public function part( int $order_id, int $former_id, string $key_hash ): void;
}
