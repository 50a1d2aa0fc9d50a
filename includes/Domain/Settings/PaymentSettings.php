<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

/** Payments recorded at Sellsy. */
final class PaymentSettings {

	/**
	 * @param bool               $enabled  record what was paid on the invoice.
	 * @param bool               $pay_back record money paid back on the credit note.
	 * @param array<string, int> $methods  WooCommerce gateway id => Sellsy payment method id.
	 */
	public function __construct(
		public readonly bool $enabled,
		public readonly bool $pay_back,
		public readonly array $methods,
	) {}
}
