<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/** The ledger in numbers, for people who help. */
final class LedgerReport {

	public function __construct( private readonly Sql $sql ) {}

	/** @return array<string, int> by state; rows that only look after an order are nobody's. */
	public function by_state(): array {
		return $this->counted( "SELECT state AS what, COUNT(*) AS number FROM %i WHERE effect <> 'follow_order' GROUP BY state" );
	}

	/** @return array<string, int> by `effect state`. */
	public function by_effect(): array {
		return $this->counted( "SELECT CONCAT( effect, ' ', state ) AS what, COUNT(*) AS number FROM %i GROUP BY effect, state ORDER BY effect, state" );
	}

	/** @return array<string, int> by `code state`: why rows wait, stopped or were left out. */
	public function by_problem(): array {
		return $this->counted( "SELECT CONCAT( error_code, ' ', state ) AS what, COUNT(*) AS number FROM %i WHERE error_code <> '' AND state <> 'done' GROUP BY error_code, state ORDER BY number DESC" );
	}

	/** @return list<int> ids of the rows tried last, the newest first. */
	public function tried_last( int $most ): array {
		$rows = $this->sql->rows( 'SELECT sync_id FROM %i GROUP BY sync_id ORDER BY MAX( id ) DESC LIMIT %d', [ $this->sql->table( 'orderinvoicer_attempts' ), $most ] );
		return array_map( static fn ( array $row ): int => (int) ( $row['sync_id'] ?? 0 ), $rows );
	}

	/**
	 * @param literal-string $sql
	 * @return array<string, int>
	 */
	private function counted( string $sql ): array {
		$counted = [];
		foreach ( $this->sql->rows( $sql, [ $this->sql->table( 'orderinvoicer_sync' ) ] ) as $row ) {
			$counted[ $row['what'] ?? '' ] = (int) ( $row['number'] ?? 0 );
		}
		return $counted;
	}
}
