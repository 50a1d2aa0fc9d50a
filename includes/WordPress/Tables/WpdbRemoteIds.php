<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;

/** What we know at Sellsy, in one table; a row without a remote id is only a lock. */
final class WpdbRemoteIds implements RemoteIdStore {

	private const KEY = ' account = %s AND kind = %s AND local_key = %s';

	/** @var array<string, array<string, array<string, array{type: string, id: int, origin: string}|false|null>>> */
	private array $known = [];

	/** As the moment is, of which that is known. */
	private ?int $age = null;

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
		private readonly Moment $moment = new Moment(),
	) {}

	public function expect( string $account, string $kind, array $local_keys ): void {
		$age         = $this->moment->age();
		$this->known = $age !== null && $age === $this->age ? $this->known : [];
		$this->age   = $age;

		// False: nobody has asked yet; null: nothing is remembered.
		$known = $this->known[ $account ][ $kind ] ?? [];

		$this->known[ $account ][ $kind ] = $known + array_fill_keys( $local_keys, false );
	}

	public function find( string $account, string $kind, string $local_key ): ?array {
		return $this->find_all( $account, $kind, [ $local_key ] )[ $local_key ] ?? null;
	}

	/** What is expected is asked with it. */
	public function find_all( string $account, string $kind, array $local_keys ): array {
		$this->expect( $account, $kind, $local_keys );
		$asked = array_map(
			static fn ( array $of_kind ): array => array_keys( $of_kind, false, true ),
			$this->known[ $account ] ?? []
		);
		if ( array_intersect( $asked[ $kind ] ?? [], $local_keys ) !== [] ) {
			foreach ( $this->read( $account, array_filter( $asked ) ) as $of_kind => $found ) {
				$this->known[ $account ][ $of_kind ] = $found + $this->known[ $account ][ $of_kind ];
			}
		}
		$known = array_intersect_key( $this->known[ $account ][ $kind ] ?? [], array_flip( $local_keys ) );
		return array_filter( $known, is_array( ... ) );
	}

	/**
	 * @param array<string, non-empty-list<string>> $keys by kind.
	 * @return array<string, array<string, array{type: string, id: int, origin: string}|null>> by kind and key.
	 */
	private function read( string $account, array $keys ): array {
		$found  = array_map( static fn ( array $of_kind ): array => array_fill_keys( $of_kind, null ), $keys );
		$values = [];
		foreach ( $keys as $kind => $of_kind ) {
			array_push( $values, $kind, $of_kind );
		}
		$or   = implode( ' OR ', array_fill( 0, count( $keys ), '( kind = %s AND local_key IN ( %s ) )' ) );
		$rows = $this->sql->rows_as_written(
			"SELECT kind, local_key, remote_type, remote_id, origin FROM %i WHERE account = %s AND ( $or )"
				. ' AND remote_id > 0',
			[ $this->table(), $account, ...$values ]
		);
		foreach ( $rows as $row ) {
			$found[ $row['kind'] ][ $row['local_key'] ] = [
				'type'   => $row['remote_type'],
				'id'     => (int) $row['remote_id'],
				'origin' => $row['origin'],
			];
		}
		return $found;
	}

	/** Two statements that each elect one: a new row, or the free or lapsed lock of an old one. */
	public function claim(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
		\DateTimeImmutable $locked_until,
	): bool {
		$until = UtcTime::to_column( $locked_until );
		// Most rows stand already: the turn's for ever, a document's since it was sent.
		$taken = $this->change(
			'lock_token = %s, locked_until = %s',
			[ $token, $until ],
			[ $account, $kind, $local_key ],
			" AND ( lock_token = '' OR locked_until < %s )",
			[ UtcTime::to_column( $now ) ]
		);
		$taken = $taken === 1 ? $taken : $this->sql->change(
			'INSERT IGNORE INTO %i ( account, kind, local_key, lock_token, locked_until, updated_at )'
				. ' VALUES ( %s, %s, %s, %s, %s, %s )',
			[ $this->table(), $account, $kind, $local_key, $token, $until, $this->now() ]
		);
		$this->sql->begin_anew();
		return $taken === 1;
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
		$this->sql->change(
			"INSERT INTO %i ( account, kind, local_key, remote_type, remote_id, origin, order_id, updated_at )
				VALUES ( %s, %s, %s, %s, %d, %s, %d, %s )
			ON DUPLICATE KEY UPDATE remote_type = VALUES( remote_type ), remote_id = VALUES( remote_id ),
				origin = VALUES( origin ), order_id = VALUES( order_id ), lock_token = '', locked_until = NULL,
				sent_at = NULL, empty_search_at = NULL, updated_at = VALUES( updated_at )",
			[ $this->table(), $account, $kind, $local_key, $remote_type, $remote_id, $origin, $order_id, $this->now() ]
		);
	}

	/** Once more where the database refused it: all of its kind would wait until the claim lapses. */
	public function release( string $account, string $kind, string $local_key, string $token ): void {
		$release = fn (): int => $this->change(
			"lock_token = '', locked_until = NULL",
			[],
			[ $account, $kind, $local_key ],
			' AND lock_token = %s',
			[ $token ]
		);
		try {
			$release();
		} catch ( DatabaseRefused ) {
			$release();
		}
	}

	public function sent( string $account, string $kind, string $local_key ): ?array {
		$row = $this->sql->rows_as_written(
			'SELECT empty_search_at FROM %i WHERE' . self::KEY . ' AND sent_at IS NOT NULL',
			[ $this->table(), $account, $kind, $local_key ]
		)[0] ?? null;
		if ( $row === null ) {
			return null;
		}
		$first = $row['empty_search_at'] ?? '';
		return [ 'empty_search_at' => $first === '' ? null : UtcTime::of_column( $first ) ];
	}

	public function mark_sent(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
	): bool {
		$set = 'sent_at = %s, empty_search_at = NULL';
		$key = [ $account, $kind, $local_key ];
		return $this->change( $set, [ UtcTime::to_column( $now ) ], $key, ' AND lock_token = %s', [ $token ] ) === 1;
	}

	public function found_nothing( string $account, string $kind, string $local_key, \DateTimeImmutable $now ): void {
		$key = [ $account, $kind, $local_key ];
		$this->change( 'empty_search_at = %s', [ UtcTime::to_column( $now ) ], $key, ' AND sent_at IS NOT NULL' );
	}

	public function clear_sent( string $account, string $kind, string $local_key ): void {
		$this->change( 'sent_at = NULL, empty_search_at = NULL', [], [ $account, $kind, $local_key ] );
	}

	public function forget( string $account, string $kind, string $local_key ): void {
		$set = "remote_type = '', remote_id = 0, updated_at = %s";
		$this->change( $set, [ $this->now() ], [ $account, $kind, $local_key ] );
	}

	/**
	 * @param literal-string              $set
	 * @param list<string>                $values of it.
	 * @param array{string, string, string} $key
	 * @param literal-string              $and
	 * @param list<string>                $more values of that.
	 * @return int rows changed.
	 */
	private function change( string $set, array $values, array $key, string $and = '', array $more = [] ): int {
		$sql = "UPDATE %i SET $set WHERE" . self::KEY . $and;
		return $this->sql->change( $sql, [ $this->table(), ...$values, ...$key, ...$more ] );
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_links' );
	}

	private function now(): string {
		return UtcTime::to_column( $this->clock->now() );
	}
}
