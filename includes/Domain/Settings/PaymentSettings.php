<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** Payments recorded at Sellsy. */
final class PaymentSettings {

	/** In place of a gateway: orders that name none and are paid all the same, such as those entered by hand. */
	public const UNNAMED = 'unnamed';

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

	/**
	 * @param string $gateway as the order has it; empty where it names none.
	 * @return int|null null: not set.
	 */
	public function method_of( string $gateway ): ?int {
		return $this->methods[ $gateway === '' ? self::UNNAMED : $gateway ] ?? null;
	}
}
