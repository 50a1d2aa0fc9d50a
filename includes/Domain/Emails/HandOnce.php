<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;

/**
 * An e-mail of this site is handed over at most once by itself. Nobody can look up whether it left: a person decides
 * where a runner died on the way. Whoever tries again after that question has decided.
 */
final class HandOnce {

	/** A mail server that is away for a moment is met again; one that stays away is a person's affair. */
	private const TRIES = 4;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** A person was asked whether it left, and wants it to be sent. */
	public function is_decided( Task $task ): bool {
		return $task->is_answered( ProblemCode::SendUnknown );
	}

	/**
	 * @param array<string, string> $facts of the question.
	 * @throws NeedsAttention where one may have left before.
	 */
	public function check( Task $task, array $facts ): void {
		if ( $task->sent_at !== null && ! $this->is_decided( $task ) ) {
			throw $this->unknown( $facts );
		}
	}

	/**
	 * The intent is written right before the e-mail leaves: what fails before that is tried again.
	 *
	 * @param \Closure( \Closure(): void ): ?bool $hand_over builds the e-mail, calls its argument once and hands the
	 *        e-mail over. It says whether it was accepted; null: there is none to send.
	 * @param array<string, string>               $facts of the question.
	 * @return bool false: there is none to send.
	 * @throws LeaseLost|NeedsAttention|TryAgain|NoFile
	 */
	public function send( Task $task, \Closure $hand_over, array $facts ): bool {
		$is_leaving = false;
		$leaving    = function ( string $brings = '' ) use ( $task, &$is_leaving ): void {
			$sent = TaskTransitions::sent( $task, new Intent( $brings ), $this->clock->now() );
			if ( ! $this->ledger->save( $sent?->using_up( ProblemCode::SendUnknown ) ) ) {
				throw new LeaseLost();
			}
			$is_leaving = true;
		};
		try {
			$is_accepted = $hand_over( $leaving );
		} catch ( \Throwable $error ) {
			// After that, somebody's code broke off before or after the e-mail left.
			throw $is_leaving ? $this->unknown( $facts ) : $error;
		}
		if ( $is_accepted === false ) {
			$this->ledger->save( TaskTransitions::not_sent( $task ) );
			throw $this->refused( $task );
		}
		return $is_accepted === true;
	}

	/** @param array<string, string> $facts */
	public function unknown( array $facts ): NeedsAttention {
		return NeedsAttention::because( ProblemCode::SendUnknown, [ 'from' => 'shop' ] + $facts );
	}

	private function refused( Task $task ): TryAgain|NeedsAttention {
		$problem = new Problem( ProblemCode::MailRefused );
		return $task->attempts < self::TRIES ? new TryAgain( $problem ) : new NeedsAttention( $problem );
	}
}
