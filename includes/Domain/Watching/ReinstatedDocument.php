<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Clock;

/**
 * Somebody reopened a document that was cancelled: it is its order's again, with its payments and credit notes. Where
 * another invoice stands in its place, a person must say which of the two is to stay.
 */
final class ReinstatedDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
	) {}

	/** @param Task $task that made the document; nothing is changed unless it knows it as cancelled. */
	public function note( Task $task, RemoteDocument $document ): void {
		$two = $this->two_invoices( $task, $document );
		if ( ! $this->ledger->save( LossTransitions::reinstated( $task, $two, $this->clock->now() ) ) ) {
			return;
		}
		if ( $two === null ) {
			$this->orders->attach( $task->key->order_id, $document, $task->key->refund_id );
			$this->orders->note_noticed( $task->key->order_id, $document, Noticed::Reinstated );
		} else {
			$this->orders->note_problem( $task->key->order_id, $two );
		}
		$this->ledger->follow( $task->key->order_id, $this->clock->now() );
	}

	private function two_invoices( Task $task, RemoteDocument $document ): ?Problem {
		$rows = $task->key->effect === Effect::CreateInvoice ? $this->ledger->for_order( $task->key->order_id ) : [];
		foreach ( $rows as $other ) {
			$is_newer = $other->key->effect === Effect::CreateInvoice && $other->key->revision > $task->key->revision;
			if ( $is_newer && ( $other->has_document() || $other->is_under_way() ) ) {
				$facts = [
					'number' => $document->number,
					'other'  => $other->remote_number,
				];
				return new Problem( ProblemCode::TwoInvoices, $facts );
			}
		}
		return null;
	}
}
