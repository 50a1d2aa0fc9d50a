<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\Domain\Text\PlainText;

/** The part of an order's buyer that is compared with customers at Sellsy: kind, name, legal numbers and addresses. */
final class BuyerIdentity {

	/** Of a person's name, as Sellsy takes it. */
	private const LONGEST_PART = 200;

	/** @param list<CompanyName> $companies how it may be written: a sole trader in either order of the parts. */
	private function __construct(
		public readonly CustomerType $type,
		public readonly LegalNumbers $numbers,
		public readonly array $companies,
		public readonly PersonName $person,
		public readonly string $postcode,
		private readonly string $street,
	) {}

	public static function from_buyer( Buyer $buyer, Address $billing ): self {
		$swapped = PlainName::says_something( $buyer->company ) ? [] : [ "$buyer->last_name $buyer->first_name" ];
		$company = static fn ( string $name ): CompanyName =>
			CompanyName::from_name( self::written( $name, Buyer::LONGEST_NAME ) );
		return new self(
			type: $buyer->is_company() ? CustomerType::Company : CustomerType::Individual,
			numbers: LegalNumbers::from_numbers( $buyer->siren, $buyer->siret, $buyer->vat_number ),
			companies: array_map( $company, [ $buyer->name(), ...$swapped ] ),
			person: PersonName::from_names(
				self::written( $buyer->first_name, self::LONGEST_PART ),
				self::written( $buyer->last_name, self::LONGEST_PART )
			),
			postcode: self::plain( $billing->postcode ),
			street: PlainName::key( $billing->line_1 ),
		);
	}

	public function is_company(): bool {
		return $this->type === CustomerType::Company;
	}

	public function has_name(): bool {
		return $this->is_company() ? ! $this->companies[0]->says_nothing() : ! $this->person->says_nothing();
	}

	/** As one word; empty for none, and for persons. */
	public function form(): string {
		return $this->is_company() ? $this->companies[0]->form : '';
	}

	/** Of a person, in full; empty for an initial, for none, and for companies. */
	public function first_name(): string {
		return $this->is_company() ? '' : $this->person->whole_first_name();
	}

	/** The same for equal names of one kind. */
	public function name(): string {
		$name = $this->is_company() ? $this->companies[0]->normalised() : $this->person->normalised();
		return "{$this->type->value}\n$name";
	}

	/** The same for orders that name their buyer in the same way, and for no others. */
	public function text(): string {
		$numbers = $this->numbers;
		return implode( "\n", [ $this->name(), $numbers->siren, $numbers->siret, $numbers->vat_number ] );
	}

	/** Postcode and street are those of this address. */
	public function lives_at( RemoteAddress $address ): bool {
		$is_street = $this->street !== '' && $this->street === PlainName::key( $address->line_1 );
		return $is_street && $this->has_postcode_of( $address );
	}

	public function has_postcode_of( RemoteAddress $address ): bool {
		return $this->postcode !== '' && $this->postcode === self::plain( $address->postcode );
	}

	/** As it stands at Sellsy once it was sent there: without markup, and cut. */
	private static function written( string $name, int $longest ): string {
		return ( new PlainText() )->line( $name, $longest );
	}

	private static function plain( string $postcode ): string {
		return mb_strtolower( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '', $postcode ) );
	}
}
