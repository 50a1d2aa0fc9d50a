<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\Candidate;
use OrderInvoicer\Domain\Buyers\Comparison;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
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

	/** A reference that is so many turns ahead is one that somebody else went on with: "SHOP-C5-2026". */
	private const FURTHEST = 50;

	public function __construct(
		private readonly Customers $customers,
		private readonly CustomerMemory $memory,
		private readonly RecallCustomer $recall,
		private readonly Account $account,
		private readonly ShopCodeConflicts $clashes,
	) {}

	/**
	 * @param bool $is_answered a person said that it is none of those who were found.
	 * @throws NeedsAttention while another shop has customers of the same reference.
	 * @throws RemoteFailure
	 */
	public function find( OrderSnapshot $order, string $shop_code, bool $is_answered ): SearchedCustomer {
		$buyer    = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$key      = CustomerKey::for_buyer( $order->buyer, $order->id );
		$memories = $this->recall->of_shopper( $order );
		$found    = new FoundCustomers();
		$this->by_number( $found, $buyer );
		$of_email = $this->by_email( $found, $order->buyer->email );
		$this->by_memory( $found, $memories, $buyer );
		$memories  = $this->recall->of_shopper( $order ); // Some may have turned out to be nobody's any more.
		$turn      = $this->by_reference( $found, $order, $key, $shop_code, $memories, $is_answered );
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
	 * As typed and in lower case: whether Sellsy's filter minds the case is not documented.
	 *
	 * @return array<string, RemoteCustomer>
	 */
	private function by_email( FoundCustomers $found, string $email ): array {
		$of_email = [];
		foreach ( self::spellings( $email ) as $typed ) {
			foreach ( $this->customers->find_by_email( $typed ) as $customer ) {
				if ( mb_strtolower( $customer->email ) === mb_strtolower( $email ) && ! $customer->archived ) {
					$found->add( $customer, StepCode::FoundByEmail );
					$of_email[ $customer->ref->key() ] = $customer;
				}
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

	/**
	 * A try that died may have left one behind under the turn that comes next. While another shop uses the same
	 * references, its customer of that number is somebody else.
	 *
	 * @param list<RememberedCustomer> $memories of this shopper.
	 * @return int the first turn that nobody has.
	 */
	private function by_reference(
		FoundCustomers $found,
		OrderSnapshot $order,
		CustomerKey $key,
		string $shop_code,
		array $memories,
		bool $is_answered,
	): int {
		$turns = array_map( static fn ( RememberedCustomer $memory ): int => $memory->turn, $memories );
		$most  = max( [ 0, ...$turns ] ) + self::FURTHEST;
		$types = $this->kinds_to_search( $order, $key );
		$is_of = static fn ( RememberedCustomer $memory ): bool => in_array( $memory->ref?->type, $types, true );
		$known = array_column( array_filter( $memories, $is_of ), 'turn' );
		foreach ( $found->all() as $customer ) {
			$turn = $key->turn( $customer->reference, $shop_code );
			if ( $turn > 0 && $turn <= $most ) {
				$found->add( $customer, StepCode::FoundByReference );
				$turns[] = $turn;
				$known   = in_array( $customer->ref->type, $types, true ) ? [ ...$known, $turn ] : $known;
			}
		}
		$last = max( [ 0, ...$turns ] );
		for ( $turn = 1; ; $turn++ ) {
			$theirs = in_array( $turn, $known, true ) ? [] : $this->bearing( $types, $key, $shop_code, $turn );
			if ( $theirs === [] && $turn > $last ) {
				return $turn;
			}
			$strangers = array_values(
				array_filter(
					$theirs,
					static fn ( RemoteCustomer $customer ): bool => self::with_email_of( $order, [ $customer ] ) === []
				)
			);
			if ( $strangers !== [] && ! $is_answered && $this->clashes->standing() !== null ) {
				throw new NeedsAttention( Recognition::to_choose( $strangers ) );
			}
			foreach ( $theirs as $customer ) {
				$found->add( $customer, StepCode::FoundByReference );
			}
		}
	}

	/**
	 * One of the other kind that bears this shop's reference is never the buyer, and the searches by address looked for
	 * it too. It counts where no address was searched, where the order says no name, and beside another shop of the
	 * same code.
	 *
	 * @return list<CustomerType>
	 */
	private function kinds_to_search( OrderSnapshot $order, CustomerKey $key ): array {
		$is_of_own_kind = $order->buyer->email !== ''
			&& BuyerIdentity::from_buyer( $order->buyer, $order->billing )->has_name()
			&& $this->clashes->standing() === null;
		return $is_of_own_kind ? [ $key->type() ] : [ CustomerType::Company, CustomerType::Individual ];
	}

	/**
	 * The link of an earlier version, which knows no name, whose customer at Sellsy is the buyer: what worked goes on
	 * to work, whoever else a search would find.
	 *
	 * @throws RemoteFailure
	 */
	public function installed( OrderSnapshot $order, string $shop_code ): ?RememberedCustomer {
		$buyer = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$fit   = [];
		foreach ( $this->recall->of_shopper( $order ) as $memory ) {
			$is_candidate = $memory->spelling === '' && $memory->ref?->type === $buyer->type;
			$customer     = $is_candidate ? $this->standing( $memory->ref ) : null;
			if ( $customer === null ) {
				continue;
			}
			$found = new FoundCustomers();
			$found->add( $customer, StepCode::Remembered, true );
			$first_name = $this->recall->keyed( $buyer->first_name() );
			if (
				Comparison::between( $buyer, $this->candidates( $found, $shop_code )[0], $first_name )->rank() !== null
			) {
				$fit[] = $memory;
			}
		}
		return count( $fit ) === 1 ? $fit[0] : null;
	}

	/**
	 * The customer that an earlier try created under this turn, if its answer was lost; not one that another shop
	 * created.
	 *
	 * @throws RemoteFailure
	 */
	public function of_turn( OrderSnapshot $order, string $shop_code, int $turn ): ?RemoteCustomer {
		$key    = CustomerKey::for_buyer( $order->buyer, $order->id );
		$theirs = $this->bearing( [ $key->type() ], $key, $shop_code, $turn );
		return ( $this->clashes->standing() === null ? $theirs : self::with_email_of( $order, $theirs ) )[0] ?? null;
	}

	/**
	 * @param list<CustomerType> $types
	 * @return list<RemoteCustomer>
	 * @throws RemoteFailure
	 */
	private function bearing( array $types, CustomerKey $key, string $shop_code, int $turn ): array {
		$bearing = [];
		foreach ( $types as $type ) {
			$found = $this->customers->find_by_reference( $type, $key->reference( $shop_code, $turn ) );
			foreach ( $found as $customer ) {
				if ( ! $customer->archived && $key->turn( $customer->reference, $shop_code ) === $turn ) {
					$bearing[] = $customer;
				}
			}
		}
		return $bearing;
	}

	/**
	 * @param list<RemoteCustomer> $customers
	 * @return list<RemoteCustomer> none for an order without an address.
	 */
	private static function with_email_of( OrderSnapshot $order, array $customers ): array {
		$email = mb_strtolower( $order->buyer->email );
		return array_values(
			array_filter(
				$customers,
				static fn ( RemoteCustomer $customer ): bool =>
					$email !== '' && mb_strtolower( $customer->email ) === $email
			)
		);
	}

	/** @return list<RemoteCustomer>|null companies whose contact has the address; null: nobody is a contact with it. */
	private function by_contact( string $email ): ?array {
		$companies = null;
		foreach ( self::spellings( $email ) as $typed ) {
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

	/** @return list<string> */
	private static function spellings( string $email ): array {
		return $email === '' ? [] : array_values( array_unique( [ $email, mb_strtolower( $email ) ] ) );
	}
}
