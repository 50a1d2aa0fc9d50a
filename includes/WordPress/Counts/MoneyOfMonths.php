<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\MoneyFigures;
use OrderInvoicer\Domain\Report\MonthMoney;
use OrderInvoicer\WordPress\Tables\ReportRow;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** What this month and the one before came to, from the report. Months are the shop's. */
final class MoneyOfMonths {

	/** Documents of two months up to which a screen counts them as they stand. */
	private const FEW = 300;

	private const COLUMNS = ReportRow::PAID_AT . ', sync_id, order_id, kind, number, made_at,'
		. 'read_at, document_date, currency, incl_tax,'
		. 'seen_status, seen_due, seen_at, order_read_at, order_created_at, order_currency, order_total';

	public function __construct( private readonly Sql $sql ) {}

	/** Whether a screen may count itself. */
	public function are_few( \DateTimeImmutable $now ): bool {
		$since = self::last_month( $now );
		return $this->are_fewer( 'made_at >= %s ORDER BY made_at', UtcTime::to_column( $since ) )
			&& $this->are_fewer( 'document_date >= %s ORDER BY document_date', $since->format( 'Y-m-d' ) );
	}

	/** @return array<string, int> as `MoneyFigures` names them. */
	public function count( \DateTimeImmutable $now ): array {
		$since = self::last_month( $now );
		$ids   = $this->sql->rows(
			'SELECT order_id FROM %i WHERE made_at >= %s UNION SELECT order_id FROM %i WHERE document_date >= %s',
			[ $this->table(), UtcTime::to_column( $since ), $this->table(), $since->format( 'Y-m-d' ) ]
		);
		$rows  = $this->of_orders( array_column( $ids, 'order_id' ) );
		return MoneyFigures::of( $rows, $now->setTimezone( wp_timezone() ) );
	}

	/**
	 * Of the report's rows above one, up to another.
	 *
	 * @return array<string, int> as `MoneyFigures` names them; of older months only what is unread.
	 */
	public function figures( int $above, int $until, \DateTimeImmutable $now ): array {
		$columns = self::COLUMNS;
		$rows    = $this->sql->rows(
			"SELECT $columns FROM %i r WHERE sync_id > %d AND sync_id <= %d",
			[ $this->sql->table( 'orderinvoicer_sync' ), $this->table(), $above, $until ]
		);
		$since   = UtcTime::to_column( self::last_month( $now ) );
		$month   = self::month( $now, is_last: true );
		$recent  = array_filter(
			$rows,
			static fn ( array $row ): bool =>
				max( $row['made_at'], $row['order_created_at'] ) >= $since || $row['document_date'] >= $month
		);
		$whole   = array_column( $recent, 'order_id', 'order_id' );
		$older   = array_filter( $rows, static fn ( array $row ): bool => ! isset( $whole[ $row['order_id'] ] ) );
		return array_filter(
			MoneyFigures::of(
				[ ...$older, ...$this->of_orders( array_values( $whole ) ) ],
				$now->setTimezone( wp_timezone() ),
				$above,
				$until
			),
			static fn ( string $name ): bool => ( explode( ' ', $name )[1] ?? $month ) >= $month,
			ARRAY_FILTER_USE_KEY
		);
	}

	/**
	 * @param list<string> $order_ids
	 * @return list<array<string, string>>
	 */
	private function of_orders( array $order_ids ): array {
		$columns = self::COLUMNS;
		return $order_ids === [] ? [] : $this->sql->rows(
			"SELECT $columns FROM %i r WHERE order_id IN ( %d ) ORDER BY sync_id",
			[ $this->sql->table( 'orderinvoicer_sync' ), $this->table(), $order_ids ]
		);
	}

	/**
	 * @param array<string, int> $figures
	 * @return list<MonthMoney> of this month and the one before, one for each currency in which there was anything.
	 */
	public static function months( array $figures, \DateTimeImmutable $now ): array {
		$shown  = [ self::month( $now ), self::month( $now, is_last: true ) ];
		$months = [];
		foreach ( $figures as $name => $number ) {
			[ $what, $month, $currency, $figure ] = explode( ' ', $name ) + [ '', '', '', '' ];
			if ( $what === 'money' && in_array( $month, $shown, true ) ) {
				$months[ "$month $currency" ][ $figure ] = $number;
			}
		}
		$money = [];
		foreach ( $months as $of => $known ) {
			$money[] = new MonthMoney( substr( $of, 0, 7 ), substr( $of, 8 ), ...$known );
		}
		return $money;
	}

	/**
	 * @param array<string, int> $figures
	 * @return int invoices and credit notes of which nobody knows what they are worth, or whether their order is paid.
	 */
	public static function unknown( array $figures, \DateTimeImmutable $now ): int {
		$since = 'unknown ' . self::month( $now, is_last: true );
		return array_sum(
			array_filter(
				$figures,
				static fn ( string $name ): bool => str_starts_with( $name, 'unknown ' ) && $name >= $since,
				ARRAY_FILTER_USE_KEY
			)
		);
	}

	/** @return string `Y-m` */
	public static function month( \DateTimeImmutable $now, bool $is_last = false ): string {
		return ( $is_last ? self::last_month( $now ) : self::this_month( $now ) )->format( 'Y-m' );
	}

	/** @param literal-string $condition */
	private function are_fewer( string $condition, string $since ): bool {
		return $this->sql->rows(
			"SELECT 1 FROM %i WHERE $condition LIMIT 1 OFFSET %d",
			[ $this->table(), $since, self::FEW ]
		) === [];
	}

	/** Where the clock skips midnight, its first moment is later. */
	private static function this_month( \DateTimeImmutable $now ): \DateTimeImmutable {
		return $now->setTimezone( wp_timezone() )->modify( 'first day of this month' )->setTime( 0, 0 );
	}

	private static function last_month( \DateTimeImmutable $now ): \DateTimeImmutable {
		return self::this_month( $now )->modify( 'first day of last month' )->setTime( 0, 0 );
	}

	private function table(): string {
		return $this->sql->table( WpdbReport::TABLE );
	}
}
