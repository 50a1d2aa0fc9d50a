<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Money\Currency;

/** A document to be made at Sellsy, complete: the mapping adds nothing but field names. */
final class DocumentDraft {

	/**
	 * @param string         $key                   our key: `{shop code}-{order number}`, `/R1` added for a
	 *                                              replacement.
	 * @param string         $date                  `Y-m-d` in the shop's time zone.
	 * @param string         $note                  plain text.
	 * @param list<DraftRow> $rows
	 * @param Totals         $totals                what Sellsy must find.
	 * @param int|null       $contact_id            the person of a company.
	 * @param int|null       $model_id              Sellsy's document model, sent as `parent` of type model; null where
	 *                                              there is a parent document.
	 * @param int            $rate_category_id      always sent, never inherited from the customer.
	 * @param string         $customer_name         at Sellsy, as it was resolved; not sent.
	 * @param string         $order_reference       the buyer's own order number, where the kind has a field for it: our
	 *                                              key then stands in the subject. Empty: the field is our key's.
	 * @param string         $shape                 see `Shape`; empty where Sellsy is always asked about its amounts
	 *                                              beforehand. Not sent.
	 * @param bool           $is_computed           Sellsy found its totals when it was asked beforehand; not sent.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly string $key,
		public readonly CustomerRef $customer,
		public readonly ?int $contact_id,
		public readonly ?int $invoicing_address_id,
		public readonly ?int $delivery_address_id,
		public readonly Currency $currency,
		public readonly string $date,
		public readonly string $subject,
		public readonly string $note,
		public readonly array $rows,
		public readonly Totals $totals,
		public readonly int $rate_category_id,
		public readonly ?int $owner_id,
		public readonly ?int $model_id,
		public readonly ?int $payment_term_id,
		public readonly ?ParentRef $parent = null,
		public readonly DocumentDetails $details = new DocumentDetails(),
		public readonly string $customer_name = '',
		public readonly string $order_reference = '',
		public readonly string $shape = '',
		public readonly bool $is_computed = false,
	) {}

	/** @param list<DraftRow> $rows that add up to the same totals, written in a way that is of no shape. */
	public function with_rows( array $rows ): self {
		$own = [
			'rows'  => $rows,
			'shape' => '',
		];
		return $this->with( $own );
	}

	public function of_shape( string $shape ): self {
		return $this->with( [ 'shape' => $shape ] );
	}

	public function computed(): self {
		return $this->with( [ 'is_computed' => true ] );
	}

	public function with_subject( string $subject ): self {
		return $this->with( [ 'subject' => $subject ] );
	}

	public function without_service_dates(): self {
		return $this->details->service_start === ''
			? $this
			: $this->with( [ 'details' => $this->details->without_service_dates() ] );
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
