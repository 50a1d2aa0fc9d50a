<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use OrderInvoicer\Domain\System\Clock;

/**
 * A connection was seen to work. The first one ties this site to its Sellsy account and starts the clock for orders. A
 * later one ends the wait for a connection. If it leads to another account, everything waits until the owner decides.
 */
final class AdoptConnection {

	public function __construct(
		private readonly Account $account,
		private readonly Site $site,
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly Pauses $pauses,
		private readonly ResumeWork $resume,
		private readonly Clock $clock,
	) {}

	public function adopt(): void {
		$known = $this->site->known_account();
		if ( $known === '' ) {
			$this->tie();
		}
		if ( $known !== '' && $known !== $this->account->id() ) {
			$this->pauses->begin( new Pause( new Problem( ProblemCode::OtherAccount ), $this->clock->now(), null ) );
			return;
		}
		$this->begin_today();
		$this->end(
			ProblemCode::OtherAccount,
			ProblemCode::Unauthorized,
			ProblemCode::AccountBlocked,
			ProblemCode::NotConnected
		);
		$this->try_v1_again();
	}

	/** The owner's word: this address and this account are the right ones from now on. */
	public function tie(): void {
		$this->site->remember( $this->site->address(), $this->account->id(), $this->clock->now() );
		$this->begin_today();
		$this->end( ProblemCode::CopiedSite, ProblemCode::OtherAccount );
	}

	/** The owner may have given the right to API v1 just now; where nobody can say, the next test will. */
	private function try_v1_again(): void {
		$this->account->refresh();
		try {
			$has_v1 = $this->account->has_v1();
		} catch ( RemoteFailure ) {
			return;
		}
		if ( $has_v1 ) {
			$this->resume->after( ProblemCode::V1Missing );
		}
	}

	private function end( ProblemCode ...$codes ): void {
		foreach ( $codes as $code ) {
			$this->pauses->end( $code );
		}
		$this->resume->after( ...$codes );
	}

	/** Orders of earlier days are never touched by themselves; a date that the owner chose stays. */
	private function begin_today(): void {
		$settings = $this->settings->get();
		$undated  = array_filter(
			$settings->workflows,
			static fn ( WorkflowSettings $workflow ): bool => $workflow->start_date === ''
		);
		if ( $undated !== [] ) {
			$today = [ 'start_date' => $this->clock->today() ];
			$this->settings->save(
				$this->arrays->merged( $settings, array_map( static fn (): array => $today, $undated ) )
			);
		}
	}
}
