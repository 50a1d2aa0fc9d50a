<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;

/** Orders of the shop that become paid because Sellsy says so. */
interface PaidOrders {

	/** It waits for its payment: not one that is paid, cancelled, refunded or gone. */
	public function awaits_payment( int $order_id ): bool;

	/**
	 * It becomes paid, as if its payment had come through the gateway, with a private note.
	 *
	 * @throws \RuntimeException where the shop could not do it.
	 */
	public function pay( int $order_id, \DateTimeImmutable $paid_at, RemoteDocument $document ): void;
}
