<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\RateFigures;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaxesColumn;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** The rates of VAT that documents have: columns are named before the first line is read. */
final class HistoryRates {

	private const CHUNK = 5000;

	public function __construct( private readonly Sql $sql ) {}

	/** @return list<string> percents, the highest first. */
	public function of( HistoryFilter $filter ): array {
		$found = [];
		$above = 0;
		do {
			$rows   = $this->rows( $filter, $above );
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
	private function rows( HistoryFilter $filter, int $above ): array {
		$sql       = 'SELECT sync_id, taxes FROM %i WHERE sync_id > %d AND taxes IS NOT NULL';
		$arguments = [ $this->sql->table( WpdbReport::TABLE ), $above ];
		if ( $filter->order_ids !== null ) {
			$sql        .= ' AND order_id IN ( %d )';
			$arguments[] = $filter->order_ids;
		}
		if ( $filter->kind !== null ) {
			$sql        .= ' AND kind = %s';
			$arguments[] = $filter->kind->value;
		}
		if ( $filter->has_days() ) {
			$sql .= ' AND COALESCE( document_date, made_at ) >= %s AND COALESCE( document_date, made_at ) < %s';
			array_push( $arguments, ...HistoryIds::moments( $filter ) );
		}
		return $this->sql->rows_now( "$sql ORDER BY sync_id LIMIT %d", [ ...$arguments, self::CHUNK ] );
	}
}
