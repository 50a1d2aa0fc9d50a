<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;

/** What we know at Sellsy, in one table; a row without a remote id is only a lock. */
final class WpdbRemoteIds implements RemoteIdStore {

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	public function find( string $account, string $kind, string $local_key ): ?array {
		$row = $this->sql->rows_as_written(
			'SELECT remote_type, remote_id, origin FROM %i WHERE account = %s AND kind = %s'
				. ' AND local_key = %s AND remote_id > 0',
			[ $this->table(), $account, $kind, $local_key ]
		)[0] ?? null;
		return $row === null ? null : self::remembered( $row );
	}

	public function find_all( string $account, string $kind, array $local_keys ): array {
		$marks = implode( ', ', array_fill( 0, count( $local_keys ), '%s' ) );
		$rows  = $this->sql->rows_as_written(
			'SELECT local_key, remote_type, remote_id, origin FROM %i WHERE account = %s AND kind = %s'
				. " AND local_key IN ( $marks ) AND remote_id > 0",
			[ $this->table(), $account, $kind, ...$local_keys ]
		);
		$found = [];
		foreach ( $rows as $row ) {
			$found[ $row['local_key'] ?? '' ] = self::remembered( $row );
		}
		return $found;
	}

	/**
	 * @param array<string, string> $row
	 * @return array{type: string, id: int, origin: string}
	 */
	private static function remembered( array $row ): array {
		return [
			'type'   => $row['remote_type'] ?? '',
			'id'     => (int) ( $row['remote_id'] ?? 0 ),
			'origin' => $row['origin'] ?? '',
		];
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
		$taken = $this->sql->change(
			'UPDATE %i SET lock_token = %s, locked_until = %s WHERE account = %s AND kind = %s AND local_key = %s'
				. " AND ( lock_token = '' OR locked_until < %s )",
			[ $this->table(), $token, $until, $account, $kind, $local_key, UtcTime::to_column( $now ) ]
		);
		return $taken === 1 || $this->sql->change(
			'INSERT IGNORE INTO %i ( account, kind, local_key, lock_token, locked_until, updated_at )'
				. ' VALUES ( %s, %s, %s, %s, %s, %s )',
			[ $this->table(), $account, $kind, $local_key, $token, $until, $this->now() ]
		) === 1;
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
		$release = fn (): int => $this->sql->change(
			"UPDATE %i SET lock_token = '', locked_until = NULL WHERE account = %s AND kind = %s"
				. ' AND local_key = %s AND lock_token = %s',
			[ $this->table(), $account, $kind, $local_key, $token ]
		);
		try {
			$release();
		} catch ( DatabaseRefused ) {
			$release();
		}
	}

	public function sent( string $account, string $kind, string $local_key ): ?array {
		$row = $this->sql->rows_as_written(
			'SELECT empty_search_at FROM %i WHERE account = %s AND kind = %s AND local_key = %s'
				. ' AND sent_at IS NOT NULL',
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
		return $this->sql->change(
			'UPDATE %i SET sent_at = %s, empty_search_at = NULL WHERE account = %s AND kind = %s'
				. ' AND local_key = %s AND lock_token = %s',
			[ $this->table(), UtcTime::to_column( $now ), $account, $kind, $local_key, $token ]
		) === 1;
	}

	public function found_nothing( string $account, string $kind, string $local_key, \DateTimeImmutable $now ): void {
		$this->sql->change(
			'UPDATE %i SET empty_search_at = %s WHERE account = %s AND kind = %s AND local_key = %s'
				. ' AND sent_at IS NOT NULL',
			[ $this->table(), UtcTime::to_column( $now ), $account, $kind, $local_key ]
		);
	}

	public function clear_sent( string $account, string $kind, string $local_key ): void {
		$this->sql->change(
			'UPDATE %i SET sent_at = NULL, empty_search_at = NULL WHERE account = %s AND kind = %s AND local_key = %s',
			[ $this->table(), $account, $kind, $local_key ]
		);
	}

	public function forget( string $account, string $kind, string $local_key ): void {
		$this->sql->change(
			"UPDATE %i SET remote_type = '', remote_id = 0, updated_at = %s WHERE account = %s"
				. ' AND kind = %s AND local_key = %s',
			[ $this->table(), $this->now(), $account, $kind, $local_key ]
		);
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_links' );
	}

	private function now(): string {
		return UtcTime::to_column( $this->clock->now() );
	}
}
