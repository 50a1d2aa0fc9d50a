<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * Who bought: identity only, addresses apart. `user_id` is 0 for a guest. SIREN, SIRET and VAT number are normalised
 * (no spaces, upper case) and valid in form and checksum, or empty: a number with a typing mistake is worse than none.
 */
final class Buyer {

	/** Characters that Sellsy takes. */
	public const LONGEST_NAME = 250;

	/**
	 * @param bool $is_contradictory numbers of the order were left out, because they are another company's than the
	 *                               rest.
	 */
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
		public readonly bool $is_contradictory = false,
	) {}

	/** The shop has erased who it was, after its time of retention or because the person asked for it. */
	public static function erased(): self {
		return new self(
			user_id: 0,
			email: '',
			first_name: '',
			last_name: '',
			company: '',
			phone: '',
			siren: '',
			siret: '',
			vat_number: '',
			is_erased: true
		);
	}

	/**
	 * A name with a letter or digit of any script makes a company, and so does a legal number: only a business has one.
	 */
	public function is_company(): bool {
		return PlainName::says_something( $this->company ) || $this->siren . $this->siret . $this->vat_number !== '';
	}

	/**
	 * The name on the document: the company's, or the person's. A company without a name has the person's (a sole
	 * trader).
	 */
	public function name(): string {
		return PlainName::says_something( $this->company ) ? $this->company : $this->person();
	}

	/** Something is left once markup is taken off. Without a name, Sellsy can create nobody. */
	public function has_name(): bool {
		return PlainName::says_something( ( new PlainText() )->line( $this->name(), self::LONGEST_NAME ) );
	}

	public function person(): string {
		return trim( "$this->first_name $this->last_name" );
	}
}
