<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\OwnStates;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Watching\LostDocument;

/**
 * Brings a document up to date after its order was edited, refunded or cancelled. Only a draft may follow. A person
 * decides about what is final.
 */
final class DraftUpdater {

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly BillableOrder $billable_order,
		private readonly DocumentDrafter $drafts,
		private readonly KeepCustomer $customer,
		private readonly DocumentWriter $document_writer,
		private readonly DocumentCompletion $document_completion,
		private readonly DocumentTexts $texts,
	) {}

	/** Leaves the row done. */
	public function run( Task $task, DocumentKind $kind, OrderSnapshot $order ): void {
		$was      = OrderFingerprint::read( $task->intent->snapshot_hash );
		$billed   = $this->billable_order->order( $task, $order );
		$document = $this->invoicing->get( $kind, $task->remote_id )
			?? throw $this->gone(
				$task,
				$task->remote_number === '' && $this->billable_order->is_void( $task, $order )
			);
		if (
			$document->is_cancelled()
			&& ! OwnStates::has_set( $task, $this->ledger->for_order( $order->id ), $document->status )
		) {
			throw new NeedsAttention( LostDocument::of_cancelled( $document ) );
		}
		if (
			$document->is_draft()
			&& $kind === DocumentKind::Invoice
			&& $this->billable_order->is_void( $task, $order )
		) {
			$this->document_completion->done(
				$task,
				$this->void( $task, $order, $document ),
				self::to_delete( $task ),
				$order
			);
		} elseif (
			$this->is_replaced( $task )
			|| (
				OrderFingerprint::from_order( $billed )->is_like( $was )
				&& ! $this->lacks_shipping( $task, $billed, $document )
			)
		) {
			$this->document_completion->done( $task, $document, null, $order );
		} elseif ( $document->is_draft() && ! $kind->needs_v1() ) {
			[ $draft, $problem ] = $this->following( $task, $order, $billed, $document );
			$this->document_completion->done( $task, $draft, $problem, $order );
		} else {
			$this->stays( $task, $order, $billed, $document );
		}
	}

	/** One whose amounts cannot be written stays as it is: it is to be deleted all the same. */
	private function void( Task $task, OrderSnapshot $order, RemoteDocument $document ): RemoteDocument {
		try {
			return $order->buyer->is_erased ? $document : $this->cancel( $task, $order );
		} catch ( NeedsAttention $stop ) {
			return self::is_about_amounts( $stop ) ? $document : throw $stop;
		}
	}

	/** @return array{RemoteDocument, Problem|null} */
	private function following(
		Task $task,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		RemoteDocument $draft,
	): array {
		try {
			return [ $this->to( $task, $order, $billed ), null ];
		} catch ( NeedsAttention $stop ) {
			$was_right = $task->intent->snapshot_hash !== '';
			return $was_right || ! self::is_about_amounts( $stop )
				? throw $stop
				: [ $draft, self::never_right( $draft, $billed ) ];
		}
	}

	private function lacks_shipping( Task $task, OrderSnapshot $billed, RemoteDocument $document ): bool {
		return $document->kind === DocumentKind::Invoice
			&& $document->is_draft()
			&& $task->intent->is_shipped_since( $billed );
	}

	/**
	 * The order is taken note of as it is where only the e-mail address is new, and where somebody made a cancelled
	 * order's draft final after all.
	 */
	private function stays( Task $task, OrderSnapshot $order, OrderSnapshot $billed, RemoteDocument $document ): void {
		$is      = OrderFingerprint::from_order( $billed );
		$differs = $this->differs( $billed, $document );
		if (
			$is->says_the_same( OrderFingerprint::read( $task->intent->snapshot_hash ) )
			|| (
				$task->intent->snapshot_hash === ''
				&& $differs->is_of_the_same_amounts()
				&& $this->billable_order->is_void( $task, $order )
			)
		) {
			$this->document_writer->still_says( $task, $is->text() );
			$this->document_completion->done( $task, $document, null, $order );
			return;
		}
		$this->document_completion->done( $task, $document, $differs, $order );
	}

	/**
	 * @param Task          $task   held by this runner.
	 * @param OrderSnapshot $billed what of the order the document is to charge.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function to( Task $task, OrderSnapshot $order, OrderSnapshot $billed ): RemoteDocument {
		$draft = $this->drafts->draft( $task, $this->kind( $task ), $order, $billed, $this->settings( $task ) );
		$this->customer->email(
			$draft->customer,
			$order,
			OrderFingerprint::read( $task->intent->snapshot_hash )
		);
		return $this->document_writer->update( $task, $draft, OrderFingerprint::from_order( $billed )->text() );
	}

	/**
	 * The API can neither cancel nor delete a draft: its subject says what it is. No mark of the order is kept, so that
	 * the draft becomes the order's again when it is reinstated.
	 *
	 * @param Task $task held by this runner.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function cancel( Task $task, OrderSnapshot $order ): RemoteDocument {
		$draft = $this->drafts->draft(
			$task,
			$this->kind( $task ),
			$order,
			$this->billable_order->order( $task, $order ),
			$this->settings( $task )
		);
		return $this->document_writer->update(
			$task,
			$draft->with_subject( $this->texts->cancelled() . ' – ' . $draft->subject ),
			''
		);
	}

	/** Sellsy finds another total, or cannot write the order's. */
	public static function is_about_amounts( NeedsAttention $stop ): bool {
		return $stop->problem->is( ProblemCode::TotalsDiffer, ProblemCode::AmountNotWritable );
	}

	/** @param OrderSnapshot $billed what of the order the draft should charge, and never did. */
	public static function never_right( RemoteDocument $draft, OrderSnapshot $billed ): Problem {
		return new Problem(
			ProblemCode::DraftToDelete,
			[
				'id'             => $draft->id,
				'order_total'    => $billed->currency->text( $billed->total ),
				'document_total' => $billed->currency->text( $draft->amounts->incl_tax ),
			]
		);
	}

	public static function to_delete( Task $task ): Problem {
		return new Problem( ProblemCode::DraftToDelete, [ 'id' => $task->remote_id ] );
	}

	private function settings( Task $task ): Settings {
		return $this->settings->get()->under( $this->kind( $task ), $task->rule_id );
	}

	private function kind( Task $task ): DocumentKind {
		return $task->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
	}

	/** Of an order that charges nothing any more somebody deleted the draft, as they were asked to. */
	private function gone( Task $task, bool $is_missed_by_nobody ): NeedsAttention|SkipTask {
		if ( ! $is_missed_by_nobody ) {
			$this->document_completion->gone( $task );
			return NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $task->remote_id ] );
		}
		$this->document_writer->forget_gone( $task );
		return new SkipTask( new Problem( ProblemCode::NothingCharged ) );
	}

	/**
	 * Credited in full, or issued anew: this one is history, and need not be like the order. It is not taken note of,
	 * for a credit note that is a draft may be deleted.
	 */
	private function is_replaced( Task $task ): bool {
		$rows  = $this->ledger->for_order( $task->key->order_id );
		$newer = array_filter(
			$rows,
			static fn ( Task $row ): bool =>
				$row->key->effect === $task->key->effect && $row->key->revision > $task->key->revision
		);
		return $newer !== [] || CreditNoteTasks::is_all_credited( $task->id, $rows );
	}

	private function differs( OrderSnapshot $billed, RemoteDocument $document ): Problem {
		$facts = [
			'kind'           => $document->kind->value,
			'order_total'    => $billed->currency->text( $billed->total ),
			'document_total' => $billed->currency->text( $document->amounts->incl_tax ),
			'number'         => $document->number,
			'order'          => OrderFingerprint::from_order( $billed )->fingerprint(),
		];
		$vat      = $document->amounts->incl_tax->minus( $document->amounts->excl_tax );
		$code     = $document->is_draft() && $document->kind->needs_v1()
			? ProblemCode::DraftNotWritable
			: ProblemCode::DiffersFromOrder;
		return new Problem( $code, $facts + $this->vat( $billed, $vat ) );
	}

	/**
	 * VAT, where it differs by more than roundings: a minor unit per line.
	 *
	 * @return array<string, string>
	 */
	private function vat( OrderSnapshot $billed, Decimal $of_document ): array {
		$decimals = $billed->currency->decimals;
		$of_order = array_reduce(
			$billed->taxes,
			static fn ( Decimal $sum, OrderTax $tax ): Decimal =>
				$sum->plus( $tax->total )->plus( $tax->shipping_total ),
			Decimal::zero()
		)->round( $decimals, Rounding::HalfUp );
		$is_same  = $of_order->minus( $of_document )->abs()->compare(
			Decimal::of_minor( count( $billed->lines ), $decimals )
		) <= 0;
		return $is_same ? [] : [
			'order_vat'    => $billed->currency->text( $of_order ),
			'document_vat' => $billed->currency->text( $of_document ),
		];
	}
}
