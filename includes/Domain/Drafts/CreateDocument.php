<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\LostDocument;

/**
 * One claimed task becomes one document of the order, or brings its draft up to date.
 *
 * @assumes v1-arithmetic
 */
final class CreateDocument implements TaskHandler {

	/** Seconds. */
	private const CREDIT_WAIT = 60;

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly EligibilityCheck $eligibility_check,
		private readonly AnotherDocument $another,
		private readonly BillableOrder $billable_order,
		private readonly DocumentMaker $document_maker,
		private readonly DocumentWriter $document_writer,
		private readonly DraftUpdater $update,
		private readonly DocumentCompletion $document_completion,
		private readonly Observations $observations,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$settings = $this->settings->get();
		$order    = OrderOfTask::read( $this->orders, $task );
		$kind     = $task->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
		if ( $task->has_lost_its_document() ) {
			$begun = $this->another->begin( $task, $order );
			if ( $begun instanceof RemoteDocument ) {
				$this->document_completion->done( $task, $begun, null, $order );
				return;
			}
			$task = $begun;
		} elseif ( $task->was_at_sellsy() ) {
			$this->update->run( $task, $kind, $order );
			return;
		} else {
			$this->another->after_none( $task );
		}
		$existing = $this->document_writer->already_made( $task );
		$existing === null
			? $this->make( $task, $kind, $order, $settings )
			: $this->take_up( $task, $kind, $order, $settings, $existing );
	}

	/** What an earlier try left at Sellsy. */
	private function take_up(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		RemoteDocument $existing,
	): void {
		if ( $existing->is_cancelled() ) {
			$this->document_writer->name( $task, $existing );
			throw new NeedsAttention( LostDocument::of_cancelled( $existing ) );
		}
		[ $standing, $stop ] = $this->document_maker->taken_up(
			$task,
			$kind,
			$order,
			$this->billable_order->order( $task, $order ),
			$settings->under( $kind, $task->rule_id ),
			$existing
		);
		$this->document_completion->done(
			$task,
			$standing,
			$stop ?? $this->billable_order->problem( $task, $order, $standing->amounts ),
			$order
		);
	}

	private function make( Task $task, DocumentKind $kind, OrderSnapshot $order, Settings $settings ): void {
		$rule = $this->eligibility_check->check( $task, $kind, $order, $settings );
		$this->await_credit( $task );
		$billed = $this->billable_order->order( $task, $order );
		if ( $order->total->is_positive() && ! $billed->total->is_positive() ) {
			throw new SkipTask( new Problem( ProblemCode::NothingCharged ) );
		}
		$settings = $settings->under( $kind, $rule );
		$task     = $this->document_writer->keep_rule( $task, $rule, $settings->workflow( $kind ) );

		[ $made, $problem, $proven ] = $this->document_maker->make( $task, $kind, $order, $billed, $settings );

		if ( $kind->needs_v1() ) {
			$seen = $problem === null ? 'same' : 'differs';
			$this->observations->saw( Assumption::V1Arithmetic, $problem === null, $seen );
		}
		$this->document_completion->done( $task, $made, $problem, $order, $proven );
	}

	/**
	 * An invoice that replaces another waits until that one is credited in full, for good.
	 *
	 * @throws RetryLater
	 */
	private function await_credit( Task $task ): void {
		if ( $task->key->effect !== Effect::CreateInvoice || $task->key->revision === 0 || $task->parent_id > 0 ) {
			return; // Its parent is the invoice in whose place it comes, because that one was cancelled.
		}
		$before = new TaskKey( $task->key->order_id, Effect::CreateInvoice, revision: $task->key->revision - 1 );
		$credit = $this->ledger->find_by_key( $before->beside( Effect::CreateCreditNote ) );
		$link   = $this->ledger->find_by_key( $before->beside( Effect::LinkCreditNote ) );
		if ( $this->has_nothing_left( $credit ) || $link?->is_settled() === true ) {
			return;
		}
		if ( $credit === null ) {
			$this->ask_for_credit( $before );
		}
		throw new RetryLater(
			new Problem( ProblemCode::WaitsForParent, [ 'kind' => DocumentKind::CreditNote->value ] ),
			self::CREDIT_WAIT
		);
	}

	private function has_nothing_left( ?Task $credit ): bool {
		$nothing = [ Outcome::ByHand, Outcome::AllCredited, Outcome::Covered, Outcome::NoInvoice ];
		return $credit?->rests( ...$nothing ) === true;
	}

	/** Who asked for both was cut off between the two. */
	private function ask_for_credit( TaskKey $replaced ): void {
		$this->ledger->open(
			$replaced->beside( Effect::CreateCreditNote ),
			$this->clock->now(),
			$this->ledger->find_by_key( $replaced )->id ?? 0,
			true
		);
	}
}
