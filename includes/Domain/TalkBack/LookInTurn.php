<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\ListedPage;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Our documents in turn, a hundred a call. A list only says which of them may have changed, and what it does not show
 * any more: these are read one by one, a few at a time. A list that fails is given up: nothing is concluded from it.
 */
final class LookInTurn {

	/** In one pass: documents that a list did not show. */
	private const LEFT = 100;

	/** No more than this wait to be read: a payment that somebody records stands behind them. */
	private const WAITING = 8;

	public function __construct(
		private readonly SeenDocuments $seen,
		private readonly Looks $looks,
		private readonly DocumentsSince $lists,
		private readonly PageComparison $comparison,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** A failed request ends the turn of its round: the next pass goes on where this one stopped. */
	public function run( CallBudget $calls ): void {
		foreach ( $this->longest_not_begun() as [ $kind, $round ] ) {
			try {
				$this->look( $kind, $round, $calls );
			} catch ( RemoteFailure ) {
				continue;
			}
		}
	}

	/** @return list<array{DocumentKind, Round}> so that a long round never takes all calls from the others. */
	private function longest_not_begun(): array {
		$turns = [];
		foreach ( Round::watched( $this->settings->get()->talk_back ) as $kind ) {
			foreach ( Round::cases() as $round ) {
				$turns[] = [ $kind, $round, $this->looks->round( $kind, $round )->began_at?->getTimestamp() ?? 0 ];
			}
		}
		usort(
			$turns,
			static fn ( array $one, array $other ): int =>
				[ self::rank( $one[1] ), $one[2] ] <=> [ self::rank( $other[1] ), $other[2] ]
		);
		return array_map( static fn ( array $turn ): array => [ $turn[0], $turn[1] ], $turns );
	}

	/** What is awaited before what is only looked after, and that of each day before that of each week. */
	private static function rank( Round $round ): int {
		return match ( $round ) {
			Round::Fresh, Round::Open => 0,
			Round::Recent             => 1,
			Round::Old                => 2,
		};
	}

	/** @throws RemoteFailure */
	private function look( DocumentKind $kind, Round $round, CallBudget $calls ): void {
		$look = $this->current( $kind, $round );
		while ( $look?->began_at !== null && ! $look->is_over ) {
			$left = $this->seen->unseen( $kind, $round, $look->began_at, $this->clock->now(), self::LEFT );
			if ( $left !== [] && ! $look->is_paged && ! $calls->take() ) {
				return;
			}
			if ( $left !== [] && $look->is_paged ) {
				$this->read_one_by_one( $kind, $round, $left );
				return;
			}
			$to   = $left === [] ? $look->ended() : $this->read_page( $kind, $round, $look );
			$look = $this->looks->move_round( $kind, $round, $look, $to ) ? $to : null;
		}
	}

	/** Null where another pass is at it. One that began in the future does not count: the server's clock was ahead. */
	private function current( DocumentKind $kind, Round $round ): ?RoundLook {
		$look = $this->looks->round( $kind, $round );
		$now  = $this->clock->now();
		if ( ( ! $look->is_over || ! $this->is_due( $round, $look ) ) && $look->began_at <= $now ) {
			return $look;
		}
		$begun = $look->begun( $now );
		return $this->looks->move_round( $kind, $round, $look, $begun ) ? $begun : null;
	}

	private function is_due( Round $round, RoundLook $look ): bool {
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
	private function read_page( DocumentKind $kind, Round $round, RoundLook $look ): RoundLook {
		$asked_at = $this->clock->now();
		try {
			$page = $this->page( $kind, $round, $look );
		} catch ( RemoteFailure $failure ) {
			return match ( true ) {
				in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
					=> $look->after_refusal(),
				$failure->kind === FailureKind::OutcomeUnknown && $this->is_due( $round, $look )
					=> $look->given_up(),
				default => throw $failure,
			};
		}
		$listed = array_filter( $page->documents, static fn ( ListedDocument $one ): bool => $one->document !== null );
		$this->comparison->compare(
			$kind,
			array_values( $listed ),
			$this->looks->payments()->since,
			$asked_at,
			$this->room()
		);
		return $look->read_until( $page->next );
	}

	/** @throws RemoteFailure */
	private function page( DocumentKind $kind, Round $round, RoundLook $look ): ListedPage {
		$now = $look->began_at ?? $this->clock->now();
		return match ( $round ) {
			Round::Open   => $this->lists->in_status( $kind, Round::awaited( $kind ), $look->position ),
			Round::Fresh  => $this->lists->readable( $kind, $now->modify( Round::FRESH_FOR ), $look->position ),
			Round::Recent => $this->lists->readable( $kind, $now->modify( Round::RECENT_FOR ), $look->position ),
			Round::Old    => $this->lists->readable( $kind, new \DateTimeImmutable( '@0' ), $look->position ),
		};
	}
}
