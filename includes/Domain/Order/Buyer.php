<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

/**
 * Who bought: identity only, addresses apart. `user_id` is 0 for a guest. SIREN, SIRET and VAT number are normalised
 * (no spaces, upper case) and valid in form and checksum, or empty: a number with a typing mistake is worse than none.
 */
final class Buyer {

	public function __construct(
		public readonly int $user_id,
		public readonly string $email,
		public readonly string $first_name,
		public readonly string $last_name,
		public readonly string $company,
		public readonly string $phone,
		public readonly string $siren,
		public readonly string $siret,
		public readonly string $vat_number,
		public readonly bool $is_erased = false,
	) {}

	/** The shop has erased who it was, after its time of retention or because the person asked for it. */
	public static function erased(): self {
		return new self( 0, '', '', '', '', '', '', '', '', true );
	}

	public function is_company(): bool {
		return '' !== $this->company;
	}
}
