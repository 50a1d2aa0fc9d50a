<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;

/** How work pauses after a request that failed for a reason that concerns every task. */
final class FailurePause {

	/** Seconds before the next look at Sellsy: down, out of quota without a word on how long, no access. */
	private const DOWN    = 60;
	private const LIMITED = 60;
	private const REFUSED = 300;

	/** @param Effect|null $effect of the task that failed. */
	public function after( RemoteFailure $failure, \DateTimeImmutable $now, ?Effect $effect = null ): Pause {
		// A right (403) may be needed by one kind of work only; the plan (402) is everybody's.
		$is_of_one_kind = $failure->kind === FailureKind::AccountBlocked && $failure->status === 403;
		return new Pause(
			problem: $this->cause( $failure ),
			since: $now,
			until: $now->modify( "+{$this->seconds( $failure )} seconds" ),
			only: $is_of_one_kind ? $effect : null
		);
	}

	private function cause( RemoteFailure $failure ): Problem {
		return $this->is_unanswered( $failure )
			? new Problem( ProblemCode::SellsyDown )
			: $failure->problem();
	}

	public function seconds( RemoteFailure $failure ): int {
		return match ( true ) {
			$failure->kind === FailureKind::RateLimited => $failure->retry_after ?? self::LIMITED,
			$this->is_unanswered( $failure ) => self::DOWN,
			default => self::REFUSED,
		};
	}

	private function is_unanswered( RemoteFailure $failure ): bool {
		return in_array( $failure->kind, [ FailureKind::NotSent, FailureKind::OutcomeUnknown ], true );
	}
}
