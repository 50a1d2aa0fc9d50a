<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * Writes a row's HT as unit price × quantity, so that Sellsy, which rounds the product half up, gets the same HT. Where
 * no unit price leads there, the row is split into two whose unit prices have no more decimals than the currency.
 */
final class RowPrices {

	private const MOST_DECIMALS = 5;

	/** Of a quantity, in an electronic invoice (BR-FR-DEC-02). */
	private const QUANTITY_DECIMALS = 4;

	public function __construct(
		private readonly DocumentTexts $texts,
		private readonly int $decimals,
	) {}

	/**
	 * @param DraftRow $row complete but for its unit price.
	 * @return non-empty-list<DraftRow>
	 */
	public function priced( DraftRow $row, Decimal $quantity, int $total ): array {
		$unit = $this->unit( $total, $quantity );
		if ( $quantity->scale() > self::QUANTITY_DECIMALS ) {
			return [ $this->shorter( $row, $quantity, $unit, $total ) ];
		}
		return $unit === null
			? $this->split( $row, $quantity, $total )
			: [ $this->row( $row, $quantity, $unit, $total ) ];
	}

	/**
	 * 24.97 for 3: 2 × 8.32 and 1 × 8.33. A quantity that cannot be cut, or a price that is short already, goes into
	 * the text.
	 *
	 * @return non-empty-list<DraftRow>
	 */
	public function split( DraftRow $row, Decimal $quantity, int $total ): array {
		$count = $quantity->scale() === 0 && $quantity->is_positive() ? $quantity->to_minor( 0 ) : 0;
		$dear  = $count === 0 ? 0 : $total % $count;
		if ( $dear === 0 ) {
			return [ $this->single( $row, $quantity, $total ) ];
		}
		$low = intdiv( $total, $count );
		return [
			$this->whole( $row, $count - $dear, $low ),
			$this->whole( $row, $dear, $low + 1 ),
		];
	}

	/** Cut where the row is still worth the same; else its measure stands in the text of a free row. */
	private function shorter( DraftRow $row, Decimal $quantity, ?Decimal $unit, int $total ): DraftRow {
		$cut  = $quantity->round( self::QUANTITY_DECIMALS, Rounding::HalfUp );
		$is_same = $unit?->times( $cut )
			->round( $this->decimals, Rounding::HalfUp )
			->equals( Decimal::of_minor( $total, $this->decimals ) );
		return $unit !== null && $is_same === true && $cut->is_positive()
			? $this->row( $row, $cut, $unit, $total )
			: $this->single( $row->free(), $quantity, $total );
	}

	private function unit( int $total, Decimal $quantity ): ?Decimal {
		$amount = Decimal::of_minor( $total, $this->decimals );
		for ( $scale = $this->decimals; $scale <= self::MOST_DECIMALS; $scale++ ) {
			$unit = $amount->divided_by( $quantity, $scale, Rounding::HalfUp );
			if ( $unit->times( $quantity )->round( $this->decimals, Rounding::HalfUp )->equals( $amount ) ) {
				return $unit;
			}
		}
		return null;
	}

	private function whole( DraftRow $row, int $quantity, int $unit ): DraftRow {
		return $this->row(
			$row,
			Decimal::of_int( $quantity ),
			Decimal::of_minor( $unit, $this->decimals ),
			$unit * $quantity
		);
	}

	/** The quantity goes into the text. */
	public function single( DraftRow $row, Decimal $quantity, int $total ): DraftRow {
		$one  = Decimal::of_int( 1 );
		$text = $quantity->equals( $one ) ? null : $this->texts->quantity( $row->description, $quantity );
		return $this->row( $row, $one, Decimal::of_minor( $total, $this->decimals ), $total, $text );
	}

	private function row(
		DraftRow $row,
		Decimal $quantity,
		Decimal $unit,
		int $total,
		?string $text = null,
	): DraftRow {
		return new DraftRow(
			kind: $row->kind,
			description: $text ?? $row->description,
			reference: $row->reference,
			quantity: $quantity,
			unit_amount: $unit,
			total: $total,
			tax_id: $row->tax_id,
			item: $row->item,
			eco: $text === null ? $row->eco : null
		);
	}
}
