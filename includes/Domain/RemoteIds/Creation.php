<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\System\Clock;

/**
 * The right to create one record at Sellsy, under the claim of its link. What is sent is written down first. It stays
 * written until the record is remembered or Sellsy has said no. So the next runner knows that the record may exist
 * although a search does not find it yet.
 *
 * @assumes search-lag
 */
final class Creation {

	/** @param ProblemCode $waits what one waits for while somebody else makes the same record. */
	public function __construct(
		private readonly RemoteIdStore $links,
		private readonly RepeatPolicy $repeat,
		private readonly Clock $clock,
		private readonly string $account,
		private readonly string $kind,
		private readonly string $key,
		private readonly string $token,
		private readonly ProblemCode $waits,
	) {}

	/**
	 * An earlier creation has no clear answer: what it made may be there, though nobody has found it. Otherwise what
	 * was searched before the claim holds: whoever created it since has remembered it.
	 */
	public function is_open(): bool {
		return $this->links->sent( $this->account, $this->kind, $this->key ) !== null;
	}

	/**
	 * To be called after every search found nothing.
	 *
	 * @template T
	 * @param callable(): T $create
	 * @return T
	 * @throws RetryLater when an earlier creation has no answer yet and a second search is needed to be sure.
	 * @throws RemoteFailure
	 */
	public function run( callable $create ): mixed {
		$this->wait_for_second_search();
		if ( ! $this->links->mark_sent( $this->account, $this->kind, $this->key, $this->token, $this->clock->now() ) ) {
			throw new RetryLater( new Problem( $this->waits ), RemoteIds::RETRY );
		}
		try {
			return $create();
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->settle();
			}
			throw $failure;
		}
	}

	/** What was sent got a clear answer, and there is nothing to remember. */
	public function settle(): void {
		$this->links->clear_sent( $this->account, $this->kind, $this->key );
	}

	private function wait_for_second_search(): void {
		$sent = $this->links->sent( $this->account, $this->kind, $this->key );
		if ( $sent === null ) {
			return;
		}
		$now  = $this->clock->now();
		$wait = $this->repeat->wait_after( $sent['empty_search_at'], $now );
		if ( $sent['empty_search_at'] === null ) {
			$this->links->found_nothing( $this->account, $this->kind, $this->key, $now );
		}
		if ( $wait > 0 ) {
			throw new RetryLater( new Problem( ProblemCode::OutcomeUnknown, [ 'of' => $this->kind ] ), $wait );
		}
	}
}
