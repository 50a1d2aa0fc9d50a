<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;

/**
 * Tries that went wrong and are repeated by themselves, or were. Not those of rows that have stopped: they wait for a person,
 * and nothing is repeated. Waiting for another document or customer is no failure.
 */
final class FailedTries {

	private const ERRORS = [ ProblemCode::NotSent, ProblemCode::OutcomeUnknown, ProblemCode::SellsyDown, ProblemCode::UnexpectedError, ProblemCode::Unauthorized, ProblemCode::AccountBlocked ];

	public function __construct( private readonly Sql $sql ) {}

	public function since( \DateTimeImmutable $moment ): int {
		$marks = implode( ', ', array_fill( 0, count( self::ERRORS ), '%s' ) );
		return (int) $this->sql->value(
			"SELECT COUNT(*) FROM %i tried INNER JOIN %i sync ON sync.id = tried.sync_id
			WHERE tried.created_at >= %s AND tried.outcome = 'released' AND tried.error_code IN ( $marks ) AND sync.state <> %s",
			[ $this->sql->table( 'orderinvoicer_attempts' ), $this->sql->table( 'orderinvoicer_sync' ), UtcTime::to_column( $moment ), ...array_column( self::ERRORS, 'value' ), TaskState::Attention->value ]
		);
	}
}
