<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/** What a report needs to know of the order that a document was made for. It does not tell who bought. */
final class ReportedOrder {

	public const COMPANY = 'company';
	public const PERSON  = 'person';

	/**
	 * @param \DateTimeImmutable|null $paid_at  null while it is not paid.
	 * @param string                  $gateway  WooCommerce's gateway id; empty when none was used.
	 * @param string|null             $country  ISO 3166-1 alpha-2, the one that the order was taxed by.
	 * @param string|null             $buyer    self::COMPANY or self::PERSON; null once the shop has erased who it was.
	 * @param string                  $currency ISO 4217 code.
	 * @param int|null                $total    TTC, minor units; null for what no integer holds.
	 */
	public function __construct(
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $paid_at,
		public readonly string $gateway,
		public readonly ?string $country,
		public readonly ?string $buyer,
		public readonly string $currency,
		public readonly ?int $total,
	) {}

	public static function from_order( OrderSnapshot $order ): self {
		$buyer = $order->buyer->is_company() ? self::COMPANY : self::PERSON;
		return new self(
			created_at: $order->created_at,
			paid_at: $order->paid_at,
			gateway: $order->payment->gateway,
			country: $order->tax_country === '' ? null : $order->tax_country,
			buyer: $order->buyer->is_erased ? null : $buyer,
			currency: $order->currency->code,
			total: self::total( $order ),
		);
	}

	private static function total( OrderSnapshot $order ): ?int {
		try {
			return $order->total->to_minor( $order->currency->decimals );
		} catch ( \RangeException ) {
			return null;
		}
	}
}
