<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\TalkBack\PaidOrders;
use OrderInvoicer\Domain\TalkBack\SeenDocuments;

/**
 * Earlier releases took an order for paid that came into a paid status because its proforma was accepted. Once after
 * the update these are looked for: from then on they count as accepted, and a person is told of each.
 */
final class AcceptedBefore {

	private const KIND = 'done_once';
	private const KEY  = 'accepted_before';
	private const PAGE = 100;

	/** For a row that was worked on in the second in which the order was saved. */
	private const AROUND = '60 seconds';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly PaidOrders $shop,
		private readonly SeenDocuments $seen,
		private readonly OrderLinks $orders,
		private readonly RemoteIds $once,
		private readonly Clock $clock,
	) {}

	/** One that dies meanwhile does the rest at the next pass; so does one that met an order that cannot be read. */
	public function run(): void {
		if ( $this->once->known( self::KIND, self::KEY ) !== null ) {
			return;
		}
		$filter = new TaskFilter( states: [ TaskState::Done ], effects: [ Effect::FollowDocument ] );
		$rows   = [];
		do {
			$page = $this->ledger->page( $filter, self::PAGE, count( $rows ) );
			$rows = [ ...$rows, ...$page ];
		} while ( isset( $page[ self::PAGE - 1 ] ) );
		$broken = null;
		foreach ( $rows as $row ) {
			try {
				if ( str_starts_with( $row->key->part, DocumentKind::Proforma->value . ':' ) ) {
					$this->look_at( $row );
				}
			} catch ( \Throwable $error ) { // Other code of the site: it holds up no other order.
				$broken = $error;
			}
		}
		if ( $broken !== null ) {
			throw $broken;
		}
		$this->once->remember( self::KIND, self::KEY, 'done', 1 );
	}

	private function look_at( Task $row ): void {
		$order_id = $row->key->order_id;
		$recorded = $this->ledger->find_by_key( new TaskKey( $order_id, Effect::RecordPayment ) );
		$is_ours  = $recorded?->state === TaskState::Done;
		if ( ! $is_ours && $this->is_paid_at_sellsy( $order_id ) ) {
			return;
		}
		$from  = $row->created_at->modify( '-' . self::AROUND );
		$until = $row->updated_at->modify( '+' . self::AROUND );
		if ( ! $this->shop->doubt( $order_id, $from, $until ) ) {
			return;
		}
		$problem = new Problem( ProblemCode::AcceptedNotPaid, [ 'recorded' => $is_ours ? 'yes' : '' ] );
		$told    = LossTransitions::lost( $row, $problem, $this->clock->now() );
		if ( $told !== null && $this->ledger->save( $told ) ) {
			$this->orders->note_problem( $order_id, $problem );
		}
	}

	private function is_paid_at_sellsy( int $order_id ): bool {
		$invoice = $this->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) );
		$seen    = $invoice === null ? null : $this->seen->of_tasks( [ $invoice->id ] )[ $invoice->id ] ?? null;
		return $seen?->due === 0;
	}
}
