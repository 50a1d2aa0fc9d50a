<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\Tasks\TaskQuery;
use OrderInvoicer\WordPress\Counts\ProblemGroups;

/**
 * What needs a person, by cause: a page of one cause, or the newest of each.
 *
 * @phpstan-import-type TaskAnswer from TaskView
 *
 * @phpstan-type CauseAnswer array{
 *     // A ProblemCode.
 *     code: string,
 *     orders: NaturalInt,
 *     tasks: NaturalInt,
 *     // What POST /tasks/retry would take up of it.
 *     retryable: NaturalInt,
 * }
 * @phpstan-type TodoRowAnswer array{
 *     task: TaskAnswer,
 *     // Empty where nobody knows (any more).
 *     customer: string,
 *     // Of the order; null once it is gone.
 *     total: string|null,
 *     currency: string,
 * }
 * @phpstan-type TodoAnswer array{
 *     causes: list<CauseAnswer>,
 *     rows: list<TodoRowAnswer>,
 * }
 */
final class TodoController extends BaseController {

	/** Rows of all causes together, and of each at least. */
	private const SHOWN = 20;
	private const LEAST = 3;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly ProblemGroups $groups,
		private readonly RetryTask $retry,
		private readonly TaskView $tasks,
		private readonly HistoryOrders $orders,
	) {}

	public function routes(): array {
		return [ $this->get( '/todo', 'todo', $this->page( ... ), 'todo-query' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$query = new Values( $request->get_params() );
		$page  = new PagedAnswer( $query );
		try {
			$filter = TaskQuery::filter( $query )->in( TaskState::Attention );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		$causes = $this->groups->all();
		$is_one = $filter->problem !== '' || $filter->order_ids !== [];
		$rows   = $is_one
			? $this->ledger->page( $filter, $page->limit, $page->offset )
			: $this->newest( array_column( $causes, 'code' ) );
		$answer = $this->answer(
			'todo',
			[
				'causes' => array_map( $this->cause( ... ), $causes ),
				'rows'   => $this->rows( $rows ),
			]
		);
		return $page->counted( $answer, $is_one ? $this->ledger->count( $filter ) : count( $rows ) );
	}

	/**
	 * @param list<ProblemCode> $codes
	 * @return list<Task> of each cause some.
	 */
	private function newest( array $codes ): array {
		$of_each = max( self::LEAST, intdiv( self::SHOWN, max( 1, count( $codes ) ) ) );
		$pages   = array_map(
			fn ( ProblemCode $code ): array => $this->ledger->page( self::of( $code ), $of_each, 0 ),
			$codes
		);
		return array_merge( ...$pages );
	}

	private static function of( ProblemCode $code ): TaskFilter {
		return new TaskFilter( states: [ TaskState::Attention ], problem: $code->value );
	}

	/**
	 * @param array{code: ProblemCode, orders: int, tasks: int} $cause
	 * @return CauseAnswer
	 */
	private function cause( array $cause ): array {
		return [
			'code'      => $cause['code']->value,
			'orders'    => $cause['orders'],
			'tasks'     => $cause['tasks'],
			'retryable' => $this->retry->retryable( self::of( $cause['code'] ) ),
		];
	}

	/**
	 * @param list<Task> $tasks
	 * @return list<TodoRowAnswer>
	 */
	private function rows( array $tasks ): array {
		$ids    = array_map( static fn ( Task $task ): int => $task->key->order_id, $tasks );
		$orders = $this->orders->read( $ids );
		$beside = $ids === [] ? [] : $this->ledger->for_orders( array_values( array_unique( $ids ) ) );
		return array_map(
			function ( Task $task ) use ( $orders, $beside ): array {
				$order = $orders[ $task->key->order_id ] ?? null;
				return [
					'task'     => $this->tasks->view( $task, $beside[ $task->key->order_id ] ?? [] ),
					'customer' => $order === null ? '' : HistoryOrders::name( $order ),
					'total'    => $order === null ? null : (string) $order->get_total( 'edit' ),
					'currency' => $order === null ? '' : $order->get_currency( 'edit' ),
				];
			},
			$tasks
		);
	}
}
