<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** The eco-participation contained in a row's price: it stands in the row's text, or in Sellsy's own field for it. */
final class EcoTax {

	/**
	 * @param Decimal $unit        of one piece.
	 * @param bool    $incl_tax    the amount is TTC.
	 * @param string  $description of the row, without it.
	 * @param bool    $is_field    Sellsy's own field says it.
	 */
	public function __construct(
		public readonly Decimal $unit,
		public readonly bool $incl_tax,
		public readonly string $description,
		public readonly bool $is_field = false,
	) {}

	public function as_field(): self {
		$own = [ 'is_field' => true ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
