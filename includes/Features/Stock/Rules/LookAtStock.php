<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallBudget;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * The look at stock: a few products a batch, after everything that orders need. Slow by design, as Sellsy takes few
 * such questions (@assumes stock-pace), and it says how far it has come. What fails here pauses nothing else.
 */
final class LookAtStock implements PassPart {

	/** Calls of Sellsy in one batch; where nothing waits and its quota is not spent, in so many, for so long. */
	public const CALLS         = 5;
	private const FREE_BATCHES = 6;
	private const FREE_SECONDS = 10;

	private const TURN = 'stock';

	/** From this hour of the shop on, a night's look begins. */
	private const NIGHT = 2;

	/** A change is read again after this, and a difference done at the earliest. */
	private const LATER = '-2 minutes';

	private const TURN_AGAIN = '+1 hour';
	private const KEEP       = '-90 days';

	/** Products looked through for linked ones, in one batch. */
	private const PAGE  = 50;
	private const PAGES = 4;

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Account $account,
		private readonly ShopStocks $shop,
		private readonly StockRows $rows,
		private readonly StockLooks $looks,
		private readonly CompareStock $compare,
		private readonly ChangeStock $change,
		private readonly DueTasks $tasks,
		private readonly CallsLeft $calls_left,
		private readonly Turn $turn,
		private readonly LookBack $look_back,
		private readonly Gaps $gaps,
		private readonly Clock $clock,
	) {}

	public function turn(): PassTurn {
		return PassTurn::Last;
	}

	/** One batch, where there is something to do and nothing that orders need. */
	public function run(): void {
		if ( $this->is_wanted() ) {
			$this->turn->take( self::TURN, fn () => $this->in_turn( $this->settings->get()->stock ) );
		}
	}

	/** A warehouse is chosen, and what leads may lead. */
	public function is_wanted(): bool {
		$all = $this->settings->get();
		return $all->stock->warehouse_id !== null && $all->stock_may_lead();
	}

	/**
	 * What a comparison and a consent are about; another one needs both anew.
	 *
	 * @throws RemoteFailure while the account is not known.
	 */
	public function basis( StockSettings $settings ): string {
		$basis = [ $this->account->id(), $settings->warehouse_id, $settings->leader, $settings->moved_by ];
		return substr( md5( implode( '|', $basis ) ), 0, 12 );
	}

	private function in_turn( StockSettings $settings ): void {
		$look = $this->looks->read();
		$now  = $this->clock->now();
		try {
			if ( $look->basis === '' || $look->basis !== $this->basis( $settings ) || ! $look->may_batch( $now ) ) {
				return;
			}
		} catch ( RemoteFailure ) {
			return;
		}
		$this->look_back->awake(); // No batch is made before an absence is noticed.
		if ( $settings->agrees && $look->approved && ! $this->has_looked_back() ) {
			return;
		}
		if ( $this->was_restored_since( $look ) ) {
			$look = $look->lapsed( $now );
			if ( ! $this->looks->keep( $look ) || $look->basis === '' ) {
				return;
			}
		}
		$changes = $settings->agrees && $look->approved;
		if ( $changes && $this->is_a_new_night( $look, $now ) ) {
			$look = $look->begun( $look->basis, $now, true );
			$this->rows->prune( $now->modify( self::KEEP ) );
		}
		$begun = $this->rows->begun_before( $now->modify( self::LATER ), self::CALLS );
		if ( ( $begun === [] && ! $changes && $look->is_over ) || $this->orders_wait( $now ) ) {
			return;
		}
		if ( $this->looks->keep( $look->batch( $now ) ) ) {
			$this->batches( $begun, $settings, $changes, $look->may_hurry( $now ) ? self::FREE_BATCHES : 1 );
		}
	}

	/** Documents that the ledger has lost tell of a backup. They are listed first: a call or two after each absence. */
	private function has_looked_back(): bool {
		try {
			foreach ( [ DocumentKind::Invoice, DocumentKind::Delivery ] as $kind ) {
				if ( $this->settings->get()->workflow( $kind )->enabled ) {
					$this->look_back->look( $kind );
				}
			}
			return true;
		} catch ( RemoteFailure | RetryLater ) {
			return false; // At the next pass.
		}
	}

	/** A backup takes the stock of the shop back too, and the consent with it. */
	private function was_restored_since( StockLook $look ): bool {
		return $look->whole_at !== null && $this->gaps->restored_at() > $look->whole_at;
	}

	/** Those of a back-fill have no hurry, and keep to the reserve as this look does. */
	private function orders_wait( \DateTimeImmutable $now ): bool {
		return $this->tasks->next( $now, [], null )?->is_backfill === false;
	}

	private function is_a_new_night( StockLook $look, \DateTimeImmutable $now ): bool {
		return $look->is_over
			&& $this->clock->hour_of( $now ) >= self::NIGHT
			&& ( $look->began_at === null || $this->clock->day_of( $look->began_at ) !== $this->clock->day_of( $now ) );
	}

	/**
	 * Batches after the first only go on with the walk.
	 *
	 * @param list<StockRow> $begun
	 * @param int            $most  batches.
	 */
	private function batches( array $begun, StockSettings $settings, bool $changes, int $most ): void {
		$until = $this->clock->now()->modify( '+' . self::FREE_SECONDS . ' seconds' );
		try {
			$this->batch( $begun, $settings, $changes );
			while ( --$most > 0 && $this->is_free( $until ) ) {
				$this->walk( $settings, $this->calls() );
			}
		} catch ( RemoteFailure $failure ) {
			$this->rest( $failure );
		}
	}

	/**
	 * @param list<StockRow> $begun
	 * @throws RemoteFailure
	 */
	private function batch( array $begun, StockSettings $settings, bool $changes ): void {
		$calls = $this->calls();
		foreach ( $begun as $row ) {
			$this->in_its_turn( $row, fn () => $this->change->settle( $row, $settings, $calls ) );
		}
		if ( $changes ) {
			$this->do_listed( $settings, $calls );
			$this->look_at_marked( $settings, $calls );
		}
		$this->walk( $settings, $calls );
	}

	private function calls(): CallBudget {
		return new CallBudget( self::CALLS, $this->leaves_reserve( ... ) );
	}

	/** Nobody else needs the time, nor the calls of this minute as far as Sellsy has told. */
	private function is_free( \DateTimeImmutable $until ): bool {
		$now = $this->clock->now();
		return $now < $until
			&& $this->calls_left->this_minute()?->leaves_reserve( $now ) === true
			&& $this->tasks->next( $now, [], null ) === null;
	}

	/** @throws RemoteFailure */
	private function do_listed( StockSettings $settings, CallBudget $calls ): void {
		$listed = $this->rows->listed_before( $this->clock->now()->modify( self::LATER ), self::CALLS );
		foreach ( $listed as $row ) {
			if ( ! $calls->has( ChangeStock::CALLS ) ) {
				return;
			}
			$this->in_its_turn( $row, fn () => $this->change->change( $row, $settings, $calls ) );
		}
	}

	/** @throws RemoteFailure */
	private function look_at_marked( StockSettings $settings, CallBudget $calls ): void {
		foreach ( $this->rows->marked( $this->clock->now(), self::CALLS ) as $product_id ) {
			if ( ! $calls->has( 1 ) ) {
				return;
			}
			$this->in_its_turn(
				$this->rows->standing( $product_id ),
				fn () => $this->compare->compare( $product_id, $settings, $calls )
			);
		}
	}

	/**
	 * One that always fails must not hold up the others: an hour passes before its next turn.
	 *
	 * @param \Closure(): void $turn
	 * @throws RemoteFailure
	 */
	private function in_its_turn( ?StockRow $row, \Closure $turn ): void {
		try {
			$turn();
		} catch ( \Throwable $failure ) {
			if ( $row !== null && ! ( $failure instanceof RemoteFailure && $this->is_of_all( $failure ) ) ) {
				$this->rows->put_off( $row->product_id, $row->state, $this->clock->now()->modify( self::TURN_AGAIN ) );
			}
			throw $failure;
		}
	}

	/** Any other product would have met it too. */
	private function is_of_all( RemoteFailure $failure ): bool {
		return ! in_array( $failure->kind, [ FailureKind::OutcomeUnknown, FailureKind::Rejected ], true );
	}

	/**
	 * The position moves before a product is asked for: one that always fails must not hold up the others.
	 *
	 * @throws RemoteFailure
	 */
	private function walk( StockSettings $settings, CallBudget $calls ): void {
		$look = $this->looks->read();
		for ( $page = 0; $page < self::PAGES && ! $look->is_over; ++$page ) {
			$products = $this->shop->after( $look->cursor, self::PAGE );
			foreach ( $products as $product_id ) {
				$look = $look->at( $product_id );
				if ( ! $calls->has( 1 ) || ! $this->looks->keep( $look ) ) {
					return;
				}
				$this->compare->compare( $product_id, $settings, $calls );
			}
			if ( $products === [] ) {
				$this->rows->forget_unseen( $look->began_at ?? $this->clock->now() );
				$this->looks->keep( $look->ended( $this->clock->now() ) );
				return;
			}
		}
	}

	private function leaves_reserve(): bool {
		return $this->calls_left->this_minute()?->leaves_reserve( $this->clock->now() ) ?? true;
	}

	/** The next batches wait; documents do not. */
	private function rest( RemoteFailure $failure ): void {
		[ $trouble, $minutes ] = match ( $failure->kind ) {
			FailureKind::RateLimited => [ StockLook::LIMIT, 5 ],
			FailureKind::V1Missing, FailureKind::AccountBlocked => [ StockLook::NO_RIGHT, 60 ],
			default => [ StockLook::FAILED, 5 ],
		};
		$now = $this->clock->now();
		$this->looks->keep( $this->looks->read()->rests( $trouble, $now->modify( "+$minutes minutes" ) ) );
	}
}
