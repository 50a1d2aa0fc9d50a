<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\MoneyFigures;
use OrderInvoicer\Domain\Report\ReportedDocument;

/**
 * What a period came to, beside the one before, from rows of the report. Final invoices and credit notes belong to the
 * day of their own date. What was seen as cancelled is no money. Currencies are never added together. A row is the
 * report's: what is unknown is empty.
 *
 * @phpstan-type Row array<string, string>
 * @phpstan-type Sums array<string, FigureSum>
 */
final class PeriodFigures {

	public const SHOWN  = 'shown';
	public const BEFORE = 'before';

	/** The key of what nobody knows, and of a document without taxes. */
	public const UNKNOWN = '';
	public const NO_TAX  = 'none';

	/** @var array<string, int> as `MoneyFigures` names them, the period in place of the month. */
	public array $money = [];

	/** @var array<string, array<string, array<string, Sums>>> by currency, table, key and period. */
	public array $tables = [];

	/** @var array<string, array<string, array<string, int>>> by currency and day: `invoices`, `invoiced`, … */
	public array $days = [];

	/** @var array<string, int> by period: documents of which nobody knows what they are worth. */
	public array $unknown = [
		self::SHOWN    => 0,
		self::BEFORE => 0,
	];

	/** @var array<string, int> by period: documents whose amounts are known. */
	public array $documents = [
		self::SHOWN    => 0,
		self::BEFORE => 0,
	];

	/** @var array<string, int> by period: those of them of which the HT of each tax is known. */
	public array $with_bases = [
		self::SHOWN    => 0,
		self::BEFORE => 0,
	];

	private readonly Period $before;

	/**
	 * @param \DateTimeImmutable                       $now  in the shop's time zone.
	 * @param \Closure( Row ): (ReportedDocument|null) $read a row as a document.
	 */
	public function __construct(
		private readonly Period $period,
		private readonly \DateTimeImmutable $now,
		private readonly \Closure $read,
	) {
		$this->before = $period->before();
	}

	/** @param list<Row> $rows of whole orders, the documents of each from the oldest on. */
	public function add( array $rows ): void {
		foreach ( MoneyFigures::of( $rows, $this->now, period: $this->period_of( ... ) ) as $name => $number ) {
			$this->money[ $name ] = ( $this->money[ $name ] ?? 0 ) + $number;
		}
		foreach ( $rows as $row ) {
			$period = in_array( $row['kind'], [ 'invoice', 'creditnote' ], true ) && $row['number'] !== ''
				? $this->period_of( $row['document_date'] === '' ? $this->made_on( $row ) : $row['document_date'] )
				: '';
			if ( $period !== '' && $row['seen_status'] !== 'cancelled' ) {
				$this->document( $row, $period );
			}
		}
	}

	/**
	 * The largest first, what nobody knows last.
	 *
	 * @return list<array{string, array{shown: FigureSum, before: FigureSum}}> key and sums.
	 */
	public function table( string $currency, FigureTable $table ): array {
		$rows = [];
		foreach ( $this->tables[ $currency ][ $table->value ] ?? [] as $key => $sums ) {
			$rows[] = [
				ltrim( $key ),
				[
					self::SHOWN    => $sums[ self::SHOWN ] ?? new FigureSum(),
					self::BEFORE => $sums[ self::BEFORE ] ?? new FigureSum(),
				],
			];
		}
		usort( $rows, self::order( ... ) );
		return $rows;
	}

	/**
	 * @param array{string, array{shown: FigureSum, before: FigureSum}} $a
	 * @param array{string, array{shown: FigureSum, before: FigureSum}} $b
	 */
	private static function order( array $a, array $b ): int {
		return self::place( ...$a ) <=> self::place( ...$b );
	}

	/**
	 * @param array{shown: FigureSum, before: FigureSum} $sums
	 * @return array{bool, int, int, int, string} the largest sum first.
	 */
	private static function place( string $key, array $sums ): array {
		return [
			$key === self::UNKNOWN,
			- $sums[ self::SHOWN ]->incl_tax,
			- $sums[ self::SHOWN ]->documents,
			- $sums[ self::BEFORE ]->documents,
			$key,
		];
	}

	/** @param string $day `Y-m-d`, or empty. */
	private function period_of( string $day ): string {
		return match ( true ) {
			$this->period->holds( $day ) => self::SHOWN,
			$this->before->holds( $day ) => self::BEFORE,
			default                      => '',
		};
	}

	/**
	 * Of a document that nobody has read yet.
	 *
	 * @param Row $row
	 */
	private function made_on( array $row ): string {
		$zone = $this->now->getTimezone();
		return $row['made_at'] === ''
			? ''
			: ( new \DateTimeImmutable( "{$row['made_at']} UTC" ) )->setTimezone( $zone )->format( 'Y-m-d' );
	}

	/** @param Row $row */
	private function document( array $row, string $period ): void {
		if ( in_array( '', [ $row['document_date'], $row['currency'], $row['incl_tax'] ], true ) ) {
			++$this->unknown[ $period ];
			return;
		}
		$document = ( $this->read )( $row );
		if ( $document === null ) {
			return;
		}
		$sign     = $row['kind'] === 'invoice' ? 1 : -1;
		$excl_tax = $document->excl_tax === null ? null : $sign * $document->excl_tax;
		$tax      = $excl_tax === null ? 0 : $sign * (int) $document->incl_tax - $excl_tax;
		$by       = [
			FigureTable::Gateways->value  => $row['order_read_at'] === '' ? self::UNKNOWN : "g:{$row['gateway']}",
			FigureTable::Countries->value => $row['country'],
			FigureTable::Buyers->value    => $row['buyer'],
		];
		foreach ( $by as $table => $key ) {
			$this->sum( $row['currency'], $table, $key, $period )->add( $excl_tax, $tax );
		}
		$this->rates( $document, $row['currency'], $period, $sign );
		if ( $period === self::SHOWN ) {
			$this->day( $row, (int) $document->incl_tax );
		}
	}

	/** Two taxes of one rate are one rate. */
	private function rates( ReportedDocument $document, string $currency, string $period, int $sign ): void {
		$known = $document->with_bases();
		$rates = [];
		foreach ( $known ?? $document->taxes ?? [] as $tax ) {
			$rate           = ' ' . Decimal::from_string( $tax->percent )->to_string();
			$rates[ $rate ] = [
				( $rates[ $rate ][0] ?? 0 ) + (int) $tax->base,
				( $rates[ $rate ][1] ?? 0 ) + $tax->amount,
			];
		}
		++$this->documents[ $period ];
		$this->with_bases[ $period ] += $known === null ? 0 : 1;
		foreach ( $rates as $rate => [ $base, $vat ] ) {
			$this->sum( $currency, FigureTable::Rates->value, ltrim( $rate ), $period )
				->add( $known === null ? null : $sign * $base, $sign * $vat );
		}
		if ( $rates === [] ) {
			$excl_tax = $document->excl_tax === null ? null : $sign * $document->excl_tax;
			$tax      = $excl_tax === null ? 0 : $sign * (int) $document->incl_tax - $excl_tax;
			$key      = $document->taxes === null ? self::UNKNOWN : self::NO_TAX;
			$this->sum( $currency, FigureTable::Rates->value, $key, $period )->add( $excl_tax, $tax );
		}
	}

	private function sum( string $currency, string $table, string $key, string $period ): FigureSum {
		// A key such as `20` is a number to PHP.
		return $this->tables[ $currency ][ $table ][ " $key" ][ $period ] ??= new FigureSum();
	}

	/** @param Row $row */
	private function day( array $row, int $incl_tax ): void {
		[ $count, $amount ] = $row['kind'] === 'invoice' ? [ 'invoices', 'invoiced' ] : [ 'credit_notes', 'credited' ];

		$day = $this->days[ $row['currency'] ][ $row['document_date'] ] ?? [];

		$day[ $count ]  = ( $day[ $count ] ?? 0 ) + 1;
		$day[ $amount ] = ( $day[ $amount ] ?? 0 ) + $incl_tax;

		$this->days[ $row['currency'] ][ $row['document_date'] ] = $day;
	}
}
