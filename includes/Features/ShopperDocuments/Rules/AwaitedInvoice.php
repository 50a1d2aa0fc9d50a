<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Whether a buyer who finds no invoice may be told that there will be one, and what it waits for. */
final class AwaitedInvoice {

	/** It is made without anything more that the buyer would know of. */
	public const SOON = '';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly WorkflowSelector $selector,
	) {}

	/**
	 * @param bool $is_free the order charges nothing.
	 * @return string|null what it waits for, a Trigger's value or SOON; null: nothing is promised.
	 */
	public function of( int $order_id, OrderFacts $order, bool $is_free = false ): ?string {
		$settings = $this->settings->get();
		$workflow = $settings->workflow( DocumentKind::Invoice );
		if ( ! $settings->shopper->gets( DocumentKind::Invoice ) || ! $workflow->enabled ) {
			return null;
		}
		$invoice = $this->invoice( $order_id );
		if ( $invoice === null && $is_free && ! $settings->free_orders ) {
			return null;
		}
		if ( $invoice !== null ) {
			return $invoice->state === TaskState::Skipped || $invoice->origin->stays_draft ? null : self::SOON;
		}
		$awaited = $this->trigger( $order );
		return $awaited === null || $workflow->under( $order->rule )->finalise->value === Finalise::NOW
			? $awaited
			: self::SOON;
	}

	/** What has to happen before the invoice of an order that has none is made: as above. */
	public function trigger( OrderFacts $order ): ?string {
		$workflow = $this->settings->get()->workflow( DocumentKind::Invoice );
		$obstacle = $this->selector->on_event( $workflow, $order );
		$may_come = $obstacle?->is( ProblemCode::NoLongerTriggered ) === true
			&& WorkflowSelector::may_be_asked_for( $order->status );
		return match ( true ) {
			$obstacle === null => $this->selector->is_before( $workflow, $order ) ? null : self::SOON,
			$may_come          => $workflow->under( $order->rule )->trigger->value,
			default            => null,
		};
	}

	/** The newest; null where none was asked for yet. */
	private function invoice( int $order_id ): ?Task {
		$invoices = array_filter(
			$this->ledger->for_order( $order_id ),
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
		);
		return $invoices === [] ? null : $invoices[ array_key_last( $invoices ) ];
	}
}
