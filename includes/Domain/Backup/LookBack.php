<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Clock;

/**
 * A backup that was put back, or a test site that was copied over the shop, takes the ledger back to an earlier moment.
 * The last sign of life goes back with it. So where that sign is old, what Sellsy got since then is listed before
 * anything is made: each kind of document when it is wanted next, page after page, by one runner. For a shop that only
 * slept, that costs a call or two.
 */
final class LookBack {

	private const KIND = 'look_back';

	/** Two passes that did not come. */
	private const ASLEEP = '-10 minutes';

	/** Clocks of several servers. */
	private const AHEAD = '+30 seconds';

	/** A dump takes its time; and whether Sellsy compares with the offset of a moment is not documented. */
	private const MARGIN = '-1 day';

	/** In one go; then the row waits. */
	private const PAGES = 10;
	private const WAIT  = 5;

	public function __construct(
		private readonly Gaps $gaps,
		private readonly DocumentsSince $documents,
		private readonly Unrecorded $unrecorded,
		private readonly RemoteIds $remote_ids,
		private readonly Clock $clock,
	) {}

	/** A sign of life. Only while work is allowed: a copy of the shop that waits is not awake. */
	public function awake(): void {
		$now      = $this->clock->now();
		$awake_at = $this->gaps->awake_at();
		if ( $awake_at !== null && $this->is_gap( $awake_at, $now ) ) {
			$this->put_back( min( $awake_at, $now ) );
		}
		$this->gaps->awake( $now );
	}

	public function is_awake(): bool {
		$awake_at = $this->gaps->awake_at();
		return $awake_at !== null && ! $this->is_gap( $awake_at, $this->clock->now() );
	}

	/** What Sellsy got since then may be missing in this database. */
	public function put_back( \DateTimeImmutable $since ): void {
		$since = $since->modify( self::MARGIN );
		foreach ( DocumentKind::cases() as $kind ) {
			// From the beginning: what came while an earlier list was read is not on it.
			$this->gaps->keep( $kind, new Gap( min( $since, $this->gaps->open_gap( $kind )->since ?? $since ) ) );
		}
		$this->gaps->woke( $this->clock->now() );
	}

	/**
	 * Nothing is made, paid or sent at Sellsy before the list of its kind is whole.
	 *
	 * @param Task $task held by this runner.
	 * @throws RetryLater while it is not.
	 * @throws RemoteFailure
	 */
	public function before( Task $task ): void {
		if ( ! $this->is_awake() ) {
			$this->awake();
		}
		$kind = self::kind( $task );
		if ( $kind !== null ) {
			$this->look( $kind );
		}
	}

	/**
	 * Afterwards the list of this kind is whole, and what it holds that the ledger lacks is noted.
	 *
	 * @throws RetryLater while it is not.
	 * @throws RemoteFailure
	 */
	public function look( DocumentKind $kind ): void {
		if ( $this->gaps->open_gap( $kind ) === null ) {
			return;
		}
		$this->remote_ids->alone( self::KIND, $kind->value, ProblemCode::LooksBack, fn () => $this->read( $kind ) );
	}

	private function is_gap( \DateTimeImmutable $awake_at, \DateTimeImmutable $now ): bool {
		return $awake_at < $now->modify( self::ASLEEP ) || $awake_at > $now->modify( self::AHEAD );
	}

	/**
	 * The kind of document whose list tells whether this was done before. Null where Sellsy is asked anyway, or where
	 * doing it twice changes nothing.
	 */
	private static function kind( Task $task ): ?DocumentKind {
		return match ( $task->key->effect ) {
			Effect::SendDocument, Effect::NotifyCustomer => DocumentKind::from( $task->key->part ),
			Effect::RecordPayment => DocumentKind::Invoice,
			Effect::PayBack => DocumentKind::CreditNote,
			default => $task->key->effect->creates(),
		};
	}

	/** @throws RetryLater when there is more. */
	private function read( DocumentKind $kind ): void {
		for ( $page = 0; $page < self::PAGES; $page++ ) {
			$gap = $this->gaps->open_gap( $kind );
			if ( $gap === null ) {
				return;
			}
			$this->read_page( $kind, $gap );
		}
		if ( $this->gaps->open_gap( $kind ) !== null ) {
			throw new RetryLater( new Problem( ProblemCode::LooksBack ), self::WAIT );
		}
	}

	private function read_page( DocumentKind $kind, Gap $gap ): void {
		try {
			$page = $this->documents->page( $kind, $gap->since, $gap->position );
		} catch ( RemoteFailure $failure ) {
			if (
				$gap->position !== ''
				&& in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
			) {
				$this->gaps->keep( $kind, new Gap( $gap->since ) ); // A position does not last for ever.
			}
			throw $failure;
		}
		$this->unrecorded->note( $page->documents );
		if ( $page->next === '' ) {
			$this->gaps->close( $kind );
		} else {
			$this->gaps->keep( $kind, new Gap( $gap->since, $page->next ) );
		}
	}
}
