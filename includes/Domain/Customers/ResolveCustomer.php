<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\Candidate;
use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** The order's buyer at Sellsy: remembered, found or created, once. */
final class ResolveCustomer {

	public const KIND = 'customer';

	/** The lock of a company, whoever buys for it. */
	private const BY_NUMBER = 'company';

	public function __construct(
		private readonly Customers $customers,
		private readonly RemoteIds $remote_ids,
		private readonly RecallCustomer $recall,
		private readonly RememberCustomer $remember,
		private readonly FindCustomer $find,
		private readonly CreateFurther $create,
		private readonly KeepCustomer $keep,
		private readonly ResolveContact $contact,
		private readonly ResolveAddresses $addresses,
		private readonly OrderLinks $orders,
		private readonly Trail $trail,
	) {}

	/**
	 * @throws NeedsAttention when a person must choose or repair.
	 * @throws RetryLater while another order makes the same customer.
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, string $shop_code ): Parties {
		if ( $order->buyer->is_contradictory ) {
			$this->orders->note_problem( $order->id, new Problem( ProblemCode::NumbersContradict ) );
		}
		$customer = $this->customer( $order, $shop_code );
		$is_prospect = $customer->relation === 'prospect';
		if ( $is_prospect ) {
			$this->customers->convert_to_client( $customer->ref );
		}
		$this->keep->numbers( $customer, $order );
		$parties = $this->addresses->resolve( $order, $customer, $this->contact->resolve( $order, $customer ) );
		return $is_prospect ? $parties->of_prospect() : $parties;
	}

	/**
	 * The customer that the shop remembers for an order with exactly this buyer and these addresses. Sellsy is not
	 * asked: the caller proves it by the document's answer.
	 *
	 * @return Parties|null without the customer's name; null where something is not remembered.
	 * @throws RemoteFailure
	 */
	public function assumed( OrderSnapshot $order ): ?Parties {
		$memory = $order->buyer->is_contradictory || $order->buyer->is_erased ? null : $this->recall->exact( $order );
		if ( $memory?->ref === null ) {
			return null;
		}
		$contact   = $this->contact->known( $order, $memory->ref );
		$addresses = $contact === false ? null : $this->addresses->known( $order, $memory->ref );
		if ( $contact === false || $addresses === null ) {
			return null;
		}
		$this->trail->note( new Step( StepCode::Remembered, $memory->ref->facts() ) );
		$this->remember->postcode( $order, $memory );
		return new Parties( $memory->ref, $contact, ...$addresses );
	}

	/**
	 * One lock for all customers of a shopper, so that two of them never get one reference; and one for a company that
	 * two shoppers buy for.
	 */
	private function customer( OrderSnapshot $order, string $shop_code ): RemoteCustomer {
		$customer = $this->remembered( $order );
		if ( $customer !== null ) {
			return $customer;
		}
		$work      = function () use ( $order, $shop_code, &$customer ): ?array {
			// The one before may have finished between our first look and the claim.
			$customer = $this->remembered( $order ) ?? $this->found_or_created( $order, $shop_code );
			return null;
		};
		$waits     = ProblemCode::WaitsForCustomer;
		$number    = BuyerIdentity::from_buyer( $order->buyer, $order->billing )->numbers->main();
		$by_number = fn (): ?array => $this->remote_ids->make( self::BY_NUMBER, $number, $waits, $work );
		$who       = CustomerKey::for_buyer( $order->buyer, $order->id )->who();
		$this->remote_ids->make( self::KIND, $who, $waits, $number === '' ? $work : $by_number );
		return $customer ?? throw new \LogicException( 'A customer that was neither found nor created.' );
	}

	/** An id that Sellsy no longer knows, or has archived, is looked up afresh. */
	private function remembered( OrderSnapshot $order ): ?RemoteCustomer {
		$memory = $this->recall->exact( $order );
		if ( $memory?->ref === null ) {
			return null;
		}
		$customer = $this->find->standing( $memory->ref );
		if ( $customer === null ) {
			$this->remember->gone( $memory->ref );
			return null;
		}
		$numbers = BuyerIdentity::from_buyer( $order->buyer, $order->billing )->numbers;
		if (
			$memory->origin !== RememberedCustomer::CHOSEN
			&& $numbers->likeness( $customer->numbers() ) === Likeness::Never
		) {
			$this->remember->no_longer( $memory ); // Somebody gave it the numbers of another company since.
			return null;
		}
		$this->trail->note( new Step( StepCode::Remembered, $customer->ref->facts() ) );
		$this->remember->postcode( $order, $memory );
		return $customer;
	}

	private function found_or_created( OrderSnapshot $order, string $shop_code ): RemoteCustomer {
		$memory = $this->recall->exact( $order );
		$wanted = $memory?->is_to_create() === true ? $memory : null;
		if ( $wanted?->is_begun() === true ) {
			return $this->create->go_on( $order, $shop_code, $wanted );
		}
		$search = $this->find->find( $order, $shop_code, $wanted !== null );
		$found  = $search->recognition;
		if ( $wanted === null && $found->question !== null ) {
			throw new NeedsAttention( $found->question );
		}
		if ( $wanted === null && $found->candidate !== null ) {
			return $this->taken( $order, $found->candidate, $shop_code, $search->is_shared );
		}
		$customer = $this->create->begin( $order, $shop_code, $search, $wanted );
		if ( $wanted === null && $found->note !== null ) {
			$this->orders->note_problem( $order->id, $found->note );
		}
		return $customer;
	}

	private function taken(
		OrderSnapshot $order,
		Candidate $candidate,
		string $shop_code,
		bool $is_shared,
	): RemoteCustomer {
		$customer = $candidate->customer;
		$this->trail->note( new Step( $candidate->how, $customer->ref->facts() ) );
		$turn = $this->turn( $order, $customer, $shop_code );
		$this->remember->remember( $order, $customer->ref, $candidate->how->value, $turn, $is_shared );
		$this->remember->numbers( $customer->ref, $customer->numbers() );
		return $customer;
	}

	private function turn( OrderSnapshot $order, RemoteCustomer $customer, string $shop_code ): int {
		return CustomerKey::for_buyer( $order->buyer, $order->id )->turn( $customer->reference, $shop_code );
	}
}
