<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Tables\TaskTable;

/**
 * The ledger, newest first.
 *
 * @phpstan-import-type TasksAnswer from TaskView
 */
final class TasksController extends BaseController {

	/** Of all pages of the list, the rows that `POST /tasks/retry` would take up. */
	private const RETRYABLE = 'X-OrderInvoicer-Retryable';

	/** Rows that a page may leave out: they are read all the same. Behind them one goes on from row to row. */
	private const LONGEST_LEAP = 10000;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly RetryTask $retry,
		private readonly TaskView $view,
		private readonly LedgerCounts $counts,
		private readonly TaskTable $table,
	) {}

	public function routes(): array {
		return [ $this->get( '/tasks', 'tasks', $this->page( ... ), 'tasks-query' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$query = new Values( $request->get_params() );
		$page  = new PagedAnswer( $query );
		try {
			$filter = TaskQuery::filter( $query );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		$before  = $query->number( 'before', 0 );
		$after   = $query->number( 'after', 0 );
		$total   = $this->counts->count( $filter );
		$is_leap = max( $before, $after ) === 0 && $page->offset > self::LONGEST_LEAP;
		if ( $is_leap && $page->offset < $total ) {
			return Refusal::page_too_far();
		}
		$rows = match ( true ) {
			$before > 0 => $this->ledger->page( $filter->older_than( $before ), $page->limit, 0 ),
			$after > 0  => $this->table->after( $filter, $after, $page->limit ),
			$is_leap    => [], // Behind the last one.
			default     => $this->ledger->page( $filter, $page->limit, $page->offset ),
		};
		$answer = $this->answer( 'tasks', $this->views( $rows ) );
		$answer = $page->counted( $answer, $total );
		$answer->header( self::RETRYABLE, (string) $this->retry->retryable( $filter ) );
		$this->link_beside( $answer, $request, $rows, $page );
		return $answer;
	}

	/**
	 * What stands beside a document may stand in the way, such as that somebody has asked already for it.
	 *
	 * @param list<Task> $rows
	 * @return TasksAnswer
	 */
	private function views( array $rows ): array {
		$depend = array_filter( $rows, RowActs::depend_on_others( ... ) );
		$orders = array_map( static fn ( Task $task ): int => $task->key->order_id, array_values( $depend ) );
		$beside = $orders === [] ? [] : $this->ledger->for_orders( array_values( array_unique( $orders ) ) );
		return array_map(
			fn ( Task $task ): array => $this->view->view( $task, $beside[ $task->key->order_id ] ?? [] ),
			$rows
		);
	}

	/**
	 * The pages beside this one, as addresses that begin at a row: to follow them costs the same wherever they lead.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @param list<Task>                             $rows
	 */
	private function link_beside(
		\WP_REST_Response $answer,
		\WP_REST_Request $request,
		array $rows,
		PagedAnswer $page,
	): void {
		if ( $rows === [] ) {
			return;
		}
		$query = array_diff_key( $request->get_query_params(), array_flip( [ 'page', 'before', 'after' ] ) );
		$link  = static fn ( string $rel, string $from, int $id ) => $answer->link_header(
			$rel,
			add_query_arg( urlencode_deep( $query + [ $from => $id ] ), rest_url( $request->get_route() ) )
		);
		if ( count( $rows ) === $page->limit ) {
			$link( 'next', 'before', $rows[ $page->limit - 1 ]->id );
		}
		if ( $page->offset > 0 || $request['before'] > 0 || $request['after'] > 0 ) {
			$link( 'prev', 'after', $rows[0]->id );
		}
	}
}
