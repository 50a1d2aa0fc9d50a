<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * What is paid of an order's invoices and what is left, as `Domain/Report/MoneyFigures` counts it: of the order as a
 * whole, credit notes deducted. It belongs to the last invoice; the one before was credited in full. A row is the
 * report's: what is unknown is empty.
 *
 * @phpstan-type Row array<string, string>
 */
final class Settled {

	/**
	 * @param int|null $paid minor units, credit notes deducted; null: nobody knows.
	 * @param int|null $due  likewise.
	 */
	private function __construct(
		public readonly HistoryState $state,
		public readonly ?int $paid,
		public readonly ?int $due,
	) {}

	/**
	 * @param list<Row> $rows of one order.
	 * @return array<int, self> of its final invoices, by task.
	 */
	public static function of( array $rows ): array {
		$rows     = array_filter(
			$rows,
			static fn ( array $row ): bool => $row['number'] !== '' && $row['seen_status'] !== 'cancelled'
				&& in_array( $row['kind'], [ 'invoice', 'creditnote' ], true )
		);
		$invoices = [];
		foreach ( $rows as $row ) {
			if ( $row['kind'] === 'invoice' ) {
				$invoices[ (int) $row['sync_id'] ] = $row;
			}
		}
		ksort( $invoices );
		$last    = array_key_last( $invoices );
		$settled = array_map( static fn (): self => new self( HistoryState::Credited, 0, 0 ), $invoices );
		if ( $last !== null ) {
			$settled[ $last ] = self::last( $invoices[ $last ], $rows );
		}
		return $settled;
	}

	/**
	 * @param Row             $invoice
	 * @param array<int, Row> $rows
	 */
	private static function last( array $invoice, array $rows ): self {
		$left = 0;
		foreach ( $rows as $row ) {
			if ( $row['incl_tax'] === '' || $row['currency'] !== $invoice['currency'] ) {
				return new self( HistoryState::Final, null, null );
			}
			$left += $row['kind'] === 'invoice' ? (int) $row['incl_tax'] : - (int) $row['incl_tax'];
		}
		if ( $left <= 0 && (int) $invoice['incl_tax'] > 0 ) {
			return new self( HistoryState::Credited, 0, 0 );
		}
		$due = self::due( $invoice, max( 0, $left ) );
		return $due === null
			? new self( HistoryState::Final, null, null )
			: new self( $due > 0 ? HistoryState::Due : HistoryState::Paid, max( 0, $left ) - $due, $due );
	}

	/**
	 * Sellsy's own word counts, where that was seen since the order became paid here.
	 *
	 * @param Row $invoice
	 */
	private static function due( array $invoice, int $left ): ?int {
		$is_paid = $invoice['order_paid_at'] !== '';
		return match ( true ) {
			$invoice['seen_due'] !== '' && ( ! $is_paid || $invoice['seen_at'] > $invoice['order_paid_at'] )
				=> min( $left, max( 0, (int) $invoice['seen_due'] ) ),
			$is_paid => 0,
			$invoice['order_created_at'] !== '' => $left,
			default => null,
		};
	}
}
