<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Of all that a list would have tried again (`RetryTask::retry_all()`): the documents that become final by it. */
final class PlanRetryAll {


	/** What more are worth is not added up: each order is read for it. */
	private const ADDED_UP = 300;

	private const EFFECTS = [
		Effect::CreateInvoice,
		Effect::CreateCreditNote,
		Effect::ValidateInvoice,
		Effect::ValidateCreditNote,
	];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $stored_orders,
		private readonly Report $report,
		private readonly PlanRetries $retries,
		private readonly SettingsStore $settings,
	) {}

	/** @return array{BulkPlan, BulkOrders} the steps that make something final, and their orders as far as read. */
	public function finals( TaskFilter $listed ): array {
		$rows = $this->rows( $listed );
		$read = array_slice( $rows, 0, self::ADDED_UP );
		$ids  = array_values(
			array_unique( array_map( static fn ( Task $task ): int => $task->key->order_id, $read ) )
		);

		$snapshots = $ids === [] ? [] : $this->stored_orders->snapshots( $ids );
		$documents = $this->report->documents( array_column( $read, 'parent_id' ) );
		$steps     = array_map(
			fn ( Task $task ): BulkStep => $this->retries->step(
				$task,
				$snapshots[ $task->key->order_id ] ?? null,
				$documents[ $task->parent_id ] ?? null
			),
			$rows
		);
		$plan      = new BulkPlan( $steps, [] );
		return [ new BulkPlan( $plan->finals(), [] ), new BulkOrders( $ids, [], $snapshots ) ];
	}

	/** @return list<Task> that need a person, and of which something final may come. */
	private function rows( TaskFilter $listed ): array {
		$may = $listed->effects === []
			? self::EFFECTS
			: array_values(
				array_filter(
					$listed->effects,
					static fn ( Effect $one ): bool => in_array( $one, self::EFFECTS, true )
				)
			);
		if ( $may === [] ) {
			return [];
		}
		$found = [];
		foreach ( $listed->of( [ TaskState::Attention ], $may )->pages( $this->ledger->page( ... ) ) as $rows ) {
			foreach ( $rows as $row ) {
				// What is final already only goes on.
				if ( $row->problem?->traits()->one_by_one !== true && $row->remote_number === '' ) {
					$found[] = $row;
				}
			}
		}
		return $found;
	}

	/**
	 * What stopped for a setting that was changed since, and could go on: once a person says so.
	 *
	 * @return TaskFilter|null null: no such setting was changed.
	 */
	public function mended(): ?TaskFilter {
		$mended_at = $this->settings->mended_at();
		return $mended_at === null ? null : new TaskFilter(
			states: [ TaskState::Attention ],
			until: $mended_at,
			problems: ProblemTraits::codes( static fn ( ProblemTraits $traits ): bool => $traits->by_setting )
		);
	}
}
