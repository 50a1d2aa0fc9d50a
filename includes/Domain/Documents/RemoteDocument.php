<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/** A document as Sellsy has it. */
final class RemoteDocument {

	/** Sellsy's word. */
	public const CANCELLED = 'cancelled';

	/**
	 * @param string           $number  empty while it is a draft.
	 * @param string           $status  Sellsy's own word: `draft`, `due`, `paid`, …
	 * @param string           $key     our key, read from `order_reference` on invoices and from the subject on the
	 *                                  others; empty when it is not there. On an invoice it may be the buyer's
	 *                                  own order number.
	 * @param string           $created ISO 8601 or empty.
	 * @param string           $date    `Y-m-d`, the document's own; empty where it was not read.
	 * @param DocumentParties|null $parties null in lists, and of kinds that v1 alone knows.
	 * @param string           $currency ISO 4217 code; empty where it was not said.
	 * @param Decimal|null     $due     TTC that payments and credit notes leave of it; null where the answer does not
	 *                                  say.
	 * @param string           $subject_key on an invoice what stands in the place of a key in its subject: our key,
	 *                                  where the buyer's number is its reference.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
		public readonly string $status,
		public readonly string $key,
		public readonly ComputedDocument $amounts,
		public readonly string $created,
		public readonly string $date = '',
		public readonly ?DocumentParties $parties = null,
		public readonly string $currency = '',
		public readonly ?Decimal $due = null,
		public readonly string $subject_key = '',
	) {}

	/**
	 * Wherever it stands. A subject may end in anything that an owner or a shopper wrote: it does not count beside a
	 * reference that is a key of the same shop.
	 */
	public function bears( string $key ): bool {
		return $this->key === $key
			|| ( $key !== '' && $this->subject_key === $key && ! DocumentKey::share_code( $this->key, $key ) );
	}

	/** The same under the key that it bears. */
	public function known_as( string $key ): self {
		$own = [
			'key'         => $key,
			'subject_key' => '',
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function with_parties( DocumentParties $parties ): self {
		$own = [ 'parties' => $parties ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function is_draft(): bool {
		return 'draft' === $this->status;
	}

	/** It is still there, but is worth nothing: nobody pays or credits it. */
	public function is_cancelled(): bool {
		return self::CANCELLED === $this->status;
	}

	/** Null also where the currency was not said. */
	public function minor( ?Decimal $amount ): ?int {
		return $amount === null || $this->currency === ''
			? null
			: $amount->rounded_minor( Currency::from_code( $this->currency )->decimals, Rounding::HalfUp );
	}
}
