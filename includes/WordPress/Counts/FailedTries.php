<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;

/**
 * Failed tries that are repeated by themselves, or were. Tries of rows that have stopped do not count: those wait for a
 * person, and nothing is repeated. Waiting for another document or customer is no failure.
 */
final class FailedTries {

	public function __construct( private readonly Sql $sql ) {}

	public function since( \DateTimeImmutable $moment ): int {
		return (int) $this->sql->value(
			"SELECT COUNT(*) FROM %i tried INNER JOIN %i sync ON sync.id = tried.sync_id
			WHERE tried.created_at >= %s AND tried.outcome = 'released' AND tried.error_code IN ( %s )
				AND sync.state <> %s",
			[
				$this->sql->table( 'orderinvoicer_attempts' ),
				$this->sql->table( 'orderinvoicer_sync' ),
				UtcTime::to_column( $moment ),
				self::codes(),
				TaskState::Attention->value,
			]
		);
	}

	/** Rows whose last try was one, and which wait for the next. */
	public function waiting(): int {
		return (int) $this->sql->value(
			"SELECT COUNT(*) FROM %i WHERE state IN ( 'queued', 'working' ) AND error_code IN ( %s )",
			[ $this->sql->table( 'orderinvoicer_sync' ), self::codes() ]
		);
	}

	/** @return list<string> */
	private static function codes(): array {
		return array_column(
			ProblemTraits::codes( static fn ( ProblemTraits $traits ): bool => $traits->failed ),
			'value'
		);
	}
}
