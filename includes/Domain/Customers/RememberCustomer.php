<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** Remembers the customer of Sellsy for an order's buyer, for the next order that names the buyer in the same way. */
final class RememberCustomer {

	public function __construct(
		private readonly Account $account,
		private readonly CustomerMemory $memory,
		private readonly RecallCustomer $recall,
	) {}

	/**
	 * @param ?CustomerRef $ref    null where it is to be created.
	 * @param string       $origin a StepCode of customers, `chosen`, `none_of_these` or `creating`.
	 * @param int          $turn   of its reference; 0 where it bears none of ours.
	 * @param bool         $is_shared three customers or more have the e-mail address: names count with the postcode.
	 * @throws RemoteFailure
	 */
	public function remember(
		OrderSnapshot $order,
		?CustomerRef $ref,
		string $origin,
		int $turn = 0,
		bool $is_shared = false
	): void {
		$identity = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$key      = CustomerKey::for_buyer( $order->buyer, $order->id );
		$before   = $this->same( $order, $this->recall->spelling( $order ) );
		// Under a shared address two customers may have one name: the second is told apart by its postcode.
		$is_second = $before?->ref !== null && $before->ref->key() !== $ref?->key();
		$spelling  = $this->recall->spelling( $order, $is_shared || ( $is_second && $order->buyer->user_id === 0 ) );
		$replaced  = $this->same( $order, $spelling );
		$memory    = new RememberedCustomer(
			who: $key->who(),
			type: $identity->type,
			spelling: $spelling,
			number: $identity->numbers->main(),
			ref: $ref,
			origin: $origin,
			order_id: $order->id,
			name: $this->recall->keyed( $identity->name() ),
			form: $identity->form(),
			first_name: $this->recall->keyed( $identity->first_name() ),
			postcodes: $this->postcodes( $identity, $replaced, $ref ),
			turn: $turn === 0 ? self::taken_turn( $replaced ) : $turn
		);
		$this->memory->remember( $this->account->id(), $memory );
		if ( $ref !== null ) {
			$this->numbers( $ref, $identity->numbers );
		}
	}

	/**
	 * A person said that the buyer is none of those offered. If another order with the same spelling has got a customer
	 * since, or is getting one, that customer was not among them: it is the one.
	 *
	 * @param list<array{type: string, id: int}> $offered
	 * @throws RemoteFailure
	 */
	public function none_of( OrderSnapshot $order, array $offered ): void {
		$known = $this->recall->exact( $order );
		$is_of = $known?->ref !== null && ! in_array( $known->ref->facts(), $offered, true );
		if ( ! $is_of && $known?->is_begun() !== true ) {
			$this->remember( $order, null, RememberedCustomer::NONE_OF_THESE );
		}
	}

	/** Orders of this spelling are not this customer's any more. */
	public function no_longer( RememberedCustomer $memory ): void {
		$this->memory->remember( $this->account->id(), $memory->without_customer() );
	}

	/** Another order of the same spelling came from elsewhere. */
	public function postcode( OrderSnapshot $order, RememberedCustomer $memory ): void {
		$postcode = $this->recall->keyed( BuyerIdentity::from_buyer( $order->buyer, $order->billing )->postcode );
		if ( $postcode !== '' && ! in_array( $postcode, $memory->postcodes, true ) ) {
			$this->memory->remember( $this->account->id(), $memory->with_postcode( $postcode ) );
		}
	}

	/** Sellsy searches by SIRET only. */
	public function numbers( CustomerRef $ref, LegalNumbers $numbers ): void {
		foreach ( $numbers->all() as $number ) {
			$this->memory->remember_number( $this->account->id(), $number, $ref );
		}
	}

	/** Sellsy no longer knows it, or has archived it. */
	public function gone( CustomerRef $ref ): void {
		$this->memory->forget( $this->account->id(), $ref );
	}

	/** For one that was archived or deleted: its reference is not given again. */
	private static function taken_turn( ?RememberedCustomer $replaced ): int {
		return $replaced === null || $replaced->ref !== null || $replaced->is_begun() ? 0 : $replaced->turn;
	}

	private function same( OrderSnapshot $order, string $spelling ): ?RememberedCustomer {
		foreach ( $this->recall->of_shopper( $order ) as $memory ) {
			if ( $memory->spelling === $spelling ) {
				return $memory;
			}
		}
		return null;
	}

	/** @return list<string> */
	private function postcodes( BuyerIdentity $identity, ?RememberedCustomer $before, ?CustomerRef $ref ): array {
		$known    = $ref !== null && $before?->ref?->key() === $ref->key() ? $before->postcodes : [];
		$postcode = $this->recall->keyed( $identity->postcode );
		return $postcode === '' || in_array( $postcode, $known, true ) ? $known : [ ...$known, $postcode ];
	}
}
