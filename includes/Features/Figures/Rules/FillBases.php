<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * The HT of each tax of documents that were made before it was kept. Lists do not say it, so each is read once, the
 * newest first, in time that orders do not need. Where it has come to the end it looks again after a week: a document
 * that was found after an answer was lost came from a list.
 */
final class FillBases implements PassPart {

	public const OPTION = 'orderinvoicer_bases_filled';

	/** Tasks that are looked through at once, and how often in one pass. */
	private const TASKS = 2000;
	private const TURNS = 5;

	/** In one pass. */
	private const CALLS   = 20;
	private const SECONDS = 10;

	private const AGAIN = '-7 days';

	public function __construct(
		private readonly BaselessDocuments $documents,
		private readonly Report $report,
		private readonly Filled $filled,
		private readonly Invoicing $invoicing,
		private readonly KeptValues $values,
		private readonly DueTasks $tasks,
		private readonly CallsLeft $calls_left,
		private readonly Clock $clock,
	) {}

	public function turn(): PassTurn {
		return PassTurn::Last;
	}

	/** Once lists have told what documents are worth. Where Sellsy does not answer, the next pass goes on. */
	public function run(): void {
		$below = $this->filled->position()?->is_done === true ? $this->position() : 0;
		$calls = self::CALLS;
		$until = $this->clock->now()->modify( '+' . self::SECONDS . ' seconds' );
		try {
			for ( $turn = 0; $turn < self::TURNS && $below > 0; $turn++ ) {
				$below = $this->walk( $below, $calls, $until );
			}
		} catch ( RemoteFailure ) {
			return;
		}
	}

	/**
	 * @param int $calls that are left; counted down.
	 * @return int where to go on now; 0: not in this pass.
	 * @throws RemoteFailure
	 */
	private function walk( int $below, int &$calls, \DateTimeImmutable $until ): int {
		$below = min( $below, $this->report->end_of_ledger() );
		$from  = max( 0, $below - self::TASKS );
		foreach ( $this->documents->among( $from, $below ) as $document ) {
			if ( $calls-- <= 0 || $this->clock->now() >= $until || ! $this->is_free() ) {
				$this->keep( $document->task_id + 1 );
				return 0;
			}
			$this->read( $document );
		}
		$this->keep( $from );
		return $from;
	}

	/**
	 * Another account may hold another document under the same id.
	 *
	 * @throws RemoteFailure
	 */
	private function read( BaselessDocument $document ): void {
		try {
			$found = $this->invoicing->get( $document->kind, $document->id );
		} catch ( RemoteFailure $failure ) {
			in_array( $failure->kind, [ FailureKind::NotSent, FailureKind::RateLimited ], true ) && throw $failure;
			$this->keep( $document->task_id ); // One that is never answered must not be in the way of the others.
			in_array( $failure->kind, [ FailureKind::NotFound, FailureKind::Rejected ], true ) || throw $failure;
			return;
		}
		if ( $found !== null && $found->number === $document->number ) {
			$this->report->update( $document->task_id, ReportedDocument::from_document( $found ) );
		}
	}

	/** Orders of today need neither this process nor these calls. */
	private function is_free(): bool {
		$now = $this->clock->now();
		return $this->tasks->next( $now, [], null ) === null
			&& $this->calls_left->this_minute()?->leaves_reserve( $now ) !== false;
	}

	/** Tasks below that are still to be looked through; 0 where none are. */
	private function position(): int {
		[ $below, $day ] = array_pad( explode( '.', $this->values->get( self::OPTION ) ), 2, '' );
		$is_over         = $below === '0' && $day > $this->clock->now()->modify( self::AGAIN )->format( 'Y-m-d' );
		return match ( true ) {
			$is_over                                => 0,
			ctype_digit( $below ) && $below !== '0' => (int) $below,
			default                                 => PHP_INT_MAX,
		};
	}

	private function keep( int $below ): void {
		$this->values->set( self::OPTION, "$below.{$this->clock->now()->format( 'Y-m-d' )}" );
	}
}
