<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\System\Clock;

/** Somebody deleted one of our documents at Sellsy: a person must say whether that was intended. */
final class GoneDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
		private readonly Report $report,
	) {}

	/** @param Task $row that made the document; nothing is changed unless it is done. */
	public function note( Task $row ): void {
		$this->report->forget( $row->id, $row->remote_id );
		$problem = new Problem( ProblemCode::DocumentGone, [ 'id' => $row->remote_id ] );
		if ( $this->ledger->save( TaskTransitions::rejected( $row, $problem, $this->clock->now() ) ) ) {
			$this->orders->note_problem( $row->key->order_id, $problem );
		}
	}
}
