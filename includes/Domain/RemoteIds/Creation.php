<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
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

	/** Seconds until one looks whether whoever held the claim is done. */
	public const RETRY = 3;

	/** @param ProblemCode $waits what one waits for while somebody else makes the same record. */
	public function __construct(
		private readonly RemoteIdStore $remote_id_store,
		private readonly EmptySearch $empty_search,
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
		return $this->remote_id_store->sent( $this->account, $this->kind, $this->key ) !== null;
	}

	/**
	 * To be called after every search found nothing.
	 *
	 * @template T
	 * @param callable(): T $create
	 * @param bool          $is_listed it was not searched, but read in a list that is whole.
	 * @return T
	 * @throws RetryLater when an earlier creation has no answer yet and a second search is needed to be sure.
	 * @throws NeedsAttention where this account's searches prove nothing: a person looks whether it is there.
	 * @throws RemoteFailure
	 */
	public function run( callable $create, bool $is_listed = false ): mixed {
		$this->check_earlier( $is_listed );
		if ( ! $this->remote_id_store->mark_sent(
			$this->account,
			$this->kind,
			$this->key,
			$this->token,
			$this->clock->now()
		) ) {
			throw new RetryLater( new Problem( $this->waits ), self::RETRY );
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
		$this->remote_id_store->clear_sent( $this->account, $this->kind, $this->key );
	}

	private function check_earlier( bool $is_listed ): void {
		$sent = $this->remote_id_store->sent( $this->account, $this->kind, $this->key );
		if ( $sent === null ) {
			return;
		}
		if ( $sent['empty_search_at'] === null ) {
			$this->remote_id_store->found_nothing( $this->account, $this->kind, $this->key, $this->clock->now() );
		}
		if ( ! $this->empty_search->settles( $sent['empty_search_at'], $this->kind ) && ! $is_listed ) {
			$facts = [
				'of'  => $this->kind,
				'key' => $this->key,
			];
			throw NeedsAttention::because( ProblemCode::MadeUnknown, $facts );
		}
	}
}
