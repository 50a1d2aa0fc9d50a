<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Clock;

/**
 * What an earlier try may have made was searched, and not found: may it be made again? After two such searches minutes
 * apart; but where this account was seen not to show all that is there, they prove nothing, and a person looks.
 *
 * @assumes search-lag
 */
final class EmptySearch {

	public function __construct(
		private readonly AccountFindings $findings,
		private readonly Clock $clock,
		private readonly RepeatPolicy $repeat = new RepeatPolicy(),
	) {}

	/**
	 * Of what a row has sent. Returns where it may be made again.
	 *
	 * @param string     $of       what is searched, as `of` of MadeUnknown.
	 * @param Assumption ...$leans what else this search leans on.
	 * @throws RetryLater when a second search is needed to be sure.
	 * @throws NeedsAttention where it proves nothing, and nobody has looked yet.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function of_row( Task $task, string $of, Assumption ...$leans ): void {
		$now  = $this->clock->now();
		$wait = $this->repeat->wait_before_create( $task->problem, $now );
		if ( $wait > 0 ) {
			throw new RetryLater( $this->repeat->empty_search( $task->problem, $now ), $wait );
		}
		if ( $this->proves_nothing( ...$leans ) && ! $task->is_answered( ProblemCode::MadeUnknown ) ) {
			// With the moment of the first one: whoever has looked need not wait for a second.
			$since = $this->repeat->empty_search( $task->problem, $now )->facts;
			throw NeedsAttention::because( ProblemCode::MadeUnknown, [ 'of' => $of ] + $since );
		}
	}

	/**
	 * Of what a link has sent (`Creation`).
	 *
	 * @param \DateTimeImmutable|null $first when the first such search was made; null: this one is it.
	 * @return bool whether it may be made again.
	 * @throws RetryLater when a second search is needed to be sure.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function settles( ?\DateTimeImmutable $first, string $of ): bool {
		$wait = $this->repeat->wait_after( $first, $this->clock->now() );
		if ( $wait > 0 ) {
			throw new RetryLater( new Problem( ProblemCode::OutcomeUnknown, [ 'of' => $of ] ), $wait );
		}
		return ! $this->proves_nothing();
	}

	private function proves_nothing( Assumption ...$leans ): bool {
		foreach ( [ Assumption::SearchLag, ...$leans ] as $assumption ) {
			if ( $this->findings->is_otherwise( $assumption ) ) {
				return true;
			}
		}
		return false;
	}
}
