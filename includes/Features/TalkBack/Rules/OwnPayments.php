<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
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
	 * Invoices that owe more than the payments leave which the ledger set against them since they were seen last:
	 * somebody may have taken one off.
	 *
	 * @param list<array{SeenDocument, RemoteDocument, int|null}> $documents with what is due now, minor units.
	 * @return list<int> their ids at Sellsy.
	 */
	public function without_effect( array $documents ): array {
		$owing = [];
		foreach ( $documents as [ $was, $document, $due ] ) {
			if ( $was->kind === DocumentKind::Invoice && $was->due > 0 && $due > 0 ) {
				$owing[ $was->id ] = [ $was, $document, $due ];
			}
		}
		$held = $owing === []
			? []
			: $this->ledger->holding( DocumentKind::Invoice->value, array_keys( $owing ) );
		$rows = $held === []
			? []
			: $this->ledger->for_orders( array_map( static fn ( Task $task ): int => $task->key->order_id, $held ) );
		$ids  = [];
		foreach ( $held as $invoice ) {
			[ $was, $document, $due ] = $owing[ $invoice->remote_id ];
			$left = (int) $was->due;
			foreach ( $rows[ $invoice->key->order_id ] ?? [] as $row ) {
				$is_since = $row->is_payment_on( $invoice ) && $row->updated_at >= $was->seen_at;
				$left    -= $is_since ? ReadDocument::minor( $row->intent->worth(), $document ) ?? 0 : 0;
			}
			$ids = $left < $was->due && $due > max( 0, $left ) ? [ ...$ids, $was->id ] : $ids;
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
