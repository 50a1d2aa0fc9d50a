<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** Everything the owner set, without secrets. Stored, imported and sent over REST in one shape. */
final class Settings {

	/** Signs that an order was shipped, in `shipped`; a status of that meaning is `status:<slug>`. */
	public const SHIPPED_FULFILMENT = 'fulfilment';
	public const SHIPPED_TRACKING   = 'tracking';

	/**
	 * @param string                          $shop_code       2 to 8 characters A-Z0-9; begins every reference at Sellsy.
	 * @param array<string, WorkflowSettings> $workflows       by DocumentKind value, all of them.
	 * @param list<StateRule>                 $states          what an order's status does to documents that exist.
	 * @param list<string>                    $shipped         what counts as shipped: `status:<slug>`, `fulfilment`, `tracking`.
	 * @param bool                            $checkout_numbers shoppers are asked for SIRET and VAT number at checkout.
	 * @param string                          $vat_mode        `debit`, `collection`, or empty for the account's own.
	 * @param int                             $rounding_cap    most minor units that an "Arrondi" row may hold.
	 * @param array<int, int>                 $tax_rates       WooCommerce rate id => Sellsy tax id.
	 * @param array<string, int>              $exempt_taxes    ExemptSituation value => Sellsy tax id.
	 * @param int|null                        $rounding_tax_id exempt tax of category E for the "Arrondi" row.
	 */
	public function __construct(
		public readonly string $shop_code,
		public readonly array $workflows,
		public readonly PaymentSettings $payments,
		public readonly RefundSettings $refunds,
		public readonly array $states,
		public readonly array $shipped,
		public readonly ItemSettings $items,
		public readonly bool $checkout_numbers,
		public readonly string $vat_mode,
		public readonly int $rounding_cap,
		public readonly array $tax_rates,
		public readonly array $exempt_taxes,
		public readonly ?int $rounding_tax_id,
		public readonly bool $debug_log,
		public readonly bool $delete_data_on_uninstall,
	) {}

	/** Something is switched on that makes documents. */
	public function is_at_work(): bool {
		return array_filter( $this->workflows, static fn ( WorkflowSettings $workflow ): bool => $workflow->enabled ) !== [];
	}

	public function workflow( DocumentKind $kind ): WorkflowSettings {
		return $this->workflows[ $kind->value ];
	}
}
