<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** An item as Sellsy has it. */
final class RemoteItem {

	/**
	 * @param Decimal|null $price                 the reference price, TTC where `price_includes_tax`.
	 * @param bool         $may_have_declinations false where Sellsy says that it has none.
	 */
	public function __construct(
		public readonly ItemRef $ref,
		public readonly string $reference,
		public readonly string $name,
		public readonly bool $archived,
		public readonly string $description = '',
		public readonly ?Decimal $price = null,
		public readonly bool $price_includes_tax = false,
		public readonly ?int $tax_id = null,
		public readonly bool $may_have_declinations = true,
	) {}
}
