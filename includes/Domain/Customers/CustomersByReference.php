<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\FoundCustomers;
use OrderInvoicer\Domain\Buyers\Recognition;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Customers at Sellsy that bear the reference of a shopper: this shop gives it with a turn, so that several customers
 * of one shopper never share it.
 */
final class CustomersByReference {

	/** A reference that is so many turns ahead is one that somebody else went on with: "SHOP-C5-2026". */
	private const FURTHEST = 50;

	public function __construct(
		private readonly Customers $customers,
		private readonly ShopCodeConflicts $shop_code_conflicts,
	) {}

	/**
	 * A try that died may have left one behind under the turn that comes next. While another shop uses the same
	 * references, its customer of that number is somebody else.
	 *
	 * @param list<RememberedCustomer> $memories of this shopper.
	 * @return int the first turn that nobody has.
	 * @throws NeedsAttention while another shop has customers of the same reference.
	 * @throws RemoteFailure
	 */
	public function find(
		FoundCustomers $found,
		OrderSnapshot $order,
		string $shop_code,
		array $memories,
		bool $is_answered,
	): int {
		$key   = CustomerKey::for_buyer( $order->buyer, $order->id );
		$types = $this->kinds_to_search( $order, $key );
		$is_of = static fn ( RememberedCustomer $memory ): bool => in_array( $memory->ref?->type, $types, true );
		$turns = array_column( $memories, 'turn' );
		$known = array_column( array_filter( $memories, $is_of ), 'turn' );
		foreach ( $this->turns( $found, $key, $shop_code, max( [ 0, ...$turns ] ) + self::FURTHEST ) as $one ) {
			$turns[] = $one['turn'];
			$known   = in_array( $one['type'], $types, true ) ? [ ...$known, $one['turn'] ] : $known;
		}
		$last = max( [ 0, ...$turns ] );
		for ( $turn = 1; ; $turn++ ) {
			$theirs = in_array( $turn, $known, true ) ? [] : $this->bearing( $types, $key, $shop_code, $turn );
			if ( $theirs === [] && $turn > $last ) {
				return $turn;
			}
			$this->refuse_strangers( $order, $theirs, $is_answered );
			foreach ( $theirs as $customer ) {
				$found->add( $customer, StepCode::FoundByReference );
			}
		}
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
		return ( $this->shop_code_conflicts->standing() === null ? $theirs : self::with_email_of( $order, $theirs ) )[0]
			?? null;
	}

	/** @return list<array{turn: int, type: CustomerType}> turns of those who were found in another way. */
	private function turns( FoundCustomers $found, CustomerKey $key, string $shop_code, int $most ): array {
		$turns = [];
		foreach ( $found->all() as $customer ) {
			$turn = $key->turn( $customer->reference, $shop_code );
			if ( $turn > 0 && $turn <= $most ) {
				$found->add( $customer, StepCode::FoundByReference );
				$turns[] = [ 'turn' => $turn ] + [ 'type' => $customer->ref->type ];
			}
		}
		return $turns;
	}

	/**
	 * @param list<RemoteCustomer> $theirs
	 * @throws NeedsAttention
	 */
	private function refuse_strangers( OrderSnapshot $order, array $theirs, bool $is_answered ): void {
		$is_stranger = static fn ( RemoteCustomer $one ): bool => self::with_email_of( $order, [ $one ] ) === [];
		$strangers   = array_values( array_filter( $theirs, $is_stranger ) );
		if ( $strangers !== [] && ! $is_answered && $this->shop_code_conflicts->standing() !== null ) {
			throw new NeedsAttention( Recognition::to_choose( $strangers ) );
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
			&& $this->shop_code_conflicts->standing() === null;
		return $is_of_own_kind ? [ $key->type() ] : [ CustomerType::Company, CustomerType::Individual ];
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
		$is_of = static fn ( RemoteCustomer $customer ): bool =>
			$email !== '' && mb_strtolower( $customer->email ) === $email;
		return array_values( array_filter( $customers, $is_of ) );
	}
}
