<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\System\Clock;

/**
 * Drafts that a person changed, made final or deleted in Sellsy: noticed within the hour where 2,000 are open, and in
 * turn where there are more. Sellsy tells nobody of a change, so each look pages through what is a draft there, a
 * hundred a call; what differs from the ledger or is not on the pages is read one by one. A look lasts as many passes
 * as it takes.
 *
 * @assumes drafts-by-status
 */
final class DraftMonitor {

	/** Calls in one pass: 240 an hour at most. */
	private const CALLS = 20;

	/** From the beginning of one look to that of the next; with the passes that a look takes, less than an hour. */
	private const EVERY = '-45 minutes';

	/** So few are read one by one: the account may hold many drafts that are none of ours. */
	private const FEW = 10;

	/** Drafts that a person is to delete: in one pass, and how often each. */
	private const ASKED       = 5;
	private const ASKED_EVERY = '-1 hour';

	private int $calls = 0;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly DraftLooks $looks,
		private readonly DocumentsSince $documents_since,
		private readonly Report $report,
		private readonly DraftReader $reader,
		private readonly CallsLeft $calls_left,
		private readonly Clock $clock,
	) {}

	/** @return list<DocumentKind> whose drafts are open until Sellsy gives them a number. */
	public static function kinds(): array {
		$is_validated = static fn ( DocumentKind $kind ): bool => $kind->is_validated();
		return array_values( array_filter( DocumentKind::cases(), $is_validated ) );
	}

	/** A failed request ends the turn of its kind: the next pass goes on where this one stopped. */
	public function run(): void {
		$this->calls = 0;
		$this->in_turn( $this->read_asked( ... ) );
		foreach ( $this->longest_not_looked_at() as $kind ) {
			$this->in_turn( fn () => $this->look( $kind ) );
		}
	}

	/** @param \Closure(): void $turn */
	private function in_turn( \Closure $turn ): void {
		try {
			$turn();
		} catch ( RemoteFailure ) {
			return;
		}
	}

	/** @throws RemoteFailure */
	private function read_asked(): void {
		$since = $this->clock->now()->modify( self::ASKED_EVERY );
		foreach ( $this->ledger->drafts_to_delete( $since, self::ASKED ) as $task ) {
			if ( ! $this->may_call() ) {
				return;
			}
			$this->read( $task );
		}
	}

	/** @return list<DocumentKind> so that many drafts of one kind never take all calls from the other. */
	private function longest_not_looked_at(): array {
		$kinds = self::kinds();
		$began = fn ( DocumentKind $kind ): int => $this->looks->look( $kind )->began_at?->getTimestamp() ?? 0;
		usort( $kinds, static fn ( DocumentKind $a, DocumentKind $b ): int => $began( $a ) <=> $began( $b ) );
		return $kinds;
	}

	/** @throws RemoteFailure */
	private function look( DocumentKind $kind ): void {
		$look = $this->current( $kind );
		while ( $look->began_at !== null && ! $look->is_over ) {
			$unseen = $this->ledger->open_drafts( $kind, $look->began_at, self::FEW + 1 );
			if ( $unseen !== [] && ! $this->may_call() ) {
				return;
			}
			$look = match ( true ) {
				$unseen === [] => $look->ended(),
				$look->is_paged || count( $unseen ) <= self::FEW => $this->read_one( $kind, $look, $unseen[0] ),
				default => $this->read_page( $kind, $look ),
			};
			$this->looks->keep_look( $kind, $look );
		}
	}

	/**
	 * The look that lasts, or a new one where it is time. What is read one by one may take longer than the list: the
	 * other drafts are not to wait for it, and it goes on being read, the longest not seen first. One that began in the
	 * future does not count: the server's clock was ahead.
	 */
	private function current( DocumentKind $kind ): ListLook {
		$look = $this->looks->look( $kind );
		$now  = $this->clock->now();
		$next = $this->is_due( $look ) && ( $look->is_over || $look->is_paged );
		if ( $next || $look->began_at > $now ) {
			$look = $look->begun( $now );
			$this->looks->keep_look( $kind, $look ); // Also where its first page fails.
		}
		return $look;
	}

	private function is_due( ListLook $look ): bool {
		return $look->began_at === null || $look->began_at <= $this->clock->now()->modify( self::EVERY );
	}

	/** @throws RemoteFailure */
	private function read_one( DocumentKind $kind, ListLook $look, Task $task ): ListLook {
		try {
			$this->read( $task );
		} catch ( RemoteFailure $failure ) {
			$this->looks->keep_look( $kind, $look->less_some() );
			throw $failure;
		}
		return $look;
	}

	/**
	 * A list that Sellsy could not give for so long is left alone for one look, in which the drafts are read one by
	 * one.
	 *
	 * @throws RemoteFailure
	 */
	private function read_page( DocumentKind $kind, ListLook $look ): ListLook {
		$asked_at = $this->clock->now();
		++$this->calls;
		try {
			$page = $this->documents_since->drafts( $kind, $look->position );
		} catch ( RemoteFailure $failure ) {
			return match ( true ) {
				in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true ) =>
					$look->again() ?? $look->read_until( '' ),
				$failure->kind === FailureKind::OutcomeUnknown && $this->is_due( $look )
					=> $look->begun( $asked_at )->read_until( '' ),
				default => throw $failure,
			};
		}
		$this->compare( $kind, $page->documents, $asked_at );
		return $look->read_until( $page->next );
	}

	/** @throws RemoteFailure */
	private function read( Task $task ): void {
		++$this->calls;
		$this->reader->read( $task );
	}

	/** Before each call: live orders keep their reserve. */
	private function may_call(): bool {
		$leaves_reserve = $this->calls_left->this_minute()?->leaves_reserve( $this->clock->now() ) ?? true;
		return $leaves_reserve && $this->calls < self::CALLS;
	}

	/**
	 * A page of Sellsy's drafts beside what the ledger and the report say after it was read. Nothing is concluded but
	 * that a draft stands there as it is known: whatever differs, or is not on a page, stays unseen.
	 *
	 * @param list<ListedDocument> $listed
	 * @param \DateTimeImmutable   $asked_at when the page was asked for.
	 */
	private function compare( DocumentKind $kind, array $listed, \DateTimeImmutable $asked_at ): void {
		$drafts = [];
		foreach ( $listed as $one ) {
			if ( $one->document?->is_draft() === true ) {
				$drafts[ $one->id ] = $one->document;
			}
		}
		$rows  = $this->ledger->holding( $kind->value, array_keys( $drafts ) );
		$known = $this->report->documents( array_column( $rows, 'id' ) );
		$same  = array_filter(
			$rows,
			static fn ( Task $task ): bool => self::is_open( $task, $kind )
				&& self::is_worth( $drafts[ $task->remote_id ], $known[ $task->id ] ?? null )
		);
		$this->ledger->seen_as_drafts( array_values( $same ), $asked_at );
	}

	private static function is_open( Task $task, DocumentKind $kind ): bool {
		return $task->state === TaskState::Done
			&& $task->remote_number === ''
			&& $task->key->effect->creates() === $kind;
	}

	/** Where nobody has read yet what the document is worth, there is nothing to compare with. */
	private static function is_worth( RemoteDocument $draft, ?ReportedDocument $known ): bool {
		if ( $known === null || $known->currency === null ) {
			return true;
		}
		$now = ReportedDocument::from_document( $draft );
		return self::facts( $known ) === self::facts( $now );
	}

	/** @return array{int, string|null, int|null, int|null} */
	private static function facts( ReportedDocument $document ): array {
		return [ $document->id, $document->currency, $document->excl_tax, $document->incl_tax ];
	}
}
