<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use OrderInvoicer\WordPress\Tables\ReportRow;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** What a period came to, from the report: its documents and those of the period before, and their orders whole. */
final class WpdbFigures {

	/** Documents up to which somebody may wait for them, and orders. */
	public const MOST = 60_000;

	/** Orders that are read at once. */
	private const CHUNK = 1000;

	private const COLUMNS = ReportRow::PAID_AT . ', ' . ReportRow::COLUMNS . ', order_id, made_at,'
		. ' read_at, seen_status, seen_due, seen_at,'
		. ' order_read_at, order_created_at, gateway, country, buyer, order_currency, order_total';

	public function __construct( private readonly Sql $sql ) {}

	/** @return PeriodFigures|null null: more than that. */
	public function of( Period $period, \DateTimeImmutable $now ): ?PeriodFigures {
		if ( $this->are_too_many( $period ) ) {
			return null;
		}
		$columns = self::COLUMNS;
		$figures = new PeriodFigures( $period, $now->setTimezone( wp_timezone() ), ReportRow::document( ... ) );
		$most    = self::MOST;
		foreach ( $this->orders( $period ) as $orders ) {
			$most -= count( $orders );
			if ( $most < 0 ) {
				return null;
			}
			$figures->add(
				$this->sql->rows_now(
					"SELECT $columns FROM %i r WHERE order_id IN ( %d ) ORDER BY sync_id",
					[ $this->sql->table( 'orderinvoicer_sync' ), $this->table(), $orders ]
				)
			);
		}
		return $figures;
	}

	/** Told by the index alone, before anything is read. */
	private function are_too_many( Period $period ): bool {
		return $this->sql->rows_now(
			"SELECT 1 FROM %i WHERE document_date >= %s AND document_date <= %s
				AND kind IN ( 'invoice', 'creditnote' ) LIMIT 1 OFFSET %d",
			[ $this->table(), $period->before()->from, $period->until, self::MOST ]
		) !== [];
	}

	/**
	 * A day at a time, so that few are in memory; each order once.
	 *
	 * @return iterable<non-empty-list<int>>
	 */
	private function orders( Period $period ): iterable {
		$seen = [];
		foreach ( [ '', ...$period->before()->days(), ...$period->days() ] as $day ) {
			$found = [];
			foreach ( $day === '' ? $this->unread( $period ) : $this->dated( $day ) as $row ) {
				$order = (int) $row['order_id'];
				if ( ! isset( $seen[ $order ] ) ) {
					$seen[ $order ] = true;
					$found[]        = $order;
				}
			}
			yield from array_chunk( $found, self::CHUNK );
		}
	}

	/** @return list<array<string, string>> */
	private function dated( string $day ): array {
		return $this->sql->rows_now(
			"SELECT order_id FROM %i WHERE document_date = %s AND kind IN ( 'invoice', 'creditnote' )",
			[ $this->table(), $day ]
		);
	}

	/**
	 * Those that nobody has read have no date of their own yet: what is known of them is when they were made.
	 *
	 * @return list<array<string, string>>
	 */
	private function unread( Period $period ): array {
		return $this->sql->rows_now(
			"SELECT order_id FROM %i WHERE read_at IS NULL AND kind IN ( 'invoice', 'creditnote' )
				AND document_date IS NULL AND made_at >= %s AND made_at < %s LIMIT %d",
			[
				$this->table(),
				UtcTime::to_column( $period->before()->starts( wp_timezone() ) ),
				UtcTime::to_column( $period->ends( wp_timezone() ) ),
				self::MOST,
			]
		);
	}

	private function table(): string {
		return $this->sql->table( WpdbReport::TABLE );
	}
}
