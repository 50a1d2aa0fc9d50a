<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Domain\Sync\ProblemCode;

defined( 'ABSPATH' ) || exit;

/** Tries that went wrong, whether or not they are repeated by themselves. Waiting for another document or customer is none. */
final class FailedTries {

	private const ERRORS = [ ProblemCode::NotSent, ProblemCode::OutcomeUnknown, ProblemCode::SellsyDown, ProblemCode::UnexpectedError, ProblemCode::Unauthorized, ProblemCode::AccountBlocked, ProblemCode::TriesUsedUp ];

	public function __construct( private readonly Sql $sql ) {}

	public function since( \DateTimeImmutable $moment ): int {
		$marks = implode( ', ', array_fill( 0, count( self::ERRORS ), '%s' ) );
		return (int) $this->sql->value(
			"SELECT COUNT(*) FROM %i WHERE created_at >= %s AND ( outcome = 'attention' OR ( outcome = 'released' AND error_code IN ( $marks ) ) )",
			[ $this->sql->table( 'orderinvoicer_attempts' ), UtcTime::to_column( $moment ), ...array_column( self::ERRORS, 'value' ) ]
		);
	}
}
