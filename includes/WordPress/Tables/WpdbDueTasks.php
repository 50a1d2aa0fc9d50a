<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Work\DueTask;
use OrderInvoicer\Domain\Work\DueTasks;

final class WpdbDueTasks implements DueTasks {

	private const DUE   = "SELECT id, order_id, refund_id, effect, backfill_id FROM %i WHERE ( ( state = 'queued'"
		. " AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) )";
	private const PLACE = ' ORDER BY backfill_id > 0, order_id, due_at, id LIMIT %d';
	private const FINAL = "effect IN ( 'validate_invoice', 'validate_creditnote' )";

	/** `DueTask::only_looks()`. */
	private const LOOKS = "( effect IN ( 'follow_order', 'follow_document', 'check_balance' ) AND refund_id = 0 )";

	/** What makes documents final first. */
	private const IN_TURN = ' ORDER BY backfill_id > 0, CASE WHEN ' . self::FINAL
		. ' THEN 0 ELSE 1 END, CASE WHEN ' . self::FINAL . ' THEN id ELSE 0 END, order_id, due_at, id LIMIT %d';

	private const LOOKS_LAST = ' ORDER BY backfill_id > 0, CASE WHEN ' . self::LOOKS . ' THEN 1 ELSE 0 END, CASE WHEN '
		. self::LOOKS . ' THEN 0 ELSE order_id END, order_id DESC, due_at, id LIMIT %d';

	public function __construct( private readonly TaskTable $table ) {}

	/** Only where a look would be next is asked whether any work is due, and then what of its order comes first. */
	public function next( \DateTimeImmutable $now, array $seen, ?bool $turn ): ?DueTask {
		$due   = self::DUE . ( $turn === false ? ' AND NOT ' . self::FINAL : '' );
		$first = $this->first( $due . ( $turn === true ? self::IN_TURN : self::PLACE ), $now, $seen );
		if ( $first?->only_looks() !== true || $first->is_backfill ) {
			return $first;
		}
		$work = $this->first( $due . self::LOOKS_LAST, $now, $seen );
		return match ( true ) {
			$work === null || $work->order_id === $first->order_id => $first,
			$work->only_looks() => $work,
			default => $this->first( "$due AND order_id = %d" . self::PLACE, $now, $seen, $work->order_id ) ?? $work,
		};
	}

	/**
	 * @param literal-string $sql
	 * @param list<int>      $seen
	 * @param int            ...$order_id where the statement asks for it.
	 */
	private function first( string $sql, \DateTimeImmutable $now, array $seen, int ...$order_id ): ?DueTask {
		$moment = UtcTime::to_column( $now );
		$rows   = $this->table->rows( $sql, [ $moment, $moment, ...array_values( $order_id ), count( $seen ) + 2 ] );
		$next   = array_values(
			array_filter( $rows, static fn ( array $row ): bool => ! in_array( (int) $row['id'], $seen, true ) )
		);
		if ( $next === [] ) {
			return null;
		}
		$row = $next[0];
		$this->table->is_of_order( (int) $row['id'], (int) $row['order_id'] );
		return new DueTask(
			id: (int) $row['id'],
			order_id: (int) $row['order_id'],
			effect: Effect::tryFrom( $row['effect'] ),
			is_backfill: (int) $row['backfill_id'] > 0,
			refund_id: (int) $row['refund_id'],
			is_alone: str_ends_with( $sql, self::PLACE ) && $row['order_id'] !== ( $next[1]['order_id'] ?? '' )
		);
	}
}
