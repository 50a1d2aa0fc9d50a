<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/**
 * What documents and their orders came to, from rows of the report. Months are the shop's. Invoices and credit notes
 * belong to the month of their own date, orders to that in which they were placed. What was seen as cancelled is no
 * money. A row is the report's: what is unknown is empty.
 *
 * @phpstan-type Row array<string, string>
 */
final class MoneyFigures {

	private const NAMES = [
		'invoice'    => [ 'invoices', 'invoiced', 'drafts' ],
		'creditnote' => [ 'credit_notes', 'credited', 'credit_note_drafts' ],
	];

	/** @var array<string, int> */
	private array $figures = [];

	/**
	 * @param \DateTimeImmutable              $now    in the shop's time zone.
	 * @param (\Closure( string ): string)|null $period
	 */
	private function __construct(
		private readonly \DateTimeImmutable $now,
		private readonly ?\Closure $period,
	) {}

	/**
	 * @param list<Row> $rows  of whole orders, the documents of each from the oldest on.
	 * @param int       $above only what belongs to rows above this one is counted, and up to the next; an order belongs
	 *                         to its first row, what is paid of it to its last invoice.
	 * @param (\Closure( string ): string)|null $period what a day belongs to; null: its month.
	 * @return array<string, int> by names such as `money 2026-07 EUR invoiced`, `day 2026-07-14 invoice`,
	 *                            `unknown 2026-07` and `unread`.
	 */
	public static function of(
		array $rows,
		\DateTimeImmutable $now,
		int $above = 0,
		int $until = PHP_INT_MAX,
		?\Closure $period = null,
	): array {
		$counted = new self( $now, $period );
		$orders  = [];
		foreach ( $rows as $row ) {
			$orders[ $row['order_id'] ][ (int) $row['sync_id'] ] = $row;
		}
		foreach ( $orders as $order ) {
			$is_counted = static fn ( int $id ): bool => $id > $above && $id <= $until;
			foreach ( array_filter( $order, $is_counted, ARRAY_FILTER_USE_KEY ) as $row ) {
				$counted->document( $row );
			}
			$counted->settled( $order, $is_counted );
			$counted->placed( $order, $is_counted );
		}
		return $counted->figures;
	}

	/** @param Row $row */
	private function document( array $row ): void {
		$made    = $this->local( $row['made_at'] );
		$is_read = $row['read_at'] !== '';
		$of_day  = $made?->format( 'Y-m-d' );
		if ( $made !== null && $made < $this->now ) {
			$this->add( "day $of_day {$row['kind']}" );
		}
		if ( ! $is_read || $row['order_paid_at'] . $row['order_created_at'] . $row['order_read_at'] === '' ) {
			$this->add( 'unread' );
		}
		$names = self::NAMES[ $row['kind'] ] ?? null;
		if ( $names === null ) {
			return;
		}
		if ( ! self::has_amount( $row ) || $row['order_read_at'] === '' ) {
			$this->add( 'unknown ' . substr( (string) $of_day, 0, 7 ) );
		}
		if ( ! self::has_amount( $row ) || $row['seen_status'] === 'cancelled' ) {
			return;
		}
		$month = $this->month_of( $row );
		$this->add( "$month " . ( $row['number'] === '' ? $names[2] : $names[0] ) );
		$this->add( "$month $names[1]", $row['number'] === '' ? 0 : (int) $row['incl_tax'] );
	}

	/**
	 * What is paid of an order's invoices and what is open is known of the order as a whole, credit notes deducted. It
	 * belongs to its last invoice: the one before was credited in full. What is left to pay is Sellsy's, where that was
	 * seen since the order became paid here.
	 *
	 * @param array<int, Row>      $order
	 * @param \Closure(int): bool  $is_counted
	 */
	private function settled( array $order, \Closure $is_counted ): void {
		$due  = 0;
		$last = 0;
		foreach ( $order as $id => $row ) {
			$is_money   = isset( self::NAMES[ $row['kind'] ] );
			$is_invoice = $row['kind'] === 'invoice';
			if ( $is_money && $row['number'] !== '' && $row['seen_status'] !== 'cancelled' ) {
				$due       += $is_invoice ? (int) $row['incl_tax'] : - (int) $row['incl_tax'];
				$last       = $is_invoice ? $id : $last;
			}
		}
		if ( ! $is_counted( $last ) || ! self::has_amount( $order[ $last ] ) ) {
			return;
		}
		$row     = $order[ $last ];
		$is_paid = $row['order_paid_at'] !== '';
		$is_seen = $row['seen_due'] !== '' && ( ! $is_paid || $row['seen_at'] > $row['order_paid_at'] );
		$open    = max( 0, min( $due, $is_seen ? (int) $row['seen_due'] : ( $is_paid ? 0 : $due ) ) );
		$this->add( $this->month_of( $row ) . ' open', $open );
		$this->add( $this->month_of( $row ) . ' paid', max( 0, $due ) - $open );
	}

	/**
	 * @param array<int, Row>      $order
	 * @param \Closure(int): bool  $is_counted
	 */
	private function placed( array $order, \Closure $is_counted ): void {
		$known = array_filter(
			$order,
			static fn ( array $row ): bool =>
				! in_array( '', [ $row['order_created_at'], $row['order_currency'], $row['order_total'] ], true )
		);
		if ( $known === [] || ! $is_counted( (int) array_key_first( $known ) ) ) {
			return;
		}
		$day   = (string) $this->local( max( array_column( $known, 'order_created_at' ) ) )?->format( 'Y-m-d' );
		$names = "money {$this->period( $day )} " . max( array_column( $known, 'order_currency' ) );
		$this->add( "$names orders" );
		$this->add( "$names ordered", max( array_map( 'intval', array_column( $known, 'order_total' ) ) ) );
	}

	/** @param Row $row */
	private static function has_amount( array $row ): bool {
		return ! in_array( '', [ $row['document_date'], $row['currency'], $row['incl_tax'] ], true );
	}

	/** @param Row $row */
	private function month_of( array $row ): string {
		return "money {$this->period( $row['document_date'] )} {$row['currency']}";
	}

	private function period( string $day ): string {
		return $this->period === null ? substr( $day, 0, 7 ) : ( $this->period )( $day );
	}

	private function local( string $utc ): ?\DateTimeImmutable {
		return $utc === ''
			? null
			: ( new \DateTimeImmutable( "$utc UTC" ) )->setTimezone( $this->now->getTimezone() );
	}

	private function add( string $name, int $number = 1 ): void {
		$this->figures[ $name ] = ( $this->figures[ $name ] ?? 0 ) + $number;
	}
}
