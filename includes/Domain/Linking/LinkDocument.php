<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * A person says that a document at Sellsy is this order's. Its row takes it as its own: no other is made, refunds are
 * credited on it, payments recorded on it. No e-mail is sent about it, and it is never changed.
 */
final class LinkDocument {

	/** Nobody else claims the row before: it is due only then. */
	private const AHEAD = '+1 minute';

	public function __construct(
		private readonly FindToLink $find,
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly LostDocumentFinder $sent,
		private readonly DocumentCompletion $finish,
		private readonly Report $report,
		private readonly Trail $trail,
		private readonly AttemptLog $attempts,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $mark of the proposal that the person saw: what has changed since is not linked.
	 * @return Task|null the row that has it now; null: nothing is changed.
	 * @throws RemoteFailure
	 */
	public function link( int $order_id, LinkTarget $target, int $document_id, string $mark ): ?Task {
		$seen  = $this->find->one( $order_id, $target, $document_id );
		$order = $this->orders->snapshot( $order_id );
		if ( $seen === null || $order === null || $seen->obstacle !== null || $seen->mark() !== $mark ) {
			return null;
		}
		$rows = $this->ledger->for_order( $order_id );
		$held = $this->hold( $target->key( $order_id, $rows ), self::invoice( $target, $rows ) );
		if ( $held === null ) {
			return null;
		}
		if ( $target->kind === DocumentKind::Invoice ) {
			$this->ask_about_refunds( $order_id, $held );
		}
		if ( $seen->document->parties !== null ) {
			$this->sent->will_send( $held, $seen->document->parties->ref, $seen->customer() );
		}
		$reported = ReportedDocument::from_document( $seen->document, $order->currency->code );
		$this->report->keep( $held, $reported, ReportedOrder::from_order( $order ) );
		// An invoice that the order leaves behind says so; the others stay as somebody made them.
		$says   = $target->kind === DocumentKind::Invoice ? OrderFingerprint::from_order( $order )->text() : '';
		$linked = LinkTransitions::linked(
			$held,
			$seen->document,
			$says,
			$this->clock->now()
		);
		return $linked !== null && $this->ledger->save( $linked )
			? $this->linked( $linked->after(), $seen->document )
			: null;
	}

	private function linked( Task $row, RemoteDocument $document ): Task {
		$facts = [
			'kind' => $document->kind->value,
			'id'   => $document->id,
		];
		$this->trail->begin();
		$this->trail->note( new Step( StepCode::Linked, $facts ) );
		$this->attempts->add( $row->id, $row->attempts, $this->clock->now(), 'done', null );
		$this->finish->copies( $row, $document );
		return $this->ledger->find( $row->id ) ?? $row;
	}

	/** Whatever the row waited for or asked, it is this person's now. */
	private function hold( TaskKey $key, int $parent_id ): ?Task {
		$ahead = $this->clock->now()->modify( self::AHEAD );
		$again = static fn ( Task $row ): ?TaskChange => TaskTransitions::due_again( $row, $ahead, by_hand: true );
		$id    = $this->ledger->open( $key, $ahead, $parent_id )
			?? FreshTask::change( $this->ledger, $key, $again );
		$until = $this->clock->now()->add( new \DateInterval( Task::LEASE ) );
		return $id === null ? null : $this->ledger->claim( $id, $ahead, $this->randomness->token(), $until );
	}

	/** Sellsy may have their credit notes already: this plugin makes none before a person has said so. */
	private function ask_about_refunds( int $order_id, Task $invoice ): void {
		$notes = $this->settings->get()->workflow( DocumentKind::CreditNote );
		foreach ( $notes->enabled && $notes->start_date !== '' ? $this->orders->refunds( $order_id ) : [] as $refund ) {
			$key       = new TaskKey( $order_id, Effect::CreateCreditNote, $refund->id );
			$is_wanted = $refund->amount->is_positive()
				&& $this->clock->day_of( $refund->created_at ) >= $notes->start_date;
			if ( $is_wanted && $this->ledger->find_by_key( $key ) === null ) {
				$held    = $this->hold( $key, $invoice->id );
				$problem = new Problem( ProblemCode::RefundBeforeLink );
				$this->ledger->save( $held === null ? null : TaskTransitions::stopped( $held, $problem ) );
			}
		}
	}

	/**
	 * Which invoice a credit note belongs to.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private static function invoice( LinkTarget $target, array $rows ): int {
		$invoice = ( new LinkTarget( DocumentKind::Invoice ) )->row( $rows );
		return $target->kind === DocumentKind::CreditNote ? $invoice->id ?? 0 : 0;
	}
}
