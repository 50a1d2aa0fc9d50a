<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Sellsy\Mapping\Text;
use OrderInvoicer\Sellsy\Resources\AccountLists;

/**
 * Rows of `Document.create`: `item` with an item of the catalogue, `once` without, `comment` for text. Prices are HT.
 */
final class V1Rows {

	public function __construct( private readonly AccountLists $lists ) {}

	/**
	 * @param list<DraftRow> $rows
	 * @return object keyed from "1": a JSON list is refused.
	 */
	public function params( array $rows ): object {
		$params = [];
		foreach ( $rows as $i => $row ) {
			$params[ (string) ( $i + 1 ) ] = $row->kind === RowKind::Comment
				? $this->comment( $row )
				: $this->priced( $row );
		}
		return (object) $params;
	}

	/** @return array<string, string> */
	private function comment( DraftRow $row ): array {
		return [
			'row_type'    => 'comment',
			'row_comment' => Text::row( $row->description ),
		];
	}

	/** @return array<string, mixed> */
	private function priced( DraftRow $row ): array {
		$reference = Text::code( $row->reference, 250 );
		$params    = [
			'row_type'       => $row->item === null ? 'once' : 'item',
			'row_linkedid'   => $row->item?->id,
			'row_declid'     => $row->item?->declination_id,
			'row_name'       => $reference === '' ? null : $reference,
			'row_notes'      => Text::row( $row->description ),
			'row_unit'       => $this->unit(),
			'row_unitAmount' => $row->unit_amount?->to_string(),
			'row_taxid'      => $row->tax_id,
			'row_qt'         => $row->quantity?->to_string(),
		];
		return array_filter( $params, static fn( mixed $value ): bool => $value !== null );
	}

	/** Obligatory here, by its name; v2 needs none. */
	private function unit(): string {
		return $this->lists->units()[0]['label'] ?? '';
	}
}
