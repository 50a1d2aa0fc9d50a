<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;

/** One row of a document to be made. Amounts are HT. A comment row has a description and nothing else. */
final class DraftRow {

	/**
	 * @param Decimal|null $quantity    null on comment rows.
	 * @param Decimal|null $unit_amount HT, at most 5 decimals; null on comment rows.
	 * @param int|null     $total       HT of the row in minor units: what Sellsy must find; null on comment rows.
	 * @param int|null     $tax_id      Sellsy tax.
	 * @param ItemRef|null $item        the catalogue item, null for a free row.
	 * @param EcoTax|null  $eco         what Sellsy's own field may say instead of the description.
	 */
	public function __construct(
		public readonly RowKind $kind,
		public readonly string $description,
		public readonly string $reference = '',
		public readonly ?Decimal $quantity = null,
		public readonly ?Decimal $unit_amount = null,
		public readonly ?int $total = null,
		public readonly ?int $tax_id = null,
		public readonly ?ItemRef $item = null,
		public readonly ?EcoTax $eco = null,
	) {}

	/** The eco-participation leaves the text for Sellsy's own field. */
	public function with_eco_field(): self {
		return $this->eco === null ? $this : $this->saying( $this->eco->description, $this->eco->as_field() );
	}

	/** The same, of no item of the catalogue. */
	public function free(): self {
		$own = [
			'item' => null,
			'eco'  => null,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function with_eco_text( string $text ): self {
		return $this->saying( "$this->description\n$text", null );
	}

	private function saying( string $description, ?EcoTax $eco ): self {
		$own = [
			'description' => $description,
			'eco'         => $eco,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
