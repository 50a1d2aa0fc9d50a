<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Backup\OpenedElsewhere;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;

/**
 * Whether work may go on. While a pause stands, one runner at a time looks with a harmless request whether its cause is
 * gone; rows wait untouched and use up no try.
 */
final class WorkGate {

	/** Seconds until the next look at Sellsy. */
	private const PROBE = 60;

	public function __construct(
		private readonly SiteGuard $site,
		private readonly Account $account,
		private readonly Pauses $pauses,
		private readonly FailureCount $failures,
		private readonly FailurePause $failure_pause,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly OpenedElsewhere $elsewhere,
	) {}

	public function is_open(): bool {
		if ( ! $this->account->is_configured() || $this->is_too_early() || ! $this->site_holds() ) {
			return false;
		}
		$pause = $this->pauses->current();
		while ( $pause !== null ) {
			if ( ! $this->is_gone( $pause ) ) {
				return false;
			}
			if ( $pause->problem->is( ProblemCode::CopiedSite ) ) {
				$this->elsewhere->came_back( $pause );
			}
			$cause = $pause->problem->code;
			$this->pauses->end( $cause );
			$this->failures->reset();
			$this->logger->info( 'Work goes on.', [ 'pause' => $cause->value ] );
			$pause = $this->pauses->current();
		}
		return true;
	}

	/**
	 * What this kind of work waits for now, although work is allowed. Past its time the row itself is the look at
	 * Sellsy.
	 */
	public function pause_of( Effect $effect ): ?Pause {
		$pause = $this->pauses->pause( $effect );
		return $pause !== null && $pause->until > $this->clock->now() ? $pause : null;
	}

	/** Whether this kind of work failed lately, so that one that succeeds is news. */
	public function is_in_doubt( Effect $effect ): bool {
		return $this->failures->has_any() || $this->pauses->pause( $effect ) !== null;
	}

	/** Sellsy has done such work again. */
	public function goes_on( Effect $effect ): void {
		$this->failures->reset();
		if ( $this->pauses->pause( $effect ) !== null ) {
			$this->pauses->end_of( $effect );
		}
	}

	/** The guard may have to ask Sellsy: not before a pause's next look. */
	private function is_too_early(): bool {
		$until = $this->pauses->current()?->until;
		return $until !== null && $until > $this->clock->now();
	}

	/**
	 * Which account the credentials in wp-config.php belong to is asked here first. Without an answer everything waits.
	 */
	private function site_holds(): bool {
		try {
			return ! $this->elsewhere->is_worked_by_the_shop() && $this->site->holds();
		} catch ( RemoteFailure $failure ) {
			$this->pauses->begin( $this->failure_pause->after( $failure, $this->clock->now() ) );
			return false;
		}
	}

	private function is_gone( Pause $pause ): bool {
		if ( $pause->problem->is( ProblemCode::CopiedSite, ProblemCode::OtherAccount ) ) {
			return true; // The guard would have said so otherwise.
		}
		$now = $this->clock->now();
		if ( $pause->until === null || $pause->until > $now ) {
			return false;
		}
		if ( ! $this->pauses->take_probe( $pause, $now->modify( '+' . self::PROBE . ' seconds' ) ) ) {
			return false;
		}
		try {
			$this->account->me();
			return true;
		} catch ( RemoteFailure $failure ) {
			// A right that only this route lacks says nothing about the others.
			return $failure->kind === FailureKind::AccountBlocked;
		}
	}
}
