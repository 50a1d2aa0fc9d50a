<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTask;
use OrderInvoicer\Domain\Work\DueTasks;

final class WpdbDueTasks implements DueTasks {

	private const DUE   = "SELECT id, order_id, effect, backfill_id FROM %i WHERE ( ( state = 'queued'"
		. " AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) )";
	private const PLACE = 'order_id, due_at, id LIMIT %d';
	private const FINAL = "effect IN ( 'validate_invoice', 'validate_creditnote' )";

	private readonly TaskTable $table;

	public function __construct( Sql $sql, Clock $clock ) {
		$this->table = new TaskTable( $sql, $clock );
	}

	public function next( \DateTimeImmutable $now, array $seen, ?bool $turn ): ?DueTask {
		$moment = UtcTime::to_column( $now );
		$sql    = match ( $turn ) {
			null  => self::DUE . ' ORDER BY backfill_id > 0, ' . self::PLACE,
			false => self::DUE . ' AND NOT ' . self::FINAL . ' ORDER BY backfill_id > 0, ' . self::PLACE,
			true  => self::DUE . ' ORDER BY backfill_id > 0, CASE WHEN ' . self::FINAL
				. ' THEN 0 ELSE 1 END, CASE WHEN ' . self::FINAL . ' THEN id ELSE 0 END, ' . self::PLACE,
		};
		foreach ( $this->table->rows( $sql, [ $moment, $moment, count( $seen ) + 1 ] ) as $row ) {
			if ( ! in_array( (int) $row['id'], $seen, true ) ) {
				return new DueTask(
					id: (int) $row['id'],
					order_id: (int) $row['order_id'],
					effect: Effect::tryFrom( $row['effect'] ),
					is_backfill: (int) $row['backfill_id'] > 0
				);
			}
		}
		return null;
	}
}
