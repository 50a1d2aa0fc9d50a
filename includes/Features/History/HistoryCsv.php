<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Text\CsvLine;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Features\History\Rules\RateFigures;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaxesColumn;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\GatewayName;

/**
 * Documents as a table for an accountant: a line for each, and two columns for each rate of VAT. What nobody knows is
 * said; an empty cell says that there is nothing of it.
 */
final class HistoryCsv {

	/** Documents whose rates are read at once. */
	private const CHUNK = 5000;

	public function __construct(
		private readonly WpdbHistory $history,
		private readonly HistoryOrders $orders,
		private readonly OrderTraitsReader $traits,
		private readonly DocumentNames $names,
		private readonly HistoryText $texts,
		private readonly Sql $sql,
		private readonly OrderView $order_view = new OrderView(),
	) {}

	/** @return iterable<string> some lines at a time. */
	public function lines( HistoryFilter $filter ): iterable {
		$filter = $filter->summed();
		$rates  = $this->rates( $filter );
		$head   = new CsvLine();
		array_map( $head->text( ... ), $this->texts->columns( $rates ) );
		yield CsvLine::BOM . $head->to_string();
		foreach ( $this->history->all( $filter ) as $rows ) {
			$orders  = $this->orders->of( $rows );
			$origins = $this->history->origins( $rows );
			$lines   = '';
			foreach ( $rows as $row ) {
				$order  = $orders[ $row->task->key->order_id ] ?? null;
				$lines .= $this->line( $row, $order, $rates, $origins[ $row->task->id ] ?? null );
			}
			yield $lines;
		}
	}

	/**
	 * @param list<string> $rates
	 * @param string|null  $origin null: nobody knows.
	 */
	private function line( HistoryRow $row, ?\WC_Order $order, array $rates, ?string $origin ): string {
		$line = ( new CsvLine() )->text( $row->day )->text( $row->number )->text( $this->names->kind( $row->kind ) )
			->text( $this->order_view->view( $row->task->key->order_id, $order )['number'] );
		$this->add_buyer( $line, $order );
		$line->text( $row->country === '' ? $this->texts->unknown() : $row->country );
		$line->text( $order === null ? $this->texts->unknown() : self::way_to_pay( $order ) );
		$this->add_amounts( $line, $row, $rates );
		$line->text( $this->texts->state( $row ) );
		$line->text( $row->kind === DocumentKind::CreditNote ? $origin ?? $this->texts->unknown() : '' );
		return $line->text( $row->document->currency ?? '' )->to_string();
	}

	/** As the buyer read it; an order that a program made may have the method's id alone. */
	private static function way_to_pay( \WC_Order $order ): string {
		$title = $order->get_payment_method_title( 'edit' );
		$id    = $order->get_payment_method( 'edit' );
		return $title === '' && $id !== '' ? GatewayName::of( $id ) : $title;
	}

	private function add_buyer( CsvLine $line, ?\WC_Order $order ): void {
		if ( $order === null ) {
			foreach ( range( 1, 4 ) as $_ ) {
				$line->text( $this->texts->unknown() );
			}
			return;
		}
		$buyer = $this->traits->buyer( $order );
		$line->text( $buyer->is_erased ? $this->texts->erased() : $buyer->person() )->text( $buyer->company )
			->text( $buyer->siret )->text( $buyer->vat_number );
	}

	/** @param list<string> $rates */
	private function add_amounts( CsvLine $line, HistoryRow $row, array $rates ): void {
		$document = $row->document;
		$this->add( $line, $row, $row->signed( $document?->excl_tax ) );
		$figures = $document?->taxes === null ? null : RateFigures::of( $document->taxes );
		foreach ( $rates as $percent ) {
			foreach ( [ 'base', 'vat' ] as $part ) {
				$figures !== null && ! isset( $figures[ $percent ] )
					? $line->text( '' )
					: $this->add( $line, $row, $row->signed( $figures[ $percent ][ $part ] ?? null ) );
			}
		}
		$this->add( $line, $row, $row->signed( $document?->incl_tax ) );
		foreach ( [ $row->paid, $row->due ] as $amount ) {
			$row->is_for_money() ? $this->add( $line, $row, $amount ) : $line->text( '' );
		}
	}

	/** Of a document that is not there yet, there is no amount. */
	private function add( CsvLine $line, HistoryRow $row, ?int $amount ): void {
		$currency = $row->document?->currency;
		match ( true ) {
			! $row->task->was_at_sellsy() => $line->text( '' ),
			$amount === null || $currency === null => $line->text( $this->texts->unknown() ),
			default => $line->amount( $amount, Currency::from_code( $currency )->decimals ),
		};
	}

	/** @return list<string> of VAT that documents have, the highest first: columns are named before the first line. */
	private function rates( HistoryFilter $filter ): array {
		$found = [];
		$above = 0;
		do {
			$rows   = $this->reported( $filter, $above );
			$number = count( $rows );
			foreach ( $rows as $row ) {
				foreach ( RateFigures::of( TaxesColumn::from_column( $row['taxes'] ) ?? [] ) as $percent => $_ ) {
					$found[ "$percent" ] = (float) $percent;
				}
			}
			$above = (int) ( $rows[ $number - 1 ]['sync_id'] ?? 0 );
		} while ( $number === self::CHUNK );
		arsort( $found );
		return array_map( strval( ... ), array_keys( $found ) );
	}

	/** @return list<array<string, string>> */
	private function reported( HistoryFilter $filter, int $above ): array {
		$sql       = 'SELECT sync_id, taxes FROM %i WHERE sync_id > %d AND taxes IS NOT NULL AND kind IN ( %s )';
		$arguments = [ $this->sql->table( WpdbReport::TABLE ), $above, array_column( $filter->kinds(), 'value' ) ];
		if ( $filter->order_ids !== null ) {
			$sql        .= ' AND order_id IN ( %d )';
			$arguments[] = $filter->order_ids;
		}
		if ( $filter->has_days() ) {
			$sql .= ' AND COALESCE( document_date, made_at ) >= %s AND COALESCE( document_date, made_at ) < %s';
			array_push( $arguments, ...HistoryIds::moments( $filter ) );
		}
		return $this->sql->rows_now( "$sql ORDER BY sync_id LIMIT %d", [ ...$arguments, self::CHUNK ] );
	}
}
