<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;

/**
 * Fills a report that was lost, or that could not be written, a little in each pass: rows from the ledger, the newest
 * first; what they are worth from Sellsy's lists, a hundred a call; their orders from the shop. What nobody can say any
 * more stays unknown. Orders that were not paid yet are looked at again each day for three months.
 */
final class FillReport {

	/** Tasks that are compared at once, and how often in one pass. */
	private const TASKS = 2000;
	private const TURNS = 5;

	/** Calls in one pass; where nothing waits and Sellsy's quota is not spent. */
	private const PAGES      = 3;
	private const FREE_PAGES = 30;

	/** Orders that are read at once; where nothing waits, again and again for so long. */
	private const ORDERS       = 20;
	private const FREE_SECONDS = 10;

	private const UNPAID_EVERY = '-1 day';
	private const UNPAID_FOR   = '-90 days';

	/** The moment of the ledger and Sellsy's own differ. */
	private const MARGIN = '-1 day';

	/**
	 * @param \Closure(): bool $nothing_waits  that orders of today need.
	 * @param \Closure(): bool $has_calls_left that orders of today do not need in this minute.
	 */
	public function __construct(
		private readonly Report $report,
		private readonly Filled $filled,
		private readonly DocumentsSince $documents_since,
		private readonly Orders $orders,
		private readonly Clock $clock,
		private readonly \Closure $nothing_waits,
		private readonly \Closure $has_calls_left,
	) {}

	/** What the shop itself can tell. Nothing is asked of Sellsy. */
	public function from_the_shop(): void {
		$this->compare();
		$now  = $this->clock->now();
		do {
			$orders = $this->report->unread_orders( self::ORDERS );
			$left   = self::ORDERS - count( $orders );
			$this->read_orders( $orders );
		} while ( $left === 0 && $this->is_time_left( $now ) && ( $this->nothing_waits )() );
		$unpaid = $left > 0
			? $this->report->unpaid_orders(
				$now->modify( self::UNPAID_EVERY ),
				$now->modify( self::UNPAID_FOR ),
				$left
			)
			: [];
		$this->read_orders( $unpaid );
	}

	/** @param list<int> $order_ids */
	private function read_orders( array $order_ids ): void {
		foreach ( $order_ids as $order_id ) {
			$this->report->keep_order( $order_id, $this->order( $order_id ), $this->clock->now() );
		}
	}

	private function is_time_left( \DateTimeImmutable $since ): bool {
		return $this->clock->now() < $since->modify( '+' . self::FREE_SECONDS . ' seconds' );
	}

	/** One that cannot be read must not be in the way of the others. */
	private function order( int $order_id ): ?ReportedOrder {
		try {
			$order = $this->orders->snapshot( $order_id );
			return $order === null ? null : ReportedOrder::from_order( $order );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}

	/**
	 * A few calls, more where nobody else needs them, and none once all is filled in. Where Sellsy does not answer, the
	 * next pass asks again.
	 */
	public function from_sellsy(): void {
		$position = $this->filled->position();
		if ( $position === null || $position->below > 0 ) {
			return;
		}
		try {
			$now   = $this->clock->now();
			$calls = 0;
			while ( ! $position->is_done && $this->may_call( $calls, $now ) ) {
				if ( $position->kind?->needs_v1() === true && $this->report->unread_orders( 1 ) !== [] ) {
					return; // Only their orders say in which currency they are.
				}
				$since  = $position->kind === null ? null : $this->report->unread_since( $position->kind );
				$calls += $since === null ? 0 : 1;
				$next   = $this->read( $position, $since );
				if ( ! $this->filled->move( $position, $next ) ) {
					return; // Another runner is at it, or what the ledger holds has to be compared again.
				}
				if ( $since !== null && $position->kind !== null && $position->kind !== $next->kind ) {
					// What the list did not show is gone from Sellsy, or in another account: nobody looks for it again.
					$this->report->give_up( $position->kind, $this->clock->now() );
				}
				$position = $next;
			}
		} catch ( RemoteFailure ) {
			return;
		}
	}

	private function may_call( int $calls, \DateTimeImmutable $since ): bool {
		return $calls < self::PAGES || (
			$calls < self::FREE_PAGES
			&& $this->is_time_left( $since )
			&& ( $this->has_calls_left )()
			&& ( $this->nothing_waits )()
		);
	}

	/** The ledger's end is asked for once a position stands that a report which cannot be written takes back. */
	private function compare(): void {
		$position = $this->filled->position();
		$has_one  = $position !== null || $this->filled->move( null, FillPosition::beginning() );
		$position = $position ?? FillPosition::beginning();
		for ( $turn = 0; $turn < self::TURNS && $has_one && $position->below > 0; $turn++ ) {
			$until = min( $position->below, $this->report->end_of_ledger() );
			$next  = new FillPosition( max( 0, $until - self::TASKS ) );
			$this->report->reconcile( $next->below, $until );
			$has_one  = $this->filled->move( $position, $next );
			$position = $next;
		}
	}

	/** @throws RemoteFailure */
	private function read( FillPosition $position, ?\DateTimeImmutable $since ): FillPosition {
		$kind = $position->kind;
		if ( $kind === null || $since === null ) {
			return $position->next_kind();
		}
		try {
			$page = $this->documents_since->page( $kind, $since->modify( self::MARGIN ), $position->page );
		} catch ( RemoteFailure $failure ) {
			return self::is_for_good( $failure ) ? $position->next_kind() : throw $failure;
		}
		$this->keep( $kind, $page->documents );
		return $page->next === '' ? $position->next_kind() : $position->on_page( $page->next );
	}

	/** No right to this kind, or a position that Sellsy no longer takes. */
	private static function is_for_good( RemoteFailure $failure ): bool {
		return in_array(
			$failure->kind,
			[ FailureKind::AccountBlocked, FailureKind::V1Missing, FailureKind::Rejected, FailureKind::NotFound ],
			true
		);
	}

	/** @param list<ListedDocument> $listed */
	private function keep( DocumentKind $kind, array $listed ): void {
		$unread = $listed === [] ? [] : $this->report->unread_among( $kind, $listed );
		foreach ( $listed as $one ) {
			$row = $unread[ $one->id ] ?? null;
			if ( $row !== null && $one->document !== null && self::is_ours( $row, $one->document ) ) {
				$this->report->update(
					$row['task_id'],
					ReportedDocument::from_document( $one->document, $row['currency'] )
				);
			}
		}
	}

	/**
	 * Another account may hold another document under the same id.
	 *
	 * @param array{task_id: int, key: string, number: string, currency: string} $row
	 */
	private static function is_ours( array $row, RemoteDocument $listed ): bool {
		return ( $row['key'] !== '' && $listed->bears( $row['key'] ) )
			|| ( $row['number'] !== '' && $row['number'] === $listed->number );
	}
}
