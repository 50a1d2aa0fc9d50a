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
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\WholeRecord;

/**
 * A change sends only what changes. That `PUT` keeps what is left out is inferred: none of its fields is required.
 * Where the account was seen to drop it, all of the customer is read and goes with the change.
 *
 * @assumes addresses-at-once
 * @assumes companies-of-contact
 * @assumes put-keeps-customers
 */
final class SellsyCustomers implements Customers {

	public function __construct(
		private readonly SellsyClient $client,
		private readonly CustomerMapping $customers,
		private readonly AddressMapping $addresses,
		private readonly AccountFindings $findings,
		private readonly WholeRecord $whole = new WholeRecord(),
	) {}

	public function get( CustomerRef $ref ): ?RemoteCustomer {
		$customer = RemoteFailure::null_when_gone( fn (): Answer => $this->read( $ref ) );
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
			$this->client->send( ApiRequest::post( self::path( $draft->type ), $this->customers->body( $draft ) ) )
		);
	}

	public function convert_to_client( CustomerRef $ref ): void {
		$path = self::path( $ref->type, '/{id}/convert' );
		$this->client->send( ApiRequest::post( $path, $this->customers->conversion(), [ 'id' => $ref->id ] ) );
	}

	/** One page: this list declares neither `limit` nor `offset`. */
	public function addresses( CustomerRef $ref ): array {
		[ $path, $ids ] = self::addresses_of( $ref );
		$listed         = $this->client->send( ApiRequest::get( $path, $ids ) )->list( 'data' );
		return array_map( $this->addresses->address( ... ), $listed );
	}

	public function written( Address $address ): RemoteAddress {
		return $this->addresses->written( $address );
	}

	public function add_address( CustomerRef $ref, Address $address ): RemoteAddress {
		[ $path, $ids ] = self::addresses_of( $ref );
		return $this->addresses->address(
			$this->client->send( ApiRequest::post( $path, $this->addresses->body( $address ), $ids ) )
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
		$body = $this->customers->contact_body( $buyer, $with_email );
		return $this->client->send( ApiRequest::post( '/contacts', $body ) )->id();
	}

	public function contact( int $contact_id ): ?RemoteContact {
		$request = ApiRequest::get( '/contacts/{id}', [ 'id' => $contact_id ] );
		$contact = RemoteFailure::null_when_gone( fn (): Answer => $this->client->send( $request ) );
		return $contact === null || $contact->bool( 'is_archived', false )
			? null
			: $this->customers->contact( $contact );
	}

	/** Answers 201, or 200 when it was linked already. */
	public function link_contact( CustomerRef $company, int $contact_id ): void {
		$this->client->send( ApiRequest::link( $company->id, $contact_id ) );
	}

	public function fill_in_numbers( CustomerRef $company, Buyer $buyer ): bool {
		$present = $this->read( $company );
		return $this->change( $company, $this->customers->numbers( $present, $buyer ), $present );
	}

	public function change_email( CustomerRef $ref, string $email ): bool {
		return $this->change( $ref, $this->customers->email( $email ) );
	}

	/** @param array<string, mixed> $change */
	private function change( CustomerRef $ref, array $change, ?Answer $present = null ): bool {
		$whole = $this->findings->is_otherwise( Assumption::PutKeepsCustomers )
			? $this->whole->of_customer( $present ?? $this->read( $ref ) )
			: [];
		if ( $whole === null ) {
			return false;
		}
		try {
			$this->client->send(
				ApiRequest::put( self::path( $ref->type, '/{id}' ), $change + $whole, [ 'id' => $ref->id ] )
			);
		} catch ( RemoteFailure $failure ) {
			$is_of_rest = $whole !== [] && $failure->kind === FailureKind::Rejected;
			return $is_of_rest && ! $failure->is_about( ...array_keys( $change ) ) ? false : throw $failure;
		}
		return true;
	}

	/**
	 * Where the search does not take them: as each contact says, in one page, for this list declares neither `limit`
	 * nor `offset`.
	 *
	 * @param list<int> $contacts
	 * @return list<RemoteCustomer> in use.
	 */
	private function companies_of( array $contacts ): array {
		$companies = [];
		foreach ( $contacts as $id ) {
			$request = ApiRequest::get( '/contacts/{id}/companies', [ 'id' => $id ] );
			foreach ( $this->client->send( $request )->list( 'data' ) as $company ) {
				if ( ! $company->bool( 'is_archived', false ) ) {
					$companies[ $company->id() ] = $this->customers->customer( CustomerType::Company, $company );
				}
			}
		}
		return array_values( $companies );
	}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<RemoteCustomer>
	 */
	private function search( CustomerType $type, array $filters ): array {
		$search = ApiRequest::search( self::path( $type, '/search' ), $filters + [ 'is_archived' => false ] );
		return array_map(
			fn( Answer $answer ): RemoteCustomer => $this->customers->customer( $type, $answer ),
			$this->client->all( $search )
		);
	}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<RemoteContact> in use.
	 */
	private function search_contacts( array $filters ): array {
		$active = array_filter(
			$this->client->all( ApiRequest::search( '/contacts/search', $filters ) ),
			static fn( Answer $contact ): bool => ! $contact->bool( 'is_archived', false )
		);
		return array_values( array_map( $this->customers->contact( ... ), $active ) );
	}

	private function read( CustomerRef $ref ): Answer {
		return $this->client->send( ApiRequest::get( self::path( $ref->type, '/{id}' ), [ 'id' => $ref->id ] ) );
	}

	/** The same calls under two names. */
	private static function path( CustomerType $type, string $below = '' ): string {
		return ( $type === CustomerType::Company ? '/companies' : '/individuals' ) . $below;
	}

	/** @return array{string, array<string, int>} path and ids. */
	private static function addresses_of( CustomerRef $ref ): array {
		$id = $ref->type === CustomerType::Company ? 'companyId' : 'individualId';
		return [ self::path( $ref->type, "/{{$id}}/addresses" ), [ $id => $ref->id ] ];
	}
}
