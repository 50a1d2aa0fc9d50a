<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\ChangedOrders;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\UtcTime;

/** The ledger's rows by the second of their last change, and one option: `second.row`. */
final class WpdbChangedOrders implements ChangedOrders {

	public const OPTION = 'orderinvoicer_balances_seen';

	private readonly TaskTable $table;

	public function __construct(
		Sql $sql,
		private readonly FreshOptions $options,
		private readonly EditsSeen $edits,
		Clock $clock,
	) {
		$this->table = new TaskTable( $sql, $clock );
	}

	public function next( \DateTimeImmutable $until, int $limit ): array {
		[ $at, $id ] = $this->position( $until );
		$since       = UtcTime::to_column( new \DateTimeImmutable( "@$at" ) );
		$rows        = $this->table->rows(
			'SELECT id, order_id, updated_at FROM %i WHERE updated_at >= %s AND updated_at <= %s'
				. ' AND ( updated_at > %s OR id > %d ) ORDER BY updated_at, id LIMIT %d',
			[ $since, UtcTime::to_column( $until ), $since, $id, $limit ]
		);
		foreach ( $rows as $row ) {
			$at = UtcTime::of_column( $row['updated_at'] )->getTimestamp();
			$id = (int) $row['id'];
		}
		$orders = array_map( intval( ... ), array_column( $rows, 'order_id' ) );
		return [ array_values( array_unique( $orders ) ), "$at.$id" ];
	}

	public function keep( string $position ): void {
		if ( $position !== $this->options->get( self::OPTION ) ) {
			$this->options->set( self::OPTION, $position );
		}
	}

	/** @return array{int, int} second and row. */
	private function position( \DateTimeImmutable $until ): array {
		$kept = preg_match( '/^(\d{1,11})\.(\d{1,19})$/D', $this->options->get( self::OPTION ), $parts ) === 1;
		$last = $kept ? [ (int) $parts[1], (int) $parts[2] ] : [ $this->edits->last()?->at->getTimestamp() ?? 0, 0 ];
		$ends = $until->getTimestamp();
		return $last[0] > $ends + MINUTE_IN_SECONDS ? [ $ends - HOUR_IN_SECONDS, 0 ] : $last;
	}
}
