<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

/** Plays a history on a stage. What makes no sense where it comes, such as a refund of nothing, does not happen. */
final class Teller {

	/** An hour, a day, and beyond the night in March in which clocks are changed. */
	private const LEAPS = [ 3600, 86400, 28 * 86400 ];

	private readonly Bank $bank;
	private readonly Post $post;
	private Shape $shape;

	public function __construct( private readonly Stage $stage ) {
		$this->bank = new Bank();
		$this->post = new Post( $stage );
	}

	public function tell( History $history ): Books {
		$this->shape = $history->shape;
		$this->stage->place( $history );
		$history->rests ? $this->stage->rest() : $this->stage->minutes( 1 );
		foreach ( $history->events as $place => [ $event, $number ] ) {
			if ( ( $history->events[ $place + 1 ][0] ?? null ) === Happening::BackupPutBack ) {
				$this->stage->backup_is_made();
			}
			if ( $history->rests && $event->is_by_person() ) {
				$this->stage->minutes( 200 ); // What was done in Sellsy is seen by then.
			}
			$this->bank->sells( $this->stage->total() );
			$this->happens( $event, $number, $place );
			$this->bank->sells( $this->stage->total() );
			$this->post->brings();
			$history->rests ? $this->stage->rest() : $this->stage->minutes( $number % 7 );
		}
		$this->stage->rest();
		$this->post->brings();
		$this->stage->a_day();
		$this->post->brings(); // What was late.
		$this->stage->rest();
		return new Books( $this->stage, $this->bank );
	}

	private function happens( Happening $event, int $number, int $place ): void {
		$stage = $this->stage;
		match ( $event ) {
			Happening::Paid            => $this->is_paid(),
			Happening::Completed       => $stage->status() === 'cancelled' ? null : $this->is_moved( 'completed' ),
			Happening::Edited          => $this->is_edited( $number ),
			Happening::Refunded        => $this->is_refunded( $number, has_line: true ),
			Happening::RefundedBySum   => $this->is_refunded( $number, has_line: false ),
			Happening::RefundDeleted   => $this->bank->has_money() ? null : $stage->deletes_last_refund(),
			Happening::Cancelled       => $stage->moves( 'cancelled' ),
			Happening::Reinstated      => $stage->status() === 'cancelled' ? $this->is_moved( 'processing' ) : null,
			Happening::OwnerFinalises  => $stage->owner_finalises(),
			Happening::OwnerRecords    => $this->owner_records( $number % 3 === 0 ),
			Happening::OwnerTakesOff   => $stage->owner_takes_off(),
			Happening::OwnerCancels    => $stage->owner_cancels(),
			Happening::OwnerDeletes    => $stage->owner_deletes_draft(),
			Happening::OwnerRenames    => $stage->owner_renames(),
			Happening::PersonRetries   => $stage->person_retries(),
			Happening::PersonReissues  => $stage->person_reissues(),
			Happening::PersonDidIt     => $stage->person_did_it(),
			Happening::HoursPass       => $stage->minutes( 200 ),
			Happening::HookIsLost      => $stage->hook_is_lost(),
			Happening::RunnerDies      => $stage->runner_dies( 1 + $number % 90 ),
			Happening::AnswerIsLost    => $stage->answer_is_lost( $number, $number % 2 === 0 ),
			Happening::AnswerIsRefused => $stage->quota_is_used_up( $number ),
			Happening::SellsyIsDown    => $stage->sellsy_is_away(),
			Happening::OrderUnreadable => $stage->database_is_away(),
			Happening::CopyIsBehind    => $stage->copy_is_behind(),
			Happening::ClockLeapsForth => $stage->clock_leaps( self::LEAPS[ $number % 3 ] ),
			Happening::ClockLeapsBack  => $this->clock_leaps_back( self::LEAPS[ $number % 2 ] ),
			Happening::BuysAgain       => $this->bank->buys_again( $stage->buys_again() ),
			Happening::BackupPutBack   => $place > 0 ? $this->is_put_back() : null,
			default                    => $this->post->goes_wrong( $event ),
		};
	}

	/** Not between a refund and the payment that it lowers: which of the two came first could not be told. */
	private function clock_leaps_back( int $seconds ): void {
		if ( $this->stage->has_date_paid() || $this->stage->refunded()->is_zero() ) {
			$this->stage->clock_leaps( -$seconds );
		}
	}

	private function is_put_back(): void {
		$this->bank->shop_forgets();
		$this->stage->backup_is_put_back();
	}

	/** WooCommerce takes an order that it may send, or has sent, for paid: its owner has the money. */
	private function is_moved( string $status ): void {
		$this->stage->moves( $status );
		if ( $this->stage->has_date_paid() && ! $this->bank->has_money() ) {
			$this->bank->receive( $this->stage->total()->minus( $this->stage->refunded() ) );
		}
	}

	/** Of what was given back before, nothing comes. */
	private function is_paid(): void {
		if ( ! $this->stage->has_date_paid() && $this->stage->status() !== 'cancelled' ) {
			$this->bank->receive( $this->stage->total()->minus( $this->stage->refunded() ) );
			$this->stage->pays();
		}
	}

	private function is_edited( int $number ): void {
		if ( $this->stage->refunded()->is_zero() && $this->stage->status() !== 'cancelled' ) {
			$this->stage->edits( $this->shape->sum( 100 * ( 20 + $number % 40 ) + $number % 100 ) );
		}
	}

	private function is_refunded( int $number, bool $has_line ): void {
		$left = $this->stage->total()->minus( $this->shape->part() )->minus( $this->stage->refunded() );
		if ( ! $left->is_positive() || $this->stage->status() === 'cancelled' ) {
			return;
		}
		$ht     = $this->shape->sum( 100 + $number );
		$amount = $this->shape->percent( $ht, 120 );
		$is_all = $amount->compare( $left ) > 0;
		$amount = $is_all ? $left : $amount;
		if ( $this->bank->has_money() ) {
			$this->bank->give_back( $amount );
		}
		$this->stage->refunds( $amount, $has_line && ! $is_all ? $ht : null );
	}

	/** A transfer that nobody told the shop of: the card paid its part all the same. */
	private function owner_records( bool $all ): void {
		$is_paid  = $this->stage->has_date_paid() || $this->bank->has_money();
		$recorded = $is_paid ? null : $this->stage->owner_records( $all );
		if ( $recorded !== null ) {
			$this->bank->receive( $all ? $recorded : $recorded->plus( $this->shape->part() ) );
			$this->bank->owner_enters( $recorded );
		}
	}
}
