<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Buyers\Candidate;
use OrderInvoicer\Domain\Buyers\Comparison;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\FoundCustomers;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\Recognition;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Gathers the customers at Sellsy who may be the buyer: by number, by what this shop remembers, by our reference, by
 * e-mail address, and for a company by contacts of that address. A search that fails throws, so it can never be taken
 * for "nobody".
 */
final class FindCustomer {

	/** A relay address may stand for hundreds: beyond so many, only those of the same name or postcode are read. */
	private const MOST_READ = 10;

	public function __construct(
		private readonly Customers $customers,
		private readonly CustomerMemory $memory,
		private readonly RecallCustomer $recall,
		private readonly Account $account,
		private readonly CustomersByReference $by_reference,
		private readonly Spellings $spellings,
	) {}

	/**
	 * @param bool $is_answered a person said that it is none of those who were found.
	 * @throws NeedsAttention while another shop has customers of the same reference.
	 * @throws RemoteFailure
	 */
	public function find( OrderSnapshot $order, string $shop_code, bool $is_answered ): SearchedCustomer {
		$buyer    = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$memories = $this->recall->of_shopper( $order );
		$found    = new FoundCustomers();
		$this->by_number( $found, $buyer );
		$of_email = $this->by_email( $found, $order->buyer );
		$this->by_memory( $found, $memories, $buyer );
		$memories  = $this->recall->of_shopper( $order ); // Some may have turned out to be nobody's any more.
		$turn      = $this->by_reference->find( $found, $order, $shop_code, $memories, $is_answered );
		$sharing   = count( $of_email + RecallCustomer::customers( $memories ) );
		$is_shared = $order->buyer->user_id === 0 && $sharing >= RecallCustomer::SHARED;
		$keyed     = $this->recall->keyed( ... );
		$recognise = fn (): Recognition =>
			Recognition::among( $this->candidates( $found, $shop_code ), $buyer, $is_shared, $keyed );
		$result    = $recognise();
		if ( $result->candidate !== null || ! $buyer->is_company() || $order->buyer->email === '' ) {
			return new SearchedCustomer( $result, $turn, $is_shared );
		}
		$companies = $this->by_contact( $order->buyer->email );
		$is_new    = static fn ( RemoteCustomer $company ): bool => $found->add( $company, StepCode::FoundByEmail );
		$are_new   = array_map( $is_new, $companies ?? [] );
		$result    = in_array( true, $are_new, true ) ? $recognise() : $result;
		return new SearchedCustomer(
			recognition: $result,
			turn: $turn,
			is_shared: $is_shared,
			no_contact: $companies === null
		);
	}

	/** Sellsy searches by SIRET only: what is known by SIREN or VAT number, this shop has to remember. */
	private function by_number( FoundCustomers $found, BuyerIdentity $buyer ): void {
		$numbers = $buyer->numbers;
		if ( $numbers->siret !== '' ) {
			foreach ( $this->customers->find_by_siret( $numbers->siret ) as $customer ) {
				if ( $customer->numbers()->siret === $numbers->siret ) {
					$found->add( $customer, StepCode::FoundBySiret );
				}
			}
		}
		foreach ( $numbers->all() as $number ) {
			foreach ( $this->memory->of_number( $this->account->id(), $number ) as $ref ) {
				$this->read( $found, $ref, false );
			}
		}
	}

	/**
	 * Whether Sellsy's filter minds the case is not documented (`Spellings`). So what a guest wrote in capitals may be
	 * found by nobody who has an account now; the shop remembers guests whatever the case.
	 *
	 * @return array<string, RemoteCustomer>
	 */
	private function by_email( FoundCustomers $found, Buyer $buyer ): array {
		$customers = [];
		foreach ( $this->spellings->of( $buyer->email ) as $typed ) {
			$customers = [ ...$customers, ...$this->customers->find_by_email( $typed ) ];
		}
		$known    = array_map( static fn ( RemoteCustomer $one ): string => $one->ref->key(), $customers );
		$as_guest = $buyer->user_id === 0 || $buyer->email === '' ? [] : $this->recall->of_guest( $buyer->email );
		foreach ( array_diff_key( RecallCustomer::customers( $as_guest ), array_flip( $known ) ) as $ref ) {
			$customer  = $this->standing( $ref );
			$customers = $customer === null ? $customers : [ ...$customers, $customer ];
		}
		$of_email = [];
		foreach ( $customers as $customer ) {
			if ( mb_strtolower( $customer->email ) === mb_strtolower( $buyer->email ) && ! $customer->archived ) {
				$found->add( $customer, StepCode::FoundByEmail );
				$of_email[ $customer->ref->key() ] = $customer;
			}
		}
		return $of_email;
	}

	/** @param list<RememberedCustomer> $memories of this shopper. */
	private function by_memory( FoundCustomers $found, array $memories, BuyerIdentity $buyer ): void {
		$known  = RecallCustomer::customers( $memories );
		$unread = array_filter( $known, static fn ( CustomerRef $ref ): bool => ! $found->has( $ref ) );
		if ( count( $unread ) > self::MOST_READ ) {
			$name    = $this->recall->keyed( $buyer->name() );
			$code    = $this->recall->keyed( $buyer->postcode );
			$is_like = static fn ( RememberedCustomer $memory ): bool =>
				$memory->name === $name || in_array( $code, $memory->postcodes, true );
			$like    = array_values( array_filter( $memories, $is_like ) );
			$unread  = array_intersect_key( $unread, RecallCustomer::customers( $like ) );
		}
		foreach ( $unread as $ref ) {
			$this->read( $found, $ref, true );
		}
		foreach ( $known as $ref ) {
			$found->leads_to( $ref );
		}
	}

	/** @return list<RemoteCustomer>|null companies whose contact has the address; null: nobody is a contact with it. */
	private function by_contact( string $email ): ?array {
		$companies = null;
		foreach ( $this->spellings->of( $email ) as $typed ) {
			$of_typed  = $this->customers->find_companies_of_contact( $typed );
			$companies = $of_typed === null ? $companies : [ ...$companies ?? [], ...$of_typed ];
		}
		return $companies;
	}

	/** One that is gone or archived is nobody's any more. */
	private function read( FoundCustomers $found, CustomerRef $ref, bool $is_shoppers ): void {
		if ( $found->has( $ref ) ) {
			return;
		}
		$customer = $this->standing( $ref );
		if ( $customer === null ) {
			$this->memory->forget( $this->account->id(), $ref );
			return;
		}
		$found->add( $customer, StepCode::Remembered, $is_shoppers );
	}

	/**
	 * Null when it is gone or archived.
	 *
	 * @throws RemoteFailure
	 */
	public function standing( CustomerRef $ref ): ?RemoteCustomer {
		$customer = $this->customers->get( $ref );
		return $customer === null || $customer->archived ? null : $customer;
	}

	/** @return list<Candidate> */
	private function candidates( FoundCustomers $found, string $shop_code ): array {
		$candidates = [];
		foreach ( $found->all() as $id => $customer ) {
			$memories     = $this->memory->of_customer( $this->account->id(), $customer->ref );
			$is_made      = in_array( StepCode::Created->value, array_column( $memories, 'origin' ), true );
			$is_ours      = $is_made || CustomerKey::is_ours( $customer->reference, $shop_code );
			$addresses    = fn (): array => $this->customers->addresses( $customer->ref );
			$candidates[] = new Candidate(
				customer: $customer,
				how: $found->how( $id ),
				is_ours: $is_ours,
				has_email: $found->has_email( $id ),
				memories: $memories,
				addresses: $addresses
			);
		}
		return $candidates;
	}
}
