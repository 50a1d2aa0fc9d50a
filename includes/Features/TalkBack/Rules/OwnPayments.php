<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
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
	 * Invoices and credit notes that owe more than the payments leave which the ledger set against them since they were
	 * seen last, or made: somebody may have taken one off.
	 *
	 * @param list<array{SeenDocument, RemoteDocument, int|null}> $documents of one kind, with what is due now, in minor
	 *                                                                       units.
	 * @return list<int> their ids at Sellsy.
	 */
	public function without_effect( array $documents ): array {
		$owing = [];
		foreach ( $documents as [ $was, $document, $due ] ) {
			if ( $was->kind->is_validated() && $due > 0 ) {
				$owing[ $was->id ] = [ $was, $document, $due ];
			}
		}
		$held = $owing === [] ? [] : $this->ledger->holding( $document->kind->value, array_keys( $owing ) );
		$rows = $held === []
			? []
			: $this->ledger->for_orders( array_map( static fn ( Task $task ): int => $task->key->order_id, $held ) );
		$ids  = [];
		foreach ( $held as $task ) {
			[ $was, $document, $due ] = $owing[ $task->remote_id ];

			$paid    = Decimal::zero();
			$was_due = $was->due ?? $document->minor( $document->amounts->incl_tax ) ?? 0;
			foreach ( $rows[ $task->key->order_id ] ?? [] as $row ) {
				$is_since = $row->updated_at >= $was->seen_at;
				$paid     = $is_since && $row->is_payment_on( $task ) ? $paid->plus( $row->intent->worth() ) : $paid;
				// How much of a credit note was set against it is not known here: all, perhaps.
				$is_credit = $is_since && $row->key->effect === Effect::LinkCreditNote;
				$was_due   = $is_credit && $row->remote_id === $task->remote_id ? 0 : $was_due;
			}
			$left = $was_due - ( $document->minor( $paid ) ?? 0 );
			$ids  = $paid->is_positive() && $due > max( 0, $left ) ? [ ...$ids, $was->id ] : $ids;
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
