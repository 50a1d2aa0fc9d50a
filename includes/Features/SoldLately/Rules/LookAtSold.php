<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\DailyPart;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Fingerprints;

/**
 * Looks up some of what was sold lately at Sellsy, a few each day, those first that were never looked up: never the
 * whole catalogue, and never the whole account. Nothing is changed by it, and nothing but the health page reads it.
 *
 * @assumes item-search-by-part
 * @assumes search-by-email
 * @assumes tax-of-item
 */
final class LookAtSold implements DailyPart {

	/** A day. An item is one call, a buyer two for each spelling. */
	private const ITEMS     = 10;
	private const BUYERS    = 5;
	private const SPELLINGS = 3;

	/** Whoever was looked at since is left in peace. */
	private const AGAIN = '-7 days';

	/** What Sellsy refuses of one says nothing of the others: it stays unseen, and holds up none of them. */
	private const OF_ONE = [ FailureKind::Rejected, FailureKind::NotFound, FailureKind::AccountBlocked ];

	public function __construct(
		private readonly SoldLately $sold,
		private readonly SoldLooks $looks,
		private readonly Items $items,
		private readonly Customers $customers,
		private readonly Fingerprints $fingerprints,
		private readonly Clock $clock,
	) {}

	public function look(): void {
		$items  = [];
		$buyers = [];
		foreach ( $this->sold->references() as $reference ) {
			$items[ SoldKey::of_item( $reference ) ] = $reference;
		}
		foreach ( $this->sold->emails() as $email => $typed ) {
			$buyers[ SoldKey::of_buyer( $email, $this->fingerprints ) ] = [ $email, ...$typed ];
		}
		$before = $this->looks->read();
		$seen   = array_intersect_key( $before, $items + $buyers ); // Of what is sold no more nothing is kept.
		$due    = [
			...array_map( $this->look_at_item( ... ), $this->due( $items, $seen, self::ITEMS ) ),
			...array_map( $this->look_at_buyer( ... ), $this->due( $buyers, $seen, self::BUYERS ) ),
		];
		foreach ( $due as $key => $faults ) {
			try {
				$seen[ $key ] = new SeenSold( $this->clock->now(), $faults() );
			} catch ( RemoteFailure $failure ) {
				if ( ! in_array( $failure->kind, self::OF_ONE, true ) ) {
					break; // What was seen until then counts; tomorrow the rest comes first.
				}
			}
		}
		if ( $seen !== $before ) {
			$this->looks->keep( $seen );
		}
	}

	/**
	 * @template T
	 * @param array<string, T>        $sold
	 * @param array<string, SeenSold> $seen
	 * @return array<string, T> those never seen first, then those seen longest ago.
	 */
	private function due( array $sold, array $seen, int $most ): array {
		$again = $this->clock->now()->modify( self::AGAIN );
		$due   = array_filter(
			$sold,
			static fn ( string $key ): bool => ! isset( $seen[ $key ] ) || $seen[ $key ]->at <= $again,
			ARRAY_FILTER_USE_KEY
		);
		$when  = static fn ( string $key ): int => isset( $seen[ $key ] ) ? $seen[ $key ]->at->getTimestamp() : 0;
		uksort( $due, static fn ( string $one, string $other ): int => $when( $one ) <=> $when( $other ) );
		return array_slice( $due, 0, $most, true );
	}

	/** @return \Closure(): list<SoldFault> */
	private function look_at_item( string $reference ): \Closure {
		return fn (): array => $this->faults_of_item( $reference );
	}

	/**
	 * @param non-empty-list<string> $spellings
	 * @return \Closure(): list<SoldFault>
	 */
	private function look_at_buyer( array $spellings ): \Closure {
		return fn (): array => $this->faults_of_buyer( $spellings );
	}

	/**
	 * Sellsy may search by part. A variation may stand within its parent's item: what is not found is not wrong.
	 *
	 * @return list<SoldFault>
	 * @throws RemoteFailure
	 */
	private function faults_of_item( string $reference ): array {
		$exact  = array_filter(
			$this->items->find_by_reference( $reference ),
			static fn ( RemoteItem $item ): bool => trim( $item->reference ) === $reference
		);
		$in_use = array_filter( $exact, static fn ( RemoteItem $item ): bool => ! $item->archived );
		$taxed  = array_filter( $in_use, static fn ( RemoteItem $item ): bool => $item->tax_id !== null );
		return [
			...( count( $in_use ) > 1 ? [ SoldFault::SharedReference ] : [] ),
			...( count( $taxed ) < count( $in_use ) ? [ SoldFault::Untaxed ] : [] ),
			...( $exact !== [] && $in_use === [] ? [ SoldFault::Archived ] : [] ),
		];
	}

	/**
	 * Whatever the capitals, as far as Sellsy's search lets them through: it is asked for each spelling that an order
	 * had.
	 *
	 * @param non-empty-list<string> $spellings the first one in small letters.
	 * @return list<SoldFault>
	 * @throws RemoteFailure
	 */
	private function faults_of_buyer( array $spellings ): array {
		$clients = [];
		foreach ( array_slice( array_unique( $spellings ), 0, self::SPELLINGS ) as $email ) {
			foreach ( $this->customers->find_by_email( $email ) as $client ) {
				if ( ! $client->archived && mb_strtolower( $client->email ) === $spellings[0] ) {
					$clients[] = $client->ref->key();
				}
			}
		}
		return count( array_unique( $clients ) ) > 1 ? [ SoldFault::SeveralClients ] : [];
	}
}
