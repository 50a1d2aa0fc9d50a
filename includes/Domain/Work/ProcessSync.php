<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryPolicy;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Memory;
use OrderInvoicer\Domain\System\Randomness;

/** Takes one row of the ledger, does its effect, and leaves the row in a state that says what happened. Never throws. */
final class ProcessSync {

	/** @param array<string, EffectWork> $effects by Effect value. */
	public function __construct(
		private readonly Gate $gate,
		private readonly Ledger $ledger,
		private readonly array $effects,
		private readonly HandleFailure $failed,
		private readonly RetryPolicy $retries,
		private readonly FailureCount $failures,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly Logger $logger,
		private readonly Trail $trail,
		private readonly Memory $memory,
		private readonly LookBack $look_back,
	) {}

	public function process( int $sync_id ): void {
		$this->memory->hold();
		try {
			$this->claim_and_work( $sync_id );
		} finally {
			$this->memory->release();
		}
	}

	private function claim_and_work( int $sync_id ): void {
		if ( ! $this->gate->is_open() ) {
			return;
		}
		$now  = $this->clock->now();
		$sync = $this->ledger->claim( $sync_id, $now, $this->randomness->token(), $now->add( new \DateInterval( Sync::LEASE ) ) );
		if ( $sync === null ) {
			return;
		}
		$this->trail->begin();
		try {
			$this->work( $sync );
		} catch ( LeaseLost ) {
			$this->logger->info( 'Another runner took the row over.', [ 'sync_id' => $sync->id ] );
		} catch ( \Throwable $error ) {
			$this->unexpected( $sync, $error );
		}
	}

	private function work( Sync $sync ): void {
		if ( $this->retries->is_used_up( $sync->attempts ) ) {
			$this->failed->attention( $sync, new Problem( ProblemCode::TriesUsedUp, [ 'detail' => (string) ( $sync->problem->facts['detail'] ?? '' ) ] ) );
			return;
		}
		$pause = $this->gate->pause_of( $sync->key->effect );
		if ( $pause !== null ) {
			$this->failed->hold( $sync, $pause );
			return;
		}
		try {
			$this->look_back->before( $sync );
			$this->effects[ $sync->key->effect->value ]->run( $sync );
			$this->failures->reset();
			$this->gate->goes_on( $sync->key->effect );
		} catch ( CannotInvoice $stopped ) {
			$this->failed->attention( $sync, $stopped->problem );
		} catch ( BrokenFilter $broken ) {
			$this->failed->attention( $sync, $broken->problem() );
		} catch ( Skip $skipped ) {
			$this->failed->skip( $sync, $skipped );
		} catch ( Wait $wait ) {
			$this->failed->wait( $sync, $wait->problem, $wait->seconds );
		} catch ( RemoteFailure $failure ) {
			$this->failed->remote( $sync, $failure );
		}
	}

	/** Only the place is kept: messages of other people's code may hold anything. */
	private function unexpected( Sync $sync, \Throwable $error ): void {
		$detail = $error::class . ' ' . basename( $error->getFile() ) . ':' . $error->getLine();
		$this->logger->error(
			'A row failed unexpectedly.',
			[
				'sync_id' => $sync->id,
				'detail' => $detail,
			]
		);
		try {
			$this->failed->retry( $sync, new Problem( ProblemCode::UnexpectedError, [ 'detail' => $detail ] ) );
		} catch ( \Throwable ) {
			// The database is away: the lease lapses and the sweeper finds the row.
			$this->logger->error( 'The row could not be released.', [ 'sync_id' => $sync->id ] );
		}
	}
}
