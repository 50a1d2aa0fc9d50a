<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * Makes a record at Sellsy once although several orders need it at the same moment: one claims its link, looks it up or
 * creates it and remembers the id; the others wait.
 */
final class RemoteIds {

	/** For a score of requests. Whoever takes longer, as Sellsy answers late, creates nothing (`Creation`). */
	private const LEASE = 'PT5M';

	public function __construct(
		private readonly Account $account,
		private readonly RemoteIdStore $remote_id_store,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly EmptySearch $empty_search,
	) {}

	/** @return array{type: string, id: int, origin: string}|null */
	public function known( string $kind, string $key ): ?array {
		return $this->remote_id_store->find( $this->account->id(), $kind, $key );
	}

	/**
	 * These will be asked for next, with what others expect: one question is better than several.
	 *
	 * @param list<string> $keys
	 */
	public function expect( string $kind, array $keys ): void {
		$this->remote_id_store->expect( $this->account->id(), $kind, $keys );
	}

	/**
	 * In one question.
	 *
	 * @param list<string> $keys
	 * @return array<string, array{type: string, id: int, origin: string}> by key; what is not known is left out.
	 */
	public function known_all( string $kind, array $keys ): array {
		return $keys === [] ? [] : $this->remote_id_store->find_all( $this->account->id(), $kind, $keys );
	}

	public function forget( string $kind, string $key ): void {
		$this->remote_id_store->forget( $this->account->id(), $kind, $key );
	}

	public function remember(
		string $kind,
		string $key,
		string $type,
		int $id,
		string $origin = '',
		int $order_id = 0,
	): void {
		$this->remote_id_store->remember( $this->account->id(), $kind, $key, $type, $id, $origin, $order_id );
	}

	/**
	 * @param ProblemCode $waits what the others wait for.
	 * @param callable(Creation): (array{type: string, id: int}|null) $make after a search that found nothing: looks
	 *                    again where the Creation is open, and creates through it. Null: there is nothing to remember.
	 * @return array{type: string, id: int}|null
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function make( string $kind, string $key, ProblemCode $waits, callable $make ): ?array {
		$account = $this->account->id();
		return $this->held(
			$kind,
			$key,
			$waits,
			function ( string $token ) use ( $account, $kind, $key, $waits, $make ): ?array {
				// The one before may have finished between our first look and the claim.
				$known = $this->remote_id_store->find( $account, $kind, $key );
				if ( $known !== null ) {
					return $known;
				}
				$creation = $this->creation( $kind, $key, $token, $waits );
				$made     = $make( $creation );
				if ( $made === null ) {
					$creation->settle();
					return null;
				}
				$this->remember( $kind, $key, $made['type'], $made['id'] );
				return $made;
			}
		);
	}

	/**
	 * One at a time, of which nothing is remembered.
	 *
	 * @param callable(): mixed $work
	 * @throws RetryLater for the others.
	 */
	public function alone( string $kind, string $key, ProblemCode $waits, callable $work ): void {
		$this->held( $kind, $key, $waits, static fn () => $work() );
	}

	/**
	 * @template T
	 * @param callable( string ): T $work with the token of the claim.
	 * @return T
	 * @throws RetryLater
	 */
	private function held( string $kind, string $key, ProblemCode $waits, callable $work ): mixed {
		$account = $this->account->id();
		$token   = $this->randomness->token();
		$now     = $this->clock->now();
		$until   = $now->add( new \DateInterval( self::LEASE ) );
		if ( ! $this->remote_id_store->claim( $account, $kind, $key, $token, $now, $until ) ) {
			throw new RetryLater( new Problem( $waits ), Creation::RETRY );
		}
		try {
			return $work( $token );
		} finally {
			$this->remote_id_store->release( $account, $kind, $key, $token );
		}
	}

	/**
	 * A person who was asked has looked: what was sent without an answer is not there, unless the next search finds it.
	 * A creation of which nobody was asked stays open.
	 *
	 * @throws RemoteFailure
	 */
	public function is_not_there( string $kind, string $key ): void {
		$account = $this->account->id();
		if ( ( $this->remote_id_store->sent( $account, $kind, $key )['empty_search_at'] ?? null ) !== null ) {
			$this->remote_id_store->clear_sent( $account, $kind, $key );
		}
	}

	private function creation( string $kind, string $key, string $token, ProblemCode $waits ): Creation {
		return new Creation(
			remote_id_store: $this->remote_id_store,
			empty_search: $this->empty_search,
			clock: $this->clock,
			account: $this->account->id(),
			kind: $kind,
			key: $key,
			token: $token,
			waits: $waits
		);
	}
}
