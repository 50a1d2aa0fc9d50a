<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** A company or individual as Sellsy has it. `relation` is Sellsy's `type`: prospect, client or supplier. */
final class RemoteCustomer {

	/**
	 * @param string $first_name of an individual: `name` begins with it.
	 * @param bool   $is_new     this process has just created it: no address and no contact stands there yet.
	 * @param bool   $is_first   it is new, and Sellsy has just said that nobody there is a contact with the buyer's
	 *                           e-mail address, of whomever.
	 */
	public function __construct(
		public readonly CustomerRef $ref,
		public readonly string $relation,
		public readonly string $name,
		public readonly string $email,
		public readonly string $reference,
		public readonly string $siren,
		public readonly string $siret,
		public readonly string $vat_number,
		public readonly bool $archived,
		public readonly string $first_name = '',
		public readonly bool $is_new = false,
		public readonly bool $is_first = false,
	) {}

	/** Of an individual; a company has its name as one. */
	public function person(): PersonName {
		return PersonName::from_names( $this->first_name, mb_substr( $this->name, mb_strlen( $this->first_name ) ) );
	}

	public function as_new( bool $is_first = false ): self {
		$own = [
			'is_new'   => true,
			'is_first' => $is_first,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function numbers(): LegalNumbers {
		return LegalNumbers::from_numbers( $this->siren, $this->siret, $this->vat_number );
	}
}
