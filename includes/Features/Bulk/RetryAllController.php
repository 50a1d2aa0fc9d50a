<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Bulk\Rules\PlanRetryAll;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\Tasks\TaskQuery;

/**
 * Trying again what is listed, or what was mended.
 *
 * @phpstan-type TasksRetryAnswer array{
 *     // How many went back to the queue.
 *     retried: NaturalInt,
 *     // Those entries, for GET /tasks/retried; left out where they are more than it tells of.
 *     ids?: list<int>,
 *     // Nothing was tried again: this becomes final by it. Left out where nothing does.
 *     asks?: list<string>,
 *     // To send with the same request once a person says yes.
 *     seen?: string,
 * }
 * @phpstan-type RetriedTasksAnswer list<array{
 *     state: value-of<TaskState>,
 *     // A ProblemCode: what stopped them, or left them out; else empty.
 *     problem: string,
 *     tasks: NaturalInt,
 * }>
 */
final class RetryAllController extends BaseController {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly RetryTask $retry,
		private readonly PlanRetryAll $plan,
		private readonly BulkText $texts,
	) {}

	public function routes(): array {
		return [
			$this->post( '/tasks/retry', 'tasks-retry', $this->retry_all( ... ), 'tasks-retry-request' ),
			$this->get( '/tasks/retried', 'retried-tasks', $this->retried( ... ), 'retried-tasks-query' ),
		];
	}

	/**
	 * What became of those entries, each way once.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function retried( \WP_REST_Request $request ): \WP_REST_Response {
		$ways  = [];
		$asked = TaskQuery::filter( new Values( $request->get_params() ) );
		foreach ( $this->ledger->page( $asked, TaskQuery::FOLLOWED, 0 ) as $row ) {
			$has_ended    = in_array( $row->state, [ TaskState::Attention, TaskState::Skipped ], true );
			$problem      = $has_ended ? $row->problem->code->value ?? '' : '';
			$way          = "{$row->state->value} $problem";
			$ways[ $way ] = [
				'state'   => $row->state->value,
				'problem' => $problem,
				'tasks'   => 1 + ( $ways[ $way ]['tasks'] ?? 0 ),
			];
		}
		return $this->answer( 'retried-tasks', array_values( $ways ) );
	}

	/** @return array{ids?: list<int>} what retry_all() is about to take up. */
	private function followed( TaskFilter $listed ): array {
		$rows = $this->ledger->page( $listed->in( TaskState::Attention ), TaskQuery::FOLLOWED + 1, 0 );
		$may  = array_filter( $rows, static fn ( Task $row ): bool => $row->problem?->traits()->one_by_one !== true );
		return count( $rows ) > TaskQuery::FOLLOWED ? [] : [ 'ids' => array_column( $may, 'id' ) ];
	}

	/**
	 * Where something becomes final by it, a person says yes to that first: the same request with what was seen.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function retry_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$listed = $request['mended'] === true
				? $this->plan->mended()
				: TaskQuery::filter( new Values( $request->get_params() ) );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		if ( $listed === null ) {
			return $this->answer( 'tasks-retry', [ 'retried' => 0 ] );
		}
		[ $plan, $orders ] = $this->plan->finals( $listed );
		$is_answered       = $plan->steps === [] || $request['seen'] === $plan->mark();
		return $this->answer(
			'tasks-retry',
			$is_answered
				? [
					...$this->followed( $listed ),
					'retried' => $this->retry->retry_all( $listed ),
				]
				: [
					'retried' => 0,
					'asks'    => [ $this->texts->warning( $plan, $orders ) ],
					'seen'    => $plan->mark(),
				]
		);
	}
}
