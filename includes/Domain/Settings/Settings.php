<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

/** Everything the owner set, without secrets. Stored, imported and sent over REST in one shape. */
final class Settings {

	/**
	 * @param string             $shop_code           2 to 8 characters A-Z0-9; begins every reference at Sellsy.
	 * @param bool               $create_items        create products that Sellsy does not have.
	 * @param int                $rounding_cap        most minor units that an "Arrondi" row may hold.
	 * @param array<int, int>    $tax_rates           WooCommerce rate id => Sellsy tax id.
	 * @param array<string, int> $exempt_taxes        ExemptSituation value => Sellsy tax id.
	 * @param int|null           $rounding_tax_id     exempt tax of category E for the "Arrondi" row.
	 */
	public function __construct(
		public readonly string $shop_code,
		public readonly InvoiceSettings $invoice,
		public readonly bool $create_items,
		public readonly int $rounding_cap,
		public readonly array $tax_rates,
		public readonly array $exempt_taxes,
		public readonly ?int $rounding_tax_id,
		public readonly bool $debug_log,
		public readonly bool $delete_data_on_uninstall,
	) {}
}
