<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;

/**
 * Payments that we made at Sellsy: what they do there is no news. Those that the ledger only took from Sellsy are not
 * among them, so that a process that died over such a payment is made good.
 */
final class OwnPayments {

	public function __construct( private readonly Ledger $ledger ) {}

	/**
	 * @param list<int> $order_ids
	 * @return list<int> ids at Sellsy.
	 */
	public function of_orders( array $order_ids ): array {
		$ids = [];
		foreach ( $order_ids === [] ? [] : $this->ledger->for_orders( $order_ids ) as $rows ) {
			foreach ( $rows as $row ) {
				if (
					in_array( $row->key->effect, [ Effect::RecordPayment, Effect::PayBack ], true )
					&& $row->remote_id > 0
					&& $row->sent_at !== null
				) {
					$ids[] = $row->remote_id;
				}
			}
		}
		return $ids;
	}
}
