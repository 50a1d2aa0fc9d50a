<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Settings\Biller;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use OrderInvoicer\Domain\System\Clock;

/** What has stopped, or failed and waits for its next try, is due now. */
final class PlanRetries {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<Task>                   $rows
	 * @param array<int, ReportedDocument> $totals
	 * @return non-empty-list<BulkStep>|LeftOut
	 */
	public function of_order( OrderSnapshot $order, array $rows, array $totals ): array|LeftOut {
		$offers = new Offers( $order->status, $rows );
		$steps  = [];
		$left   = LeftOut::NotFailed;
		foreach ( $rows as $row ) {
			$why = OfferedActs::not_retried( $offers, $row, $this->clock->now() );
			if ( $why === null ) {
				$steps[] = $this->step( $row, $order, $totals[ $row->parent_id ] ?? null );
			}
			$left = $why === LeftOut::OneByOne ? $why : $left;
		}
		return $steps === [] ? $left : $steps;
	}

	/** @param OrderSnapshot|null $order null where nobody reads it: its total is not known then. */
	public function step( Task $task, ?OrderSnapshot $order, ?ReportedDocument $document ): BulkStep {
		$kind = $task->key->effect->creates();
		if ( $task->key->effect->makes_final() ) {
			return PlanFinals::step( $task->key, $task, $task->parent_id, $document );
		}
		$is_final = $kind !== null
			&& $kind->is_validated()
			&& $this->is_billed( $task, $order )
			&& $this->becomes_final( $kind, $task, $order );
		return new BulkStep(
			key: $task->key,
			is_final: $is_final,
			total: $kind === DocumentKind::Invoice ? $order?->total : null,
			currency: $kind === DocumentKind::Invoice ? $order?->currency : null
		);
	}

	/** Of a sale that asked who bills it, what was said since leaves one side out; where nothing was, it asks again. */
	private function is_billed( Task $task, ?OrderSnapshot $order ): bool {
		if ( $order === null || $task->problem?->is( ProblemCode::WhoBills ) !== true ) {
			return true;
		}
		return match ( Biller::from( $this->settings->get()->split_sales ) ) {
			Biller::Parent   => $order->kin->parent_id === 0,
			Biller::Children => $order->kin->parent_id > 0,
			default          => false,
		};
	}

	/** Where nobody reads the order its rule is not known: one that makes documents final is enough to ask. */
	private function becomes_final( DocumentKind $kind, Task $task, ?OrderSnapshot $order ): bool {
		$settings = $this->settings->get();
		$workflow = $settings->workflow( $kind );
		$rules    = match ( true ) {
			$order !== null      => [ DocumentRule::of( $kind, $task, $order, $settings ) ],
			$task->was_at_sellsy()  => [ $workflow->under( $task->rule_id ) ],
			default              => $workflow->outcomes(),
		};
		$final    = static fn ( WorkflowSettings $rule ): bool => ! DocumentRule::is_final_by_hand( $task, $rule );
		return array_filter( $rules, $final ) !== [];
	}
}
