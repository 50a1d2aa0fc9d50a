<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Bulk\MendedRows;
use OrderInvoicer\Domain\Bulk\PlanRetryAll;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Wording\BulkText;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Tables\TaskPages;

/** The ledger, newest first, and trying again what is listed. */
final class TasksController extends BaseController {

	/** Of all pages of the list, the rows that `POST /tasks/retry` would take up. */
	private const RETRYABLE = 'X-OrderInvoicer-Retryable';

	/** Rows that a page may leave out: they are read all the same. Behind them one goes on from row to row. */
	private const LONGEST_LEAP = 10000;

	public function __construct(
		SchemaSet $schemas,
		private readonly Ledger $ledger,
		private readonly RetryTask $retry,
		private readonly TaskView $view,
		private readonly LedgerCounts $counts,
		private readonly TaskPages $pages,
		private readonly PlanRetryAll $plan,
		private readonly MendedRows $mended,
		private readonly BulkText $texts,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$may   = $this->can_manage( ... );
		$page  = $this->endpoint( \WP_REST_Server::READABLE, $this->page( ... ), $may, 'tasks-query' );
		$retry = $this->endpoint( \WP_REST_Server::CREATABLE, $this->retry_all( ... ), $may, 'tasks-retry-request' );
		$this->route( '/tasks', 'tasks', [ $page ] );
		$this->route( '/tasks/retry', 'tasks-retry', [ $retry ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$query = new Values( $request->get_params() );
		$page  = new PagedAnswer( $query );
		try {
			$filter = $this->filter( $query );
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
			$after > 0  => $this->pages->after( $filter, $after, $page->limit ),
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
	 * What stands beside a draft says whether somebody has asked already for it to become final.
	 *
	 * @param list<Task> $rows
	 * @return list<array<string, mixed>>
	 */
	private function views( array $rows ): array {
		$drafts = array_filter( $rows, FinaliseNow::is_possible( ... ) );
		$orders = array_map( static fn ( Task $draft ): int => $draft->key->order_id, array_values( $drafts ) );
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

	/**
	 * Where something becomes final by it, a person says yes to that first: the same request with what was seen.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function retry_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$listed = $request['mended'] === true
				? $this->mended->filter()
				: $this->filter( new Values( $request->get_params() ) );
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
				? [ 'retried' => $this->retry->retry_all( $listed ) ]
				: [
					'retried' => 0,
					'asks'    => [ $this->texts->warning( $plan, $orders ) ],
					'seen'    => $plan->mark(),
				]
		);
	}

	/**
	 * What GET and POST ask for, as a filter of the ledger. Days are the shop's.
	 *
	 * @throws Refused where a day is none.
	 */
	private function filter( Values $query ): TaskFilter {
		$state  = TaskState::tryFrom( $query->text( 'state', '' ) );
		$effect = Effect::tryFrom( $query->text( 'effect', '' ) );
		return new TaskFilter(
			states: $state === null ? [] : [ $state ],
			effects: $effect === null ? [] : [ $effect ],
			order_ids: $this->orders( $query->text( 'order', '' ) ),
			from: $this->day( $query->text( 'from', '' ) ),
			until: $this->day( $query->text( 'until', '' ) )?->modify( '+1 day' ),
			problem: $query->text( 'problem', '' )
		);
	}

	/**
	 * The order with that id, and the one with that number: plugins that number orders answer WooCommerce's own
	 * question of its tracking page.
	 *
	 * @return list<int> 0 for what is no order at all.
	 */
	private function orders( string $number ): array {
		$number = ltrim( trim( $number ), '#' );
		if ( $number === '' ) {
			return [];
		}
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's hook.
		$found = apply_filters( 'woocommerce_shortcode_order_tracking_order_id', $number );
		return [ ctype_digit( $number ) ? (int) $number : 0, is_numeric( $found ) ? (int) $found : 0 ];
	}

	private function day( string $day ): ?\DateTimeImmutable {
		if ( $day !== '' && ! Day::exists( $day ) ) {
			throw new Refused( Refused::NO_SUCH_DAY, [ 'day' => $day ] );
		}
		$midnight = \DateTimeImmutable::createFromFormat( '!Y-m-d', $day, wp_timezone() );
		return $midnight === false ? null : $midnight;
	}
}
