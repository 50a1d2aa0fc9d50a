<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Text\CsvLine;
use OrderInvoicer\Features\Figures\Rules\FigureSum;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;

/** One of the tables for a spreadsheet: a period, then the one before. What nobody knows is an empty cell. */
final class FiguresFile {

	public function __construct( private readonly FiguresText $texts ) {}

	public function text( FigureTable $table, Period $period, PeriodFigures $figures ): string {
		$head = new CsvLine();
		foreach ( $this->texts->columns( $table ) as $column ) {
			$head->text( $column );
		}
		$text = CsvLine::BOM . $head->to_string();
		foreach ( [ PeriodFigures::SHOWN, PeriodFigures::BEFORE ] as $which ) {
			$days  = $which === PeriodFigures::SHOWN ? $period : $period->before();
			$text .= $this->lines( $table, $which, "{$days->from} – {$days->until}", $figures );
		}
		return $text;
	}

	private function lines( FigureTable $table, string $which, string $period, PeriodFigures $figures ): string {
		$text = '';
		foreach ( array_keys( $figures->tables ) as $code ) {
			foreach ( $figures->table( $code, $table ) as [ $key, $sums ] ) {
				$sum   = $sums[ $which ];
				$text .= $sum->documents === 0
					? ''
					: $this->line( $period, $this->texts->label( $table, $key ), $sum, Currency::from_code( $code ) );
			}
		}
		return $text;
	}

	private function line( string $period, string $key, FigureSum $sum, Currency $currency ): string {
		$decimals = $currency->decimals;
		return ( new CsvLine() )
			->text( $period )
			->text( $key )
			->count( $sum->documents )
			->amount( $sum->is_known() ? $sum->excl_tax : null, $decimals )
			->amount( $sum->tax, $decimals )
			->amount( $sum->is_known() ? $sum->incl_tax : null, $decimals )
			->text( $currency->code )
			->to_string();
	}
}
