<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Seen\SeenDocument;

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
				if ( self::was_sent( $row ) && $row->was_at_sellsy() ) {
					$ids[] = $row->remote_id;
				}
			}
		}
		return $ids;
	}

	/**
	 * Invoices that owe what they owed when they were seen last, though a payment of the ledger was set against them
	 * since: somebody may have taken it off.
	 *
	 * @param list<array{SeenDocument, int|null}> $documents with what is due now, minor units.
	 * @return list<int> their ids at Sellsy.
	 */
	public function without_effect( array $documents ): array {
		$seen = [];
		foreach ( $documents as [ $was, $due ] ) {
			if ( $was->kind === DocumentKind::Invoice && $was->due !== null && $was->due > 0 && $due >= $was->due ) {
				$seen[ $was->id ] = $was->seen_at;
			}
		}
		$held = $seen === []
			? []
			: $this->ledger->holding( DocumentKind::Invoice->value, array_keys( $seen ) );
		$rows = $held === []
			? []
			: $this->ledger->for_orders( array_map( static fn ( Task $task ): int => $task->key->order_id, $held ) );
		$ids  = [];
		foreach ( $held as $invoice ) {
			foreach ( $rows[ $invoice->key->order_id ] ?? [] as $row ) {
				if ( $row->is_payment_on( $invoice ) && $row->updated_at >= $seen[ $invoice->remote_id ] ) {
					$ids[] = $invoice->remote_id;
				}
			}
		}
		return $ids;
	}

	/** One was sent, and its id is still to come: until then any payment of the order may be it. */
	public function is_one_under_way( int $order_id ): bool {
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( self::was_sent( $row ) && ! $row->was_at_sellsy() && $row->is_under_way() ) {
				return true;
			}
		}
		return false;
	}

	private static function was_sent( Task $task ): bool {
		return $task->key->effect->is_money() && $task->sent_at !== null;
	}
}
