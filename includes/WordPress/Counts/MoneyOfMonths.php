<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\MonthMoney;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/**
 * What this month and the one before came to, from the report. Months are the shop's. Invoices and credit notes belong
 * to the month of their own date, orders to that in which they were placed. What was seen as cancelled is no money.
 */
final class MoneyOfMonths {

	/** Documents of two months up to which a screen counts them as they stand. */
	private const FEW = 300;

	public function __construct( private readonly Sql $sql ) {}

	/** Whether a screen may count itself. */
	public function are_few( \DateTimeImmutable $now ): bool {
		$since = self::last_month( $now );
		return $this->are_fewer( 'made_at >= %s ORDER BY made_at', UtcTime::to_column( $since ) )
			&& $this->are_fewer( 'document_date >= %s ORDER BY document_date', $since->format( 'Y-m-d' ) );
	}

	public function count( \DateTimeImmutable $now ): MoneyCount {
		$figures = [];
		foreach ( [ ...$this->documents( $now ), ...$this->settled( $now ), ...$this->orders( $now ) ] as $row ) {
			$month    = self::month( $now, ( $row['is_last'] ?? '' ) === '1' );
			$currency = $row['currency'] ?? '';
			unset( $row['is_last'], $row['currency'] );
			$figures[ $month ][ $currency ] = array_map( 'intval', $row ) + ( $figures[ $month ][ $currency ] ?? [] );
		}
		$months = [];
		foreach ( $figures as $month => $currencies ) {
			foreach ( $currencies as $currency => $known ) {
				$months[] = new MonthMoney( $month, (string) $currency, ...$known );
			}
		}
		return new MoneyCount( $months, $this->unknown( $now ) );
	}

	/** @return string `Y-m` */
	public static function month( \DateTimeImmutable $now, bool $is_last = false ): string {
		return ( $is_last ? self::last_month( $now ) : self::this_month( $now ) )->format( 'Y-m' );
	}

	/** @return list<array<string, string>> */
	private function documents( \DateTimeImmutable $now ): array {
		return $this->sql->rows(
			"SELECT CASE WHEN document_date < %s THEN 1 ELSE 0 END AS is_last, currency,
				SUM( CASE WHEN kind = 'invoice' AND number <> '' THEN 1 ELSE 0 END ) AS invoices,
				SUM( CASE WHEN kind = 'invoice' AND number <> '' THEN incl_tax ELSE 0 END ) AS invoiced,
				SUM( CASE WHEN kind = 'creditnote' AND number <> '' THEN 1 ELSE 0 END ) AS credit_notes,
				SUM( CASE WHEN kind = 'creditnote' AND number <> '' THEN incl_tax ELSE 0 END ) AS credited,
				SUM( CASE WHEN kind = 'invoice' AND number = '' THEN 1 ELSE 0 END ) AS drafts,
				SUM( CASE WHEN kind = 'creditnote' AND number = '' THEN 1 ELSE 0 END ) AS credit_note_drafts
			FROM %i WHERE document_date >= %s AND document_date < %s AND kind IN ( 'invoice', 'creditnote' )
				AND currency IS NOT NULL AND incl_tax IS NOT NULL AND seen_status <> 'cancelled'
			GROUP BY is_last, currency",
			[ self::this_month( $now )->format( 'Y-m-d' ), $this->table(), ...self::dates( $now ) ]
		);
	}

	/**
	 * What is paid of an order's invoices and what is open is known of the order as a whole, credit notes deducted. It
	 * belongs to its last invoice: the one before was credited in full. What is left to pay is Sellsy's, where that was
	 * seen since the order became paid here.
	 *
	 * @return list<array<string, string>>
	 */
	private function settled( \DateTimeImmutable $now ): array {
		return $this->sql->rows(
			"SELECT is_last, currency,
				SUM( CASE WHEN due <= 0 THEN 0 WHEN unpaid IS NULL THEN CASE WHEN is_paid = 1 THEN due ELSE 0 END
					WHEN unpaid < due THEN due - unpaid ELSE 0 END ) AS paid,
				SUM( CASE WHEN due <= 0 THEN 0 WHEN unpaid IS NULL THEN CASE WHEN is_paid = 1 THEN 0 ELSE due END
					WHEN unpaid < due THEN unpaid ELSE due END ) AS open
			FROM ( SELECT CASE WHEN r.document_date < %s THEN 1 ELSE 0 END AS is_last, r.currency,
					CASE WHEN r.order_paid_at IS NULL THEN 0 ELSE 1 END AS is_paid,
					CASE WHEN r.order_paid_at IS NULL OR r.seen_at > r.order_paid_at THEN r.seen_due END AS unpaid,
					( SELECT SUM( CASE WHEN o.kind = 'invoice' THEN o.incl_tax ELSE - o.incl_tax END ) FROM %i o
						WHERE o.order_id = r.order_id AND o.kind IN ( 'invoice', 'creditnote' ) AND o.number <> ''
							AND o.seen_status <> 'cancelled'
					) AS due
				FROM %i r WHERE r.document_date >= %s AND r.document_date < %s AND r.kind = 'invoice'
					AND r.number <> '' AND r.currency IS NOT NULL AND r.incl_tax IS NOT NULL
					AND r.seen_status <> 'cancelled'
					AND NOT EXISTS ( SELECT 1 FROM %i l WHERE l.order_id = r.order_id AND l.kind = 'invoice'
						AND l.number <> '' AND l.seen_status <> 'cancelled' AND l.sync_id > r.sync_id ) ) invoices
			GROUP BY is_last, currency",
			[
				self::this_month( $now )->format( 'Y-m-d' ),
				$this->table(),
				$this->table(),
				...self::dates( $now ),
				$this->table(),
			]
		);
	}

	/**
	 * No document is older than its order: the index `made` leads to those of these months.
	 *
	 * @return list<array<string, string>>
	 */
	private function orders( \DateTimeImmutable $now ): array {
		$since = UtcTime::to_column( self::last_month( $now ) );
		return $this->sql->rows(
			'SELECT CASE WHEN placed < %s THEN 1 ELSE 0 END AS is_last, currency, COUNT(*) AS orders,
				SUM( total ) AS ordered
			FROM ( SELECT MAX( order_created_at ) AS placed, MAX( order_currency ) AS currency,
					MAX( order_total ) AS total
				FROM %i WHERE made_at >= %s AND order_created_at >= %s AND order_created_at < %s
					AND order_currency IS NOT NULL AND order_total IS NOT NULL
				GROUP BY order_id ) orders
			GROUP BY is_last, currency',
			[
				UtcTime::to_column( self::this_month( $now ) ),
				$this->table(),
				$since,
				$since,
				UtcTime::to_column( self::next_month( $now ) ),
			]
		);
	}

	private function unknown( \DateTimeImmutable $now ): int {
		return (int) $this->sql->value(
			"SELECT COUNT(*) FROM %i WHERE made_at >= %s AND kind IN ( 'invoice', 'creditnote' )
				AND ( document_date IS NULL OR currency IS NULL OR incl_tax IS NULL OR order_read_at IS NULL )",
			[ $this->table(), UtcTime::to_column( self::last_month( $now ) ) ]
		);
	}

	/** @param literal-string $condition */
	private function are_fewer( string $condition, string $since ): bool {
		return $this->sql->rows(
			"SELECT 1 FROM %i WHERE $condition LIMIT 1 OFFSET %d",
			[ $this->table(), $since, self::FEW ]
		) === [];
	}

	/** @return array{string, string} */
	private static function dates( \DateTimeImmutable $now ): array {
		return [ self::last_month( $now )->format( 'Y-m-d' ), self::next_month( $now )->format( 'Y-m-d' ) ];
	}

	/** Where the clock skips midnight, its first moment is later. */
	private static function this_month( \DateTimeImmutable $now ): \DateTimeImmutable {
		return $now->setTimezone( wp_timezone() )->modify( 'first day of this month' )->setTime( 0, 0 );
	}

	private static function last_month( \DateTimeImmutable $now ): \DateTimeImmutable {
		return self::this_month( $now )->modify( 'first day of last month' )->setTime( 0, 0 );
	}

	private static function next_month( \DateTimeImmutable $now ): \DateTimeImmutable {
		return self::this_month( $now )->modify( 'first day of next month' )->setTime( 0, 0 );
	}

	private function table(): string {
		return $this->sql->table( WpdbReport::TABLE );
	}
}
