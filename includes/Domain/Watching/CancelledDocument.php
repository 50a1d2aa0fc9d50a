<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;

/** Somebody cancelled one of our documents at Sellsy: a person must say what becomes of its order. */
final class CancelledDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Task $row that made the document.
	 * @return bool false: nothing is changed, because the row is not done.
	 */
	public function note( Task $row, RemoteDocument $document ): bool {
		$facts   = [
			'id'     => $document->id,
			'kind'   => $document->kind->value,
			'number' => $document->number,
		];
		$problem = new Problem( ProblemCode::DocumentCancelled, $facts );
		$is_told = $row->problem?->code === ProblemCode::DocumentCancelled
			|| $this->ledger->save( TaskTransitions::rejected( $row, $problem, $this->clock->now() ) );
		if ( $is_told ) {
			$this->orders->note_problem( $row->key->order_id, $problem );
		}
		return $is_told;
	}
}
