<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\Doctor\Drafts\DraftPaymentsTrial;
use OrderInvoicer\Features\Doctor\Drafts\Drafts;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Notebook;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Run;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\Refusal;
use OrderInvoicer\Features\Doctor\Trials\Things;

/**
 * Tries what is assumed of Sellsy on the connected account. One step is one trial; after each of them all is kept, so
 * that whoever begins later goes on from there. Nothing of what it makes stays, but for drafts where a person asked for
 * them.
 */
final class Doctor {

	/** Calls of one run. */
	public const MOST_CALLS = 40;
	/** With drafts. */
	public const MOST_CALLS_WITH_DRAFTS = 60;
	/** Of them: for what goes at the end. */
	private const CLEANING = 1;

	private const TURN = 'doctor';

	/** So many trials without an answer, one after the other, and Sellsy counts as away. */
	private const SILENT = 2;

	/** So often in a run it is tried once more to delete what Sellsy failed to delete, after so many seconds. */
	private const DELETIONS = 1;
	private const LATER     = 60;
	private const OTHER = 10;

	public function __construct(
		private readonly TrialList $trials,
		private readonly Notebook $notebook,
		private readonly Things $things,
		private readonly Drafts $drafts,
		private readonly Pace $pace,
		private readonly Turn $turn,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly string $version,
	) {}

	/** @throws RemoteFailure while it is not known which account is connected. */
	public function record(): Record {
		return $this->notebook->shown();
	}

	/**
	 * Goes on with a run that was left, or begins one: of what is not known yet, or was asked otherwise by an older
	 * release.
	 *
	 * @param bool $again  ask everything again.
	 * @param bool $drafts make four drafts too, or use those of before. Without it none is made, whatever was asked
	 *                     for when the run was begun.
	 * @throws RemoteFailure
	 * @throws LeaseLost
	 */
	public function begin( bool $again, bool $drafts = false ): void {
		$record = $again ? $this->notebook->doubted() : $this->notebook->read();
		$run    = $record->run;
		$left   = $run !== null && ! $run->is_over() && ! $again;
		$next   = $left
			? $run->resumed(
				to_do: [
					...$this->trials->without_drafts( $run->to_do ),
					...( $drafts ? $this->trials->of_drafts() : [] ),
				],
				tried: $this->trials->without_drafts( $run->tried ) // A person may have made them their own meanwhile.
			)
			: Run::of( $this->clock->now(), $this->trials->wanted( $record, $again, $drafts ) )->after( $run, $again );
		$this->notebook->write( $record->with_run( $next ) );
	}

	/** @throws RemoteFailure while it is not known which account is connected. */
	public function step(): Progress {
		$progress = Progress::waits( 'other', self::OTHER );
		$this->turn->take(
			self::TURN,
			function () use ( &$progress ): void {
				try {
					$progress = $this->next_step();
				} catch ( LeaseLost ) {
					$progress = Progress::waits( 'other', self::OTHER );
				}
			}
		);
		$run = $this->notebook->record()->run;
		return $progress->of( count( $run->tried ?? [] ), count( $run->to_do ?? [] ) );
	}

	/**
	 * @throws RemoteFailure
	 * @throws LeaseLost
	 */
	private function next_step(): Progress {
		$run = $this->notebook->read()->run;
		if ( $run === null || $run->is_over() ) {
			return Progress::over();
		}
		try {
			$now     = $this->clock->now();
			$held_up = $this->pace->holds_up();
			return match ( true ) {
				$run->stopped !== '' => Progress::stopped( $run->stopped ),
				$held_up?->state === Progress::STOPPED => $this->stop( $held_up->why ),
				$run->waits( $now ) > 0 => Progress::waits( $run->awaits, $run->waits( $now ) ),
				$held_up !== null => $held_up,
				! isset( $run->notes['cleaned'] ) => $this->clean_first( $run ),
				$run->next() === '' => $this->end( $run ),
				default => $this->try( $run, $run->next() ),
			};
		} catch ( RemoteFailure $failure ) {
			return $this->after_failure( $failure );
		}
	}

	/**
	 * What a run that was cut off has left.
	 *
	 * @throws RemoteFailure
	 */
	private function clean_first( Run $run ): Progress {
		try {
			$this->things->clean();
		} catch ( RemoteFailure $failure ) {
			$this->left_behind( $failure ); // At the end it is tried again.
		}
		$this->keep_run( $run->noted( [ 'cleaned' => 1 ] ) );
		return Progress::goes_on();
	}

	/** @throws RemoteFailure */
	private function end( Run $run ): Progress {
		try {
			$again = $this->things->clean();
		} catch ( RemoteFailure $failure ) {
			$this->left_behind( $failure );
			$tries = 1 + (int) ( $run->notes['deletions'] ?? 0 );
			$again = null;
			if ( $tries <= self::DELETIONS ) {
				return $this->wait( $run->noted( [ 'deletions' => $tries ] ), 'deletion', self::LATER );
			}
		}
		if ( $again !== null ) {
			return $this->wait( $run, 'search', $again );
		}
		$run = $this->notebook->record()->run;
		$is_deleted = $this->drafts->review(
			is_known: array_intersect( $this->trials->of_drafts(), $run->tried ?? [] ) !== []
		);
		$record     = $this->notebook->record();
		$about      = $this->trials->get( DraftPaymentsTrial::NAME )?->about();
		if ( $is_deleted && $about !== null ) {
			$found  = [ DraftPaymentsTrial::DELETION, State::AsExpected, DraftPaymentsTrial::DELETED ];
			$record = $record->found( $this->finding( $about, ...$found ) );
		}
		$this->notebook->write( $record->with_run( $run?->ended( $this->clock->now() ) ) );
		return Progress::over();
	}

	/** @throws RemoteFailure */
	private function try( Run $run, string $name ): Progress {
		$trial = $this->trials->get( $name );
		if ( $trial === null ) { // Of another release.
			$this->keep_run( $run->tried( $name ) );
			return Progress::goes_on();
		}
		$seen    = array_map( static fn ( Finding $one ): string => $one->seen, $this->notebook->record()->findings );
		$answers = new Answers( $run->notes, $seen );
		$most    = $trial->about()->leaves_drafts
			? self::MOST_CALLS_WITH_DRAFTS - self::CLEANING
			: self::MOST_CALLS;
		if ( $run->calls + $trial->about()->most_calls > $most ) {
			return $this->keep( $trial->about(), $run, $answers, 'no-calls' );
		}
		$run    = $run->retrying( $name );
		$before = $this->pace->calls();
		$why    = 'not-seen';
		try {
			$trial->run( $answers );
			$run = $run->noted( [ 'silent' => 0 ] );
		} catch ( RemoteFailure $failure ) {
			$why = Refusal::code( $failure );
			if ( $why === null ) {
				$this->keep_run( $run->called( $this->pace->calls() - $before ) );
				throw $failure;
			}
			$run = $run->noted( [ 'silent' => $why === 'no-answer' ? 1 + (int) ( $run->notes['silent'] ?? 0 ) : 0 ] );
		}
		return $this->keep( $trial->about(), $run->called( $this->pace->calls() - $before ), $answers, $why );
	}

	/**
	 * @param string $why what has no answer has none.
	 * @throws RemoteFailure
	 */
	private function keep( About $about, Run $run, Answers $answers, string $why ): Progress {
		$again  = $answers->again_at();
		$run    = $run->noted( $answers->notes() );
		$run    = $again === null ? $run->tried( $about->name ) : $run;
		$record = $this->notebook->record();
		foreach ( $again === null ? $about->answers : [] as $assumption ) {
			[ $state, $seen ] = $answers->given()[ $assumption ] ?? [ State::NotKnown, $answers->why_open() ?? $why ];
			$run              = $run->lacking( $about->name, $seen )->unanswered( $about->name, $seen );
			$record           = $record->learnt( $this->finding( $about, $assumption, $state, $seen ) );
		}
		$this->notebook->write( $record->with_run( $run ) );
		return match ( true ) {
			(int) ( $run->notes['silent'] ?? 0 ) >= self::SILENT => $this->stop( 'no-answer' ),
			$again !== null => $this->wait( $run, 'search', $again ),
			default => Progress::goes_on(),
		};
	}

	private function finding( About $about, string $assumption, State $state, string $seen ): Finding {
		return new Finding(
			assumption: $assumption,
			state: $state,
			seen: $seen,
			at: $this->clock->now(),
			version: $this->version,
			revision: $about->revision
		);
	}

	/**
	 * Nothing is left standing while it does not go on. What cannot be deleted is written down: the next run does it.
	 * A copy has the record of the shop: what is written down there is the shop's, which may be at it.
	 *
	 * @throws RemoteFailure
	 */
	private function stop( string $why ): Progress {
		try {
			if ( $why !== Pace::COPY ) {
				$this->things->clean();
			}
		} catch ( RemoteFailure $failure ) {
			$this->logger->error( 'The doctor could not delete what it made.', [ 'kind' => $failure->kind->value ] );
		}
		$record = $this->notebook->record();
		$this->notebook->write( $record->with_run( $record->run?->stopped_by( $why ) ) );
		return Progress::stopped( $why );
	}

	/**
	 * What Sellsy fails to delete stays written down, and holds up nothing.
	 *
	 * @throws RemoteFailure where it allows nothing more, or refuses the access.
	 */
	private function left_behind( RemoteFailure $failure ): void {
		if ( in_array( $failure->kind, [ FailureKind::RateLimited, FailureKind::Unauthorized ], true ) ) {
			throw $failure;
		}
		$this->logger->error( 'The doctor could not delete what it made.', [ 'kind' => $failure->kind->value ] );
	}

	/** @throws RemoteFailure */
	private function after_failure( RemoteFailure $failure ): Progress {
		$run = $this->notebook->record()->run;
		return $run !== null && $failure->kind === FailureKind::RateLimited
			? $this->wait( $run, 'minute', min( Pace::LONGEST, $failure->retry_after ?? self::OTHER ) )
			: $this->stop( $failure->kind === FailureKind::Unauthorized ? 'no-access' : 'no-answer' );
	}

	/** @throws RemoteFailure */
	private function wait( Run $run, string $why, \DateTimeImmutable|int $until ): Progress {
		$until = is_int( $until ) ? $this->clock->now()->modify( "+$until seconds" ) : $until;
		$this->keep_run( $run->waiting( $why, $until ) );
		return Progress::waits( $why, $until->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	/** @throws RemoteFailure */
	private function keep_run( Run $run ): void {
		$this->notebook->write( $this->notebook->record()->with_run( $run ) );
	}
}
