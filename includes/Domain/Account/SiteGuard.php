<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;

/** A copy of the shop (staging) must never invoice, and ids of one Sellsy account mean nothing in another. */
final class SiteGuard {

	public function __construct(
		private readonly Site $site,
		private readonly Account $account,
		private readonly Pauses $pauses,
		private readonly Clock $clock,
		private readonly SiteCopy $copy,
	) {}

	/** A copy, or another account, as far as it is known without asking Sellsy. */
	public function is_frozen(): bool {
		return $this->copy->is_one()
			|| $this->pauses->current()?->problem->is( ProblemCode::CopiedSite, ProblemCode::OtherAccount ) === true;
	}

	/** A person says that this site is a copy: it stays frozen, without asking again. */
	public function stay_frozen(): void {
		$copied  = $this->copied();
		$problem = new Problem( $copied->code, [ ...$copied->facts, ...[ 'decision' => 'copy' ] ] );
		$this->pauses->begin( new Pause( $problem, $this->clock->now(), null ) );
	}

	/**
	 * Freezes all work where site or account are not the ones that Sellsy was connected with; true when they are. The
	 * first work ties them: credentials of wp-config.php work without anybody ever testing the connection.
	 *
	 * @throws RemoteFailure when these credentials were never used and Sellsy cannot be asked now.
	 */
	public function holds(): bool {
		if ( $this->copy->is_one() ) {
			return $this->freeze( $this->copied() );
		}
		$account = $this->account->id();
		if ( $this->site->known_address() === '' ) {
			$this->site->remember( $this->site->address(), $account, $this->clock->now() );
			return true;
		}
		return $account === $this->site->known_account() || $this->freeze( new Problem( ProblemCode::OtherAccount ) );
	}

	private function copied(): Problem {
		return $this->copy->problem( $this->account->name() ?? '' );
	}

	private function freeze( Problem $problem ): bool {
		$this->copy->begin( $problem );
		return false;
	}
}
