<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
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
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\WholeRecord;
use OrderInvoicer\Sellsy\Resources\Contacts;
use OrderInvoicer\Sellsy\Resources\ThirdParties;

/**
 * A change sends only what changes. That `PUT` keeps what is left out is inferred: none of its fields is required.
 * Where the account was seen to drop it, all of the customer is read and goes with the change.
 *
 * @assumes companies-of-contact
 * @assumes put-keeps-customers
 */
final class SellsyCustomers implements Customers {

	public function __construct(
		private readonly ThirdParties $third_parties,
		private readonly Contacts $contacts,
		private readonly CustomerMapping $customers,
		private readonly AddressMapping $addresses,
		private readonly AccountFindings $findings,
		private readonly WholeRecord $whole = new WholeRecord(),
	) {}

	public function get( CustomerRef $ref ): ?RemoteCustomer {
		$customer = RemoteFailure::null_when_gone( fn (): Answer => $this->third_parties->get( $ref ) );
		return $customer === null ? null : $this->customers->customer( $ref->type, $customer );
	}

	/** Individuals have no SIRET. */
	public function find_by_siret( string $siret ): array {
		return $this->search( CustomerType::Company, [ 'siret' => $siret ] );
	}

	public function find_by_reference( CustomerType $type, string $reference ): array {
		return $this->search( $type, [ 'reference' => [ $reference ] ] );
	}

	public function find_by_email( string $email ): array {
		$companies = $this->search( CustomerType::Company, [ 'email' => $email ] );
		return [ ...$companies, ...$this->search( CustomerType::Individual, [ 'email' => $email ] ) ];
	}

	/** Individuals have no contacts that the API could link. */
	public function find_companies_of_contact( string $email ): ?array {
		$contacts = array_column( $this->search_contacts( [ 'email' => $email ] ), 'id' );
		return match ( true ) {
			$contacts === [] => null,
			$this->findings->is_otherwise( Assumption::CompaniesOfContact ) => $this->companies_of( $contacts ),
			default          => $this->search( CustomerType::Company, [ 'contacts' => $contacts ] ),
		};
	}

	public function create( CustomerDraft $draft ): RemoteCustomer {
		return $this->customers->customer(
			$draft->type,
			$this->third_parties->create( $draft->type, $this->customers->body( $draft ) )
		);
	}

	public function convert_to_client( CustomerRef $ref ): void {
		$this->third_parties->convert( $ref, $this->customers->conversion() );
	}

	public function addresses( CustomerRef $ref ): array {
		return array_map( $this->addresses->address( ... ), $this->third_parties->addresses( $ref ) );
	}

	public function written( Address $address ): RemoteAddress {
		return $this->addresses->written( $address );
	}

	public function add_address( CustomerRef $ref, Address $address ): RemoteAddress {
		return $this->addresses->address(
			$this->third_parties->add_address( $ref, $this->addresses->body( $address ) )
		);
	}

	public function find_contacts( CustomerRef $company, string $email ): array {
		return $this->search_contacts(
			[
				'companies' => [ $company->id ],
				'email'     => $email,
			]
		);
	}

	public function find_loose_contacts( string $email ): array {
		return $this->search_contacts(
			[
				'email'     => $email,
				'is_linked' => false,
			]
		);
	}

	public function create_contact( Buyer $buyer, bool $with_email ): int {
		return $this->contacts->create( $this->customers->contact_body( $buyer, $with_email ) )->id();
	}

	public function contact( int $contact_id ): ?RemoteContact {
		$contact = RemoteFailure::null_when_gone( fn (): Answer => $this->contacts->get( $contact_id ) );
		return $contact === null
			|| $contact->bool( 'is_archived', false )
			? null
			: $this->customers->contact( $contact );
	}

	public function link_contact( CustomerRef $company, int $contact_id ): void {
		$this->contacts->link( $company->id, $contact_id );
	}

	public function fill_in_numbers( CustomerRef $company, Buyer $buyer ): bool {
		$present = $this->third_parties->get( $company );
		return $this->change( $company, $this->customers->numbers( $present, $buyer ), $present );
	}

	public function change_email( CustomerRef $ref, string $email ): bool {
		return $this->change( $ref, $this->customers->email( $email ) );
	}

	/** @param array<string, mixed> $change */
	private function change( CustomerRef $ref, array $change, ?Answer $present = null ): bool {
		$whole = $this->findings->is_otherwise( Assumption::PutKeepsCustomers )
			? $this->whole->of_customer( $present ?? $this->third_parties->get( $ref ) )
			: [];
		if ( $whole === null ) {
			return false;
		}
		try {
			$this->third_parties->update( $ref, $change + $whole );
		} catch ( RemoteFailure $failure ) {
			$is_of_rest = $whole !== [] && $failure->kind === FailureKind::Rejected;
			return $is_of_rest && ! $failure->is_about( ...array_keys( $change ) ) ? false : throw $failure;
		}
		return true;
	}

	/**
	 * Where the search does not take them: as each contact says.
	 *
	 * @param list<int> $contacts
	 * @return list<RemoteCustomer> in use.
	 */
	private function companies_of( array $contacts ): array {
		$companies = [];
		foreach ( array_merge( ...array_map( $this->contacts->companies_of( ... ), $contacts ) ) as $company ) {
			if ( ! $company->bool( 'is_archived', false ) ) {
				$companies[ $company->id() ] = $this->customers->customer( CustomerType::Company, $company );
			}
		}
		return array_values( $companies );
	}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<RemoteCustomer>
	 */
	private function search( CustomerType $type, array $filters ): array {
		$found = $this->third_parties->search( $type, $filters + [ 'is_archived' => false ] );
		return array_map(
			fn( Answer $answer ): RemoteCustomer => $this->customers->customer( $type, $answer ),
			$found
		);
	}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<RemoteContact> in use.
	 */
	private function search_contacts( array $filters ): array {
		$active = array_filter(
			$this->contacts->search( $filters ),
			static fn( Answer $contact ): bool => ! $contact->bool( 'is_archived', false )
		);
		return array_values( array_map( $this->customers->contact( ... ), $active ) );
	}
}
