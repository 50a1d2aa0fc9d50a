<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Tests\Unit\World\Fate;

final class FakeRemoteIds implements RemoteIdStore {

	/** @var array<string, array{type: string, id: int}> */
	public array $known = [];

	/** @var array<string, string> how each came about. */
	private array $origins = [];

	/** @var list<string> kind and key of what is asked for in one question. */
	public array $expected = [];

	/** @var array<string, array{string, \DateTimeImmutable}> */
	private array $locks = [];

	/** @var array<string, array{empty_search_at: \DateTimeImmutable|null}> open creations. */
	private array $sent = [];

	public function __construct( private readonly Fate $fate ) {}

	public function expect( string $account, string $kind, array $local_keys ): void {
		array_push( $this->expected, ...array_map( static fn ( string $key ): string => "$kind|$key", $local_keys ) );
	}

	public function find( string $account, string $kind, string $local_key ): ?array {
		$known = $this->known[ "$account|$kind|$local_key" ] ?? null;
		return $known === null ? null : $known + [ 'origin' => $this->origins[ "$account|$kind|$local_key" ] ?? '' ];
	}

	public function find_all( string $account, string $kind, array $local_keys ): array {
		$found = [];
		foreach ( $local_keys as $key ) {
			$found[ $key ] = $this->find( $account, $kind, $key );
		}
		return array_filter( $found );
	}

	public function claim(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
		\DateTimeImmutable $locked_until,
	): bool {
		return $this->fate->call(
			function () use ( $account, $kind, $local_key, $token, $now, $locked_until ): bool {
				$lock = $this->locks[ "$account|$kind|$local_key" ] ?? null;
				if ( $lock !== null && $lock[1] >= $now ) {
					return false;
				}
				$this->locks[ "$account|$kind|$local_key" ] = [ $token, $locked_until ];
				return true;
			}
		);
	}

	public function remember(
		string $account,
		string $kind,
		string $local_key,
		string $remote_type,
		int $remote_id,
		string $origin = '',
		int $order_id = 0,
	): void {
		$this->fate->call(
			function () use ( $account, $kind, $local_key, $remote_type, $remote_id, $origin ): void {
				$this->origins[ "$account|$kind|$local_key" ] = $origin;
				$this->known[ "$account|$kind|$local_key" ] = [
					'type' => $remote_type,
					'id'   => $remote_id,
				];
				unset( $this->locks[ "$account|$kind|$local_key" ], $this->sent[ "$account|$kind|$local_key" ] );
			}
		);
	}

	public function release( string $account, string $kind, string $local_key, string $token ): void {
		$this->fate->call(
			function () use ( $account, $kind, $local_key, $token ): void {
				if ( ( $this->locks[ "$account|$kind|$local_key" ][0] ?? '' ) === $token ) {
					unset( $this->locks[ "$account|$kind|$local_key" ] );
				}
			}
		);
	}

	public function sent( string $account, string $kind, string $local_key ): ?array {
		return $this->sent[ "$account|$kind|$local_key" ] ?? null;
	}

	public function mark_sent(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
	): bool {
		return $this->fate->call(
			function () use ( $account, $kind, $local_key, $token ): bool {
				if ( ( $this->locks[ "$account|$kind|$local_key" ][0] ?? '' ) !== $token ) {
					return false;
				}
				$this->sent[ "$account|$kind|$local_key" ] = [ 'empty_search_at' => null ];
				return true;
			}
		);
	}

	public function found_nothing( string $account, string $kind, string $local_key, \DateTimeImmutable $now ): void {
		$this->fate->call(
			function () use ( $account, $kind, $local_key, $now ): void {
				if ( isset( $this->sent[ "$account|$kind|$local_key" ] ) ) {
					$this->sent[ "$account|$kind|$local_key" ] = [ 'empty_search_at' => $now ];
				}
			}
		);
	}

	public function clear_sent( string $account, string $kind, string $local_key ): void {
		$this->fate->call(
			function () use ( $account, $kind, $local_key ): void {
				unset( $this->sent[ "$account|$kind|$local_key" ] );
			}
		);
	}

	public function forget( string $account, string $kind, string $local_key ): void {
		$this->fate->call(
			function () use ( $account, $kind, $local_key ): void {
				unset( $this->known[ "$account|$kind|$local_key" ] );
			}
		);
	}
}
