<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What a document says beside its rows: tax nature, period, parcel, how it was paid. Empty and null are left out. */
final class DocumentDetails {

	/**
	 * @param string       $sale_type          `product`, `service` or `mixed`; empty: Sellsy looks at the rows.
	 * @param string       $vat_mode           `debit` or `collection`; empty: the account's own.
	 * @param string       $service_start      `Y-m-d`, with `service_end`; empty when nothing lasts.
	 * @param string       $shipping_date      `Y-m-d` on which the goods left; empty where it is not known.
	 * @param Decimal|null $weight             grams.
	 * @param list<int>    $payment_method_ids Sellsy payment methods.
	 */
	public function __construct(
		public readonly string $sale_type = '',
		public readonly string $vat_mode = '',
		public readonly string $service_start = '',
		public readonly string $service_end = '',
		public readonly ?Decimal $weight = null,
		public readonly string $tracking_number = '',
		public readonly string $tracking_url = '',
		public readonly array $payment_method_ids = [],
		public readonly string $shipping_date = '',
	) {}

	/** The same, of goods that left on that day where no other is known. */
	public function shipped_by( string $day ): self {
		$own = [ 'shipping_date' => $day ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		$shipped = new self( ...[ ...get_object_vars( $this ), ...$own ] );
		return $this->shipping_date === '' ? $shipped : $this;
	}

	public function without_service_dates(): self {
		$own = [
			'service_start' => '',
			'service_end'   => '',
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
