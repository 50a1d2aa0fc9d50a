<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/** Whether a buyer who finds no invoice may be told that there will be one, and what it waits for. */
final class AwaitedInvoice {

	/** Seconds: a buyer does not look at the page for longer. */
	private const NEAR = 60;

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly WorkflowSelector $selector,
		private readonly Clock $clock,
	) {}

	/**
	 * @param bool $is_free the order charges nothing.
	 * @return Awaited|null null: nothing is promised.
	 */
	public function of( int $order_id, OrderFacts $order, bool $is_free ): ?Awaited {
		$settings = $this->settings->get();
		$workflow = $settings->workflow( DocumentKind::Invoice );
		if ( ! $settings->shopper->gets( DocumentKind::Invoice ) || ! $workflow->enabled ) {
			return null;
		}
		$rows    = $this->ledger->for_order( $order_id );
		$invoice = self::newest( $rows, Effect::CreateInvoice );
		if ( $invoice === null && $is_free && ! $settings->free_orders ) {
			return null;
		}
		if ( $invoice !== null ) {
			return $invoice->state === TaskState::Skipped || $invoice->origin->stays_draft
				? null
				: new Awaited( WorkflowSelector::SOON, $this->is_near( $invoice, $rows ) );
		}
		$awaited = $this->selector->awaited( $workflow, $order );
		$soon    = WorkflowSelector::SOON;
		$is_now  = $workflow->under( $order->rule )->finalise->value === Finalise::NOW;
		return $awaited === null ? null : new Awaited( $is_now ? $awaited : $soon, $is_now && $awaited === $soon );
	}

	/** A proforma is promised only while it is being made: then its buyer still looks at the page. */
	public function proforma( int $order_id, OrderFacts $order ): ?Awaited {
		$settings = $this->settings->get();
		$workflow = $settings->workflow( DocumentKind::Proforma );
		if ( ! $settings->shopper->gets( DocumentKind::Proforma ) || ! $workflow->enabled ) {
			return null;
		}
		$row     = self::newest( $this->ledger->for_order( $order_id ), Effect::CreateProforma );
		$is_near = $row === null
			? $this->selector->awaited( $workflow, $order ) === WorkflowSelector::SOON
			: $this->is_at_work( $row );
		return $is_near ? new Awaited( WorkflowSelector::SOON, true, DocumentKind::Proforma ) : null;
	}

	/**
	 * Of one that was near. The ledger is asked once, and nothing else.
	 *
	 * @param bool $by_proforma the order is still to be paid: a proforma is waited for as well.
	 */
	public function progress( int $order_id, bool $by_proforma ): Progress {
		$rows    = $this->ledger->for_order( $order_id );
		$invoice = self::newest( $rows, Effect::CreateInvoice );
		$first   = $by_proforma ? self::newest( $rows, Effect::CreateProforma ) : null;
		return match ( true ) {
			$invoice === null && $first !== null        => match ( true ) {
				ShopperDocument::of( $first ) !== null => Progress::Here,
				default => $this->is_at_work( $first ) ? Progress::Near : Progress::Over,
			},
			$invoice === null                          => Progress::Near,
			ShopperDocument::of( $invoice ) !== null   => Progress::Here,
			$invoice->state === TaskState::Skipped     => Progress::Over,
			default => $this->is_near( $invoice, $rows ) ? Progress::Near : Progress::Over,
		};
	}

	/** @param list<Task> $rows */
	private function is_near( Task $invoice, array $rows ): bool {
		$step = $invoice->state === TaskState::Done ? self::newest( $rows, Effect::ValidateInvoice ) : $invoice;
		if ( $step === null || $step->key->revision !== $invoice->key->revision ) {
			$rule = $this->settings->get()->workflow( DocumentKind::Invoice )->under( $invoice->rule_id );
			return $rule->finalise->value === Finalise::NOW && ! DocumentRule::is_final_by_hand( $invoice, $rule );
		}
		return $step->state === TaskState::Done || $this->is_at_work( $step );
	}

	private function is_at_work( Task $step ): bool {
		return match ( $step->state ) {
			TaskState::Working => true,
			TaskState::Queued  => $step->due_at <= $this->clock->now()->modify( '+' . self::NEAR . ' seconds' ),
			TaskState::Done, TaskState::Attention, TaskState::Skipped => false,
		};
	}

	/**
	 * Null where none was asked for yet.
	 *
	 * @param list<Task> $rows
	 */
	private static function newest( array $rows, Effect $effect ): ?Task {
		$found = array_filter( $rows, static fn ( Task $task ): bool => $task->key->effect === $effect );
		return $found === [] ? null : $found[ array_key_last( $found ) ];
	}
}
