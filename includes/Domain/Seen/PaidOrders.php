<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;

/** Orders of the shop that become paid because Sellsy says so. */
interface PaidOrders {

	/** It waits for its payment, accepted or not: not one that is paid, cancelled, refunded or gone. */
	public function awaits_payment( int $order_id ): bool;

	/**
	 * It comes into this status by a step of its proforma, with a private note. One that became something else
	 * meanwhile stays as it is. In a paid status it counts as accepted, not as paid.
	 *
	 * @param string $number of the proforma.
	 * @return bool false: the status is gone, or WooCommerce or other code of the site prevents it.
	 */
	public function move( int $order_id, string $status, DocumentKind $kind, string $number ): bool;

	/**
	 * Of before accepted orders were told from paid ones: its payment is dated between these moments, no gateway has
	 * reported it, and it does not count as accepted yet.
	 */
	public function is_doubtful( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): bool;

	/** A doubtful one counts as accepted from now on; any other stays as it is. */
	public function doubt( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): void;

	/**
	 * A person says that the money of an accepted order is there, and a private note does too.
	 *
	 * @return bool false: it waits for none (any more).
	 */
	public function believe( int $order_id, \DateTimeImmutable $paid_at ): bool;

	/**
	 * It becomes paid, as if its payment had come through the gateway, with a private note. One that became something
	 * else meanwhile stays as it is.
	 *
	 * @return bool false: WooCommerce or other code of the site prevents it.
	 */
	public function pay( int $order_id, \DateTimeImmutable $paid_at, RemoteDocument $document ): bool;
}
