<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\PersonName;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * The person who bought for a company: found by e-mail and name among its contacts, remembered, or created and linked.
 * Another name is another contact, because offices share an address. A contact that the shop remembers counts even
 * where a search does not find it yet.
 */
final class ResolveContact {

	private const KIND    = 'contact';
	private const LONGEST = 200;

	public function __construct(
		private readonly Customers $customers,
		private readonly RemoteIds $remote_ids,
		private readonly Spellings $spellings,
	) {}

	/**
	 * @return int|null null where there is no person to name.
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, RemoteCustomer $of ): ?int {
		$customer = $of->ref;
		$buyer    = $order->buyer;
		$name     = self::name( $buyer );
		if ( $customer->type !== CustomerType::Company || $name->says_nothing() ) {
			return null;
		}
		$found = $of->is_new ? null : $this->found( $customer, $buyer );
		$key   = self::key( $customer, $buyer );
		$known = $this->remote_ids->known( self::KIND, $key );
		if ( $found !== null ) {
			if ( ( $known['id'] ?? 0 ) !== $found ) {
				$this->remote_ids->remember( self::KIND, $key, self::KIND, $found );
			}
			return $found;
		}
		if ( $known !== null && ! $this->is_still( $known['id'], $buyer ) ) {
			$this->remote_ids->forget( self::KIND, $key );
			$known = null;
		}
		$make    = fn( Creation $creation ): array => $this->make( $creation, $of, $buyer );
		$contact = $known ?? $this->remote_ids->make( self::KIND, $key, ProblemCode::WaitsForCustomer, $make );
		$id      = $contact['id'] ?? throw new \LogicException( 'A contact link without an id.' );
		// Remembered first: where linking fails, the next try links this one.
		$this->customers->link_contact( $customer, $id );
		return $id;
	}

	/**
	 * Asks nobody.
	 *
	 * @return int|false|null null where there is no person to name; false where none is remembered.
	 */
	public function known( OrderSnapshot $order, CustomerRef $customer ): int|false|null {
		if ( $customer->type !== CustomerType::Company || self::name( $order->buyer )->says_nothing() ) {
			return null;
		}
		return $this->remote_ids->known( self::KIND, self::key( $customer, $order->buyer ) )['id'] ?? false;
	}

	/**
	 * Nobody has given it another name, or taken it out of use.
	 *
	 * @param ?RemoteContact $told as an answer holds it; otherwise it is read.
	 * @throws RemoteFailure
	 */
	public function is_still( int $contact_id, Buyer $buyer, ?RemoteContact $told = null ): bool {
		$contact = $told?->id === $contact_id ? $told : $this->customers->contact( $contact_id );
		return $contact?->is_named( self::name( $buyer ) ) === true;
	}

	private static function key( CustomerRef $customer, Buyer $buyer ): string {
		return $customer->id . ':'
			. substr(
				hash( 'sha256', mb_strtolower( $buyer->email ) . "\n" . self::name( $buyer )->normalised() ),
				0,
				32
			);
	}

	/** As it is written at Sellsy. */
	private static function name( Buyer $buyer ): PersonName {
		$plain = new PlainText();
		return PersonName::from_names(
			$plain->line( $buyer->first_name, self::LONGEST ),
			$plain->line( $buyer->last_name, self::LONGEST )
		);
	}

	private function found( CustomerRef $customer, Buyer $buyer ): ?int {
		return $this->among(
			$buyer,
			fn ( string $email ): array => $this->customers->find_contacts( $customer, $email )
		);
	}

	/** @param callable( string ): list<RemoteContact> $search by e-mail. */
	private function among( Buyer $buyer, callable $search ): ?int {
		$found = [];
		foreach ( $this->spellings->of( $buyer->email ) as $email ) {
			foreach ( $search( $email ) as $contact ) {
				if ( $contact->is_named( self::name( $buyer ) ) ) {
					$found[] = $contact->id;
				}
			}
		}
		return $found === [] ? null : min( $found );
	}

	/** @return array{type: string, id: int} */
	private function make( Creation $creation, RemoteCustomer $of, Buyer $buyer ): array {
		return [
			'type' => self::KIND,
			'id'   => $this->left( $creation, $of, $buyer ) ?? $creation->run( fn(): int => $this->create( $buyer ) ),
		];
	}

	/** Whoever held the claim before may have died between creating and linking. Linked, it would be remembered. */
	private function left( Creation $creation, RemoteCustomer $of, Buyer $buyer ): ?int {
		$is_open = $creation->is_open();
		if ( $of->is_first && ! $is_open ) {
			return null; // Nobody has the address, linked or not.
		}
		return ( $is_open ? $this->found( $of->ref, $buyer ) : null )
			?? $this->among( $buyer, $this->customers->find_loose_contacts( ... ) );
	}

	private function create( Buyer $buyer ): int {
		try {
			return $this->customers->create_contact( $buyer, $buyer->email !== '' );
		} catch ( RemoteFailure $failure ) {
			if ( ! CreateCustomer::is_staff_email( $failure, $buyer ) ) {
				throw $failure;
			}
			return $this->customers->create_contact( $buyer, false );
		}
	}
}
