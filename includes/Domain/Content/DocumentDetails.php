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
		return $this->shipping_date !== '' ? $this : new self(
			sale_type: $this->sale_type,
			vat_mode: $this->vat_mode,
			service_start: $this->service_start,
			service_end: $this->service_end,
			weight: $this->weight,
			tracking_number: $this->tracking_number,
			tracking_url: $this->tracking_url,
			payment_method_ids: $this->payment_method_ids,
			shipping_date: $day
		);
	}

	public function without_service_dates(): self {
		return new self(
			sale_type: $this->sale_type,
			vat_mode: $this->vat_mode,
			weight: $this->weight,
			tracking_number: $this->tracking_number,
			tracking_url: $this->tracking_url,
			payment_method_ids: $this->payment_method_ids,
			shipping_date: $this->shipping_date
		);
	}
}
