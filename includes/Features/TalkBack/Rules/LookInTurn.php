<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\ListedPage;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallBudget;
use OrderInvoicer\Domain\Work\ListLook;

/**
 * Our documents in turn, a hundred a call. A list only says which of them may have changed, and what it does not show
 * any more: these are read one by one, a few at a time. A list that fails is given up: nothing is concluded from it.
 */
final class LookInTurn {

	/** In one pass: documents that a list did not show. */
	private const LEFT = 100;

	/** Seconds from one pass to the next. */
	private const A_PASS = 300;

	/** No more than this wait to be read: a payment that somebody records stands behind them. */
	private const WAITING = 8;

	public function __construct(
		private readonly SeenDocuments $seen,
		private readonly Looks $looks,
		private readonly DocumentsSince $documents_since,
		private readonly PageComparison $comparison,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * The calls are dealt: one in two to what awaits something, the others to the recent and to the old documents, so
	 * that no round waits for another, however long it is. Each pass begins elsewhere: a few calls reach all of them in
	 * the end. What one group needs not, the others get.
	 */
	public function run( CallBudget $calls ): void {
		$open   = $this->longest_not_begun( Round::Fresh, Round::Open );
		$recent = $this->longest_not_begun( Round::Recent );
		$old    = $this->longest_not_begun( Round::Old );
		$turn   = intdiv( $this->clock->now()->getTimestamp(), self::A_PASS );
		do {
			$was = $calls->left();
			for ( $i = 0; $i < 4; $i++ ) {
				match ( ( $turn + $i ) % 4 ) {
					0, 2    => $this->go_on( $open, $calls ),
					1       => $this->go_on( $recent, $calls ),
					default => $this->go_on( $old, $calls ),
				};
			}
		} while ( $calls->left() < $was );
	}

	/** @return list<array{DocumentKind, Round}> so that many documents of one kind never take all calls of another. */
	private function longest_not_begun( Round ...$rounds ): array {
		$turns = [];
		foreach ( Round::watched( $this->settings->get()->talk_back ) as $kind ) {
			foreach ( $rounds as $round ) {
				$turns[] = [ $kind, $round, $this->looks->round( $kind, $round )->began_at?->getTimestamp() ?? 0 ];
			}
		}
		usort( $turns, static fn ( array $one, array $other ): int => $one[2] <=> $other[2] );
		return array_map( static fn ( array $turn ): array => [ $turn[0], $turn[1] ], $turns );
	}

	/**
	 * With one call. A failed request ends the turn of its round: the next pass goes on where this one stopped.
	 *
	 * @param list<array{DocumentKind, Round}> $turns those that have nothing to ask in this pass are taken out.
	 */
	private function go_on( array &$turns, CallBudget $calls ): void {
		$before = $calls->left();
		while ( $turns !== [] && $calls->left() === $before ) {
			try {
				$is_through = ! $this->look( ...[ ...$turns[0], $calls ] );
			} catch ( RemoteFailure ) {
				$is_through = true;
			}
			if ( $is_through ) {
				array_shift( $turns );
			}
		}
	}

	/**
	 * @return bool whether a page was read, and the round may go on; false: it has nothing to ask in this pass.
	 * @throws RemoteFailure
	 */
	private function look( DocumentKind $kind, Round $round, CallBudget $calls ): bool {
		$look = $this->current( $kind, $round );
		if ( $look?->began_at === null || $look->is_over ) {
			return false;
		}
		$now  = $this->clock->now(); // Some are marked without having been read: its first page always is.
		$from = $look->is_paged || $look->position !== '' ? $look->began_at : $now->modify( '+1 second' );
		$left = $this->seen->unseen( $kind, $round, $from, $now, self::LEFT );
		if ( $left === [] ) {
			$this->looks->move_round( $kind, $round, $look, $look->ended() );
			return false;
		}
		if ( $look->is_paged ) {
			$this->read_one_by_one( $kind, $round, $left );
			return false;
		}
		return $calls->take()
			&& $this->looks->move_round( $kind, $round, $look, $this->read_page( $kind, $round, $look ) );
	}

	/** Null where another pass is at it. One that began in the future does not count: the server's clock was ahead. */
	private function current( DocumentKind $kind, Round $round ): ?ListLook {
		$look = $this->looks->round( $kind, $round );
		$now  = $this->clock->now();
		if ( ( ! $look->is_over || ! $this->is_due( $round, $look ) ) && $look->began_at <= $now ) {
			return $look;
		}
		$begun = $look->begun( $now );
		return $this->looks->move_round( $kind, $round, $look, $begun ) ? $begun : null;
	}

	private function is_due( Round $round, ListLook $look ): bool {
		return $look->began_at === null || $look->began_at <= $this->clock->now()->modify( $round->every() );
	}

	/**
	 * Those that nobody has seen in this account are left to the next list. So are invoices that we recorded a payment
	 * of: they are no longer among those that await one, and a list of the day says whether anything else became of
	 * them.
	 *
	 * @param list<SeenDocument> $left
	 */
	private function read_one_by_one( DocumentKind $kind, Round $round, array $left ): void {
		$now     = $this->clock->now();
		$since   = $this->looks->payments()->since;
		$is_open = $round === Round::Open && $kind === DocumentKind::Invoice;
		$same    = [];
		$changed = [];
		foreach ( $left as $one ) {
			if ( ! $one->is_known( $since, $now ) ) {
				$this->seen->keep( $one, '', null, $now );
			} elseif ( $is_open && $this->comparison->we_were_paid( $one ) ) {
				$same[] = $one;
			} else {
				$changed[] = $one->id;
			}
		}
		$this->seen->same( $same, $now );
		$this->seen->hint( $kind, array_slice( $changed, 0, $this->room() ), $now );
	}

	/** So many more may wait to be read. */
	private function room(): int {
		return self::WAITING - count( $this->seen->hinted( self::WAITING ) );
	}

	/**
	 * A list that Sellsy could not give for so long is begun anew.
	 *
	 * @throws RemoteFailure
	 */
	private function read_page( DocumentKind $kind, Round $round, ListLook $look ): ListLook {
		$asked_at = $this->clock->now();
		try {
			$page = $this->page( $kind, $round, $look );
		} catch ( RemoteFailure $failure ) {
			return match ( true ) {
				in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
					=> $look->again() ?? $look->less_some()->ended(),
				$failure->kind === FailureKind::OutcomeUnknown && $this->is_due( $round, $look )
					=> $look->less_some()->ended(),
				default => throw $failure,
			};
		}
		$listed = array_filter( $page->documents, static fn ( ListedDocument $one ): bool => $one->document !== null );
		$since  = $this->looks->payments()->since;
		$this->comparison->compare( $kind, array_values( $listed ), $since, $asked_at, $this->room() );
		return $look->read_until( $page->next );
	}

	/** @throws RemoteFailure */
	private function page( DocumentKind $kind, Round $round, ListLook $look ): ListedPage {
		$now = $look->began_at ?? $this->clock->now();
		return match ( $round ) {
			Round::Open   => $this->documents_since->in_status( $kind, Round::awaited( $kind ), $look->position ),
			Round::Fresh  => $this->documents_since->readable(
				$kind,
				$now->modify( Round::FRESH_FOR ),
				$look->position
			),
			Round::Recent => $this->documents_since->readable(
				$kind,
				$now->modify( Round::RECENT_FOR ),
				$look->position
			),
			Round::Old    => $this->documents_since->readable( $kind, new \DateTimeImmutable( '@0' ), $look->position ),
		};
	}
}
