<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * Rows of a document: `catalog` with an item, `single` without, `comment` for text.
 *
 * @assumes eco-tax
 */
final class RowMapping {

	/** @return array<string, mixed> */
	public function body( DraftRow $row ): array {
		if ( $row->kind === RowKind::Comment ) {
			return [
				'type' => 'comment',
				'text' => Text::row( $row->description ),
			];
		}
		$reference = Text::code( $row->reference, 250 );
		$body      = [
			'type'        => $row->item === null ? 'single' : 'catalog',
			'quantity'    => $row->quantity?->to_string(),
			'unit_amount' => $row->unit_amount?->to_string(),
			'tax_id'      => $row->tax_id,
			'description' => Text::row( $row->description ),
			'reference'   => $reference === '' ? null : $reference,
			'eco_tax'     => $row->eco?->is_field === true ? $this->eco_tax( $row->eco ) : null,
			'related'     => $row->item === null
				? null
				: array_filter( get_object_vars( $row->item ), static fn( mixed $value ): bool => $value !== null ),
		];
		return array_filter( $body, static fn( mixed $value ): bool => $value !== null );
	}

	/**
	 * Of one piece, as `unit_amount` is.
	 *
	 * @return array{type: string, value: string}
	 */
	private function eco_tax( EcoTax $eco ): array {
		return [
			'type'  => $eco->incl_tax ? 'inc' : 'excl',
			'value' => $eco->unit->to_string(),
		];
	}

	private function eco_of( Answer $row, string $text ): ?EcoTax {
		$eco  = $row->object( 'eco_tax' );
		$unit = $eco->optional_decimal( 'value' );
		return $unit === null || ! $unit->is_positive()
			? null
			: new EcoTax( unit: $unit, incl_tax: $eco->string( 'type' ) === 'inc', description: $text, is_field: true );
	}

	/** HT of the row as Sellsy computed it; null for rows without price. */
	public function total( Answer $row ): ?Decimal {
		return $row->optional_decimal( 'amount_tax_exc' );
	}

	/**
	 * As it stands; null for rows without price. A row whose price and quantity do not give its HT (a discount) is one
	 * piece.
	 */
	public function row( Answer $row, Currency $currency ): ?DraftRow {
		$ht = $this->total( $row );
		if ( $ht === null ) {
			return null;
		}
		$quantity = $row->optional_decimal( 'quantity' ) ?? Decimal::of_int( 1 );
		$unit     = $row->optional_decimal( 'unit_amount' ) ?? $ht;
		$is_whole = $unit->times( $quantity )->round( $currency->decimals, Rounding::HalfUp )->equals( $ht );
		$text     = trim( $row->string( 'description' ) );
		return new DraftRow(
			kind: RowKind::Priced,
			description: $text === '' ? $row->string( 'reference' ) : $text,
			reference: $row->string( 'reference' ),
			quantity: $is_whole ? $quantity : Decimal::of_int( 1 ),
			unit_amount: $is_whole ? $unit : $ht,
			total: $ht->to_minor( $currency->decimals ),
			tax_id: $row->optional_int( 'tax_id' ),
			eco: $is_whole ? $this->eco_of( $row, $text ) : null
		);
	}
}
