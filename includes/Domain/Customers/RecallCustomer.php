<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\System\Fingerprints;

/** Which customer of Sellsy the shop remembers for an order's buyer, by the way in which the order names that buyer. */
final class RecallCustomer {

	/** From so many customers on, a guest's e-mail address is shared: an office, a marketplace's relay. */
	public const SHARED = 3;

	public function __construct(
		private readonly Account $account,
		private readonly CustomerMemory $memory,
		private readonly Fingerprints $fingerprints,
	) {}

	/**
	 * The one that orders which named their buyer in just this way led to, or that a person wants created (without a
	 * customer, `is_to_create()`).
	 *
	 * @throws RemoteFailure
	 */
	public function exact( OrderSnapshot $order ): ?RememberedCustomer {
		$memories   = $this->of_shopper( $order );
		$is_shared  = $order->buyer->user_id === 0 && count( self::customers( $memories ) ) >= self::SHARED;
		$identity   = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$postcode   = $this->keyed( $identity->postcode );
		$has_number = ! $identity->numbers->is_empty();
		$where      = $this->spelling( $order, true );
		foreach ( [ $where, $this->spelling( $order ) ] as $spelling ) {
			foreach ( $memories as $memory ) {
				$is_known = $spelling === $where
					|| $memory->order_id === $order->id
					|| in_array( $postcode, $memory->postcodes, true );
				$counts   = ! $is_shared || $has_number || $is_known;
				if (
					$memory->spelling === $spelling
					&& $counts
					&& ( $memory->ref !== null || $memory->is_to_create() )
				) {
					return $memory;
				}
			}
		}
		return null;
	}

	/**
	 * @return list<RememberedCustomer>
	 * @throws RemoteFailure
	 */
	public function of_shopper( OrderSnapshot $order ): array {
		return $this->memory->of_shopper(
			$this->account->id(),
			CustomerKey::for_buyer( $order->buyer, $order->id )->who()
		);
	}

	/**
	 * @return list<RememberedCustomer> as whom guests with this e-mail address bought.
	 * @throws RemoteFailure
	 */
	public function of_guest( string $email ): array {
		return $this->memory->of_shopper( $this->account->id(), CustomerKey::guest( $email ) );
	}

	/**
	 * Of kind, name and numbers; an order that names nobody stands for itself.
	 *
	 * @param bool $with_postcode as where an e-mail address is shared; an order without one stands for itself there.
	 */
	public function spelling( OrderSnapshot $order, bool $with_postcode = false ): string {
		$identity = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$text     = $identity->has_name() || ! $identity->numbers->is_empty() ? $identity->text() : "order\n$order->id";
		$where    = $identity->postcode === '' ? "order $order->id" : $identity->postcode;
		return $this->fingerprints->fingerprint( $text . ( $with_postcode ? "\n$where" : '' ) );
	}

	/** The hash under which a name, first name or postcode is remembered; empty for none. */
	public function keyed( string $text ): string {
		return $text === '' ? '' : substr( $this->fingerprints->fingerprint( $text ), 0, 16 );
	}

	/**
	 * @param list<RememberedCustomer> $memories
	 * @return array<string, CustomerRef>
	 */
	public static function customers( array $memories ): array {
		$refs = [];
		foreach ( $memories as $memory ) {
			if ( $memory->ref !== null ) {
				$refs[ $memory->ref->key() ] = $memory->ref;
			}
		}
		return $refs;
	}
}
