<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Tests\Unit\World\Sellsy;

final class FakeCustomers implements Customers {

	public function __construct( private readonly Sellsy $sellsy ) {}

	public function get( CustomerRef $ref ): ?RemoteCustomer {
		return $this->sellsy->read(
			'get_customer',
			fn(): ?RemoteCustomer => $this->sellsy->customers[ Sellsy::key( $ref ) ] ?? null
		);
	}

	public function find_by_siret( string $siret ): array {
		return $this->matching(
			'find_by_siret',
			static fn( RemoteCustomer $customer ): bool => $customer->siret === $siret
		);
	}

	public function find_by_reference( CustomerType $type, string $reference ): array {
		$bears_it = static fn( RemoteCustomer $customer ): bool =>
			[ $customer->ref->type, $customer->reference ] === [ $type, $reference ];
		return $this->matching( 'find_by_reference', $bears_it );
	}

	/** Minds the case unless told otherwise, as Sellsy may. */
	public function find_by_email( string $email ): array {
		return $this->matching(
			'find_by_email',
			fn( RemoteCustomer $customer ): bool => $this->is( $customer->email, $email )
		);
	}

	public function find_companies_of_contact( string $email ): ?array {
		$is_theirs = fn( string $theirs, int $id ): bool =>
			$this->sellsy->is_indexed( $id ) && $this->is( $theirs, $email );
		$contacts  = array_filter( $this->sellsy->contacts, $is_theirs, ARRAY_FILTER_USE_BOTH );
		$companies = array_column( array_intersect_key( $this->sellsy->contact_of, $contacts ), 'id' );
		$has_them  = static fn( RemoteCustomer $customer ): bool => in_array( $customer->ref->id, $companies, true );
		$found     = $this->matching( 'find_companies_of_contact', $has_them );
		return $contacts === [] ? null : $found;
	}

	public function create( CustomerDraft $draft ): RemoteCustomer {
		return $this->sellsy->request(
			'create_customer',
			function () use ( $draft ): RemoteCustomer {
				$this->refuse_staff( $draft->with_email ? $draft->buyer->email : '' );
				$ref = new CustomerRef( $draft->type, $this->sellsy->next_id() );
				$buyer = $draft->buyer;
				$first = $draft->type === CustomerType::Individual ? $buyer->first_name : '';
				$made  = new RemoteCustomer(
					ref: $ref,
					relation: 'client',
					name: $this->kept( $buyer->name() ),
					email: $draft->with_email ? $buyer->email : '',
					reference: $draft->reference,
					siren: $buyer->siren,
					siret: $buyer->siret,
					vat_number: $buyer->vat_number,
					archived: false,
					first_name: $first
				);

				$this->sellsy->customers[ Sellsy::key( $ref ) ] = $made;
				return $made;
			}
		);
	}

	public function convert_to_client( CustomerRef $ref ): void {
		$this->sellsy->request(
			'convert',
			function () use ( $ref ): void {
				$was = $this->sellsy->customers[ Sellsy::key( $ref ) ];
				$this->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
					...[ 'relation' => 'client' ] + get_object_vars( $was )
				);
			}
		);
	}

	/** A list, which may lag as searches do. */
	public function addresses( CustomerRef $ref ): array {
		$is_listed = fn( RemoteAddress $address ): bool => $this->sellsy->is_indexed( $address->id );
		$listed    = fn(): array =>
			array_values( array_filter( $this->sellsy->addresses[ Sellsy::key( $ref ) ] ?? [], $is_listed ) );
		return $this->sellsy->request( 'addresses', $listed );
	}

	public function written( Address $address ): RemoteAddress {
		return new RemoteAddress(
			id: 0,
			name: $address->is_company() ? $address->company : $address->name,
			line_1: $address->line_1,
			line_2: $address->line_2,
			postcode: $address->postcode,
			city: $address->city,
			country: $address->country
		);
	}

	public function add_address( CustomerRef $ref, Address $address ): RemoteAddress {
		return $this->sellsy->request(
			'add_address',
			function () use ( $ref, $address ): RemoteAddress {
				$texts = array_map(
					fn ( mixed $text ): mixed => is_string( $text ) ? $this->kept( $text ) : $text,
					get_object_vars( $this->written( $address ) )
				);
				$added = new RemoteAddress(
					...[
						...$texts,
						'id'      => $this->sellsy->next_id(),
						'country' => $address->country === '' ? 'FR' : $address->country,
					]
				);

				$this->sellsy->addresses[ Sellsy::key( $ref ) ][] = $added;
				return $added;
			}
		);
	}

	private function kept( string $text ): string {
		return mb_substr( $text, 0, $this->sellsy->longest );
	}

	public function find_contacts( CustomerRef $company, string $email ): array {
		return $this->contacts(
			'find_contacts',
			$email,
			fn( int $id ): bool => ( $this->sellsy->contact_of[ $id ] ?? null )?->id === $company->id
		);
	}

	public function find_loose_contacts( string $email ): array {
		return $this->contacts(
			'find_loose_contacts',
			$email,
			fn( int $id ): bool => ! isset( $this->sellsy->contact_of[ $id ] )
		);
	}

	public function create_contact( Buyer $buyer, bool $with_email ): int {
		return $this->sellsy->request(
			'create_contact',
			function () use ( $buyer, $with_email ): int {
				$this->refuse_staff( $with_email ? $buyer->email : '' );
				$id                            = $this->sellsy->next_id();
				$this->sellsy->contacts[ $id ] = $with_email ? $buyer->email : '';

				$this->sellsy->contact_names[ $id ] = [ $buyer->first_name, $buyer->last_name ];
				return $id;
			}
		);
	}

	public function contact( int $contact_id ): ?RemoteContact {
		return $this->sellsy->request(
			'contact',
			fn(): ?RemoteContact => isset( $this->sellsy->contacts[ $contact_id ] ) ? $this->named( $contact_id ) : null
		);
	}

	public function link_contact( CustomerRef $company, int $contact_id ): void {
		$this->sellsy->request(
			'link_contact',
			function () use ( $company, $contact_id ): void {
				$this->sellsy->contact_of[ $contact_id ] = $company;
			}
		);
	}

	/** @return list<RemoteContact> */
	private function contacts( string $method, string $email, callable $which ): array {
		$ids = fn(): array => array_values(
			array_filter(
				array_keys( $this->sellsy->contacts, $email, true ),
				fn( int $id ): bool => $this->sellsy->is_indexed( $id ) && $which( $id )
			)
		);
		return $this->sellsy->request( $method, fn(): array => array_map( $this->named( ... ), $ids() ) );
	}

	private function named( int $contact_id ): RemoteContact {
		return new RemoteContact( $contact_id, ...$this->sellsy->contact_names[ $contact_id ] ?? [ '', '' ] );
	}

	public function fill_in_numbers( CustomerRef $company, Buyer $buyer ): bool {
		return $this->sellsy->request(
			'fill_in_numbers',
			function () use ( $company, $buyer ): bool {
				if ( $this->sellsy->is_left_to_people ) {
					return false;
				}
				$was                                             = $this->sellsy->customers[ Sellsy::key( $company ) ];
				$this->sellsy->customers[ Sellsy::key( $company ) ] = new RemoteCustomer(
					ref: $company,
					relation: $was->relation,
					name: $was->name,
					email: $was->email,
					reference: $was->reference,
					siren: $was->siren !== '' ? $was->siren : $buyer->siren,
					siret: $was->siret !== '' ? $was->siret : $buyer->siret,
					vat_number: $was->vat_number !== '' ? $was->vat_number : $buyer->vat_number,
					archived: false,
					first_name: $was->first_name
				);
				return true;
			}
		);
	}

	public function change_email( CustomerRef $ref, string $email ): bool {
		return $this->sellsy->request(
			'change_email',
			function () use ( $ref, $email ): bool {
				if ( $this->sellsy->is_left_to_people ) {
					return false;
				}
				$this->refuse_staff( $email );
				$was                                         = $this->sellsy->customers[ Sellsy::key( $ref ) ];
				$this->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
					ref: $ref,
					relation: $was->relation,
					name: $was->name,
					email: $email,
					reference: $was->reference,
					siren: $was->siren,
					siret: $was->siret,
					vat_number: $was->vat_number,
					archived: false,
					first_name: $was->first_name
				);
				return true;
			}
		);
	}

	private function is( string $theirs, string $ours ): bool {
		return $this->sellsy->minds_case ? $theirs === $ours : mb_strtolower( $theirs ) === mb_strtolower( $ours );
	}

	private function refuse_staff( string $email ): void {
		if ( in_array( $email, $this->sellsy->staff_emails, true ) ) {
			throw new RemoteFailure(
				kind: FailureKind::Rejected,
				status: 400,
				route: '',
				scope: '',
				detail: 'Adresse d\'un collaborateur',
				fields: [ 'email' ]
			);
		}
	}

	/** @return list<RemoteCustomer> */
	private function matching( string $method, callable $which ): array {
		return $this->sellsy->request(
			$method,
			fn(): array => array_values(
				array_filter(
					$this->sellsy->customers,
					fn( RemoteCustomer $customer ): bool =>
						! $customer->archived && $this->sellsy->is_indexed( $customer->ref->id ) && $which( $customer )
				)
			)
		);
	}
}
