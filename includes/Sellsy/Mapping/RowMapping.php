<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Document\DraftRow;
use OrderInvoicer\Domain\Document\RowKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Answer;

defined( 'ABSPATH' ) || exit;

/** Rows of a document: `catalog` with an item, `single` without, `comment` for text. */
final class RowMapping {

	/** @return array<string, mixed> */
	public function body( DraftRow $row ): array {
		if ( $row->kind === RowKind::Comment ) {
			return [
				'type' => 'comment',
				'text' => $row->description,
			];
		}
		$body = [
			'type'        => $row->item === null ? 'single' : 'catalog',
			'quantity'    => $row->quantity?->to_string(),
			'unit_amount' => $row->unit_amount?->to_string(),
			'tax_id'      => $row->tax_id,
			'description' => $row->description,
			'reference'   => $row->reference === '' ? null : Text::cut( $row->reference, 250 ),
			'related'     => $row->item === null ? null : array_filter( get_object_vars( $row->item ), static fn( mixed $value ): bool => $value !== null ),
		];
		return array_filter( $body, static fn( mixed $value ): bool => $value !== null );
	}

	/** HT of the row as Sellsy computed it; null for rows without price. */
	public function total( Answer $row ): ?Decimal {
		return $row->optional_decimal( 'amount_tax_exc' );
	}
}
