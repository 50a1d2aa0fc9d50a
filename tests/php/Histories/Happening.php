<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

/** What may happen to an order, and while it is worked on. */
enum Happening: string {
	case Paid            = 'is paid';
	case Completed       = 'is completed';
	case Edited          = 'is edited';
	case Refunded        = 'a line is refunded';
	case RefundedBySum   = 'a sum is refunded';
	case RefundDeleted   = 'the last refund is deleted';
	case Cancelled       = 'is cancelled';
	case Reinstated      = 'is reinstated';
	case OwnerFinalises  = 'the owner makes the draft final in Sellsy';
	case OwnerRecords    = 'the owner records the payment in Sellsy';
	case OwnerTakesOff   = 'the owner takes the payments off the invoice in Sellsy';
	case OwnerCancels    = 'the owner cancels the invoice in Sellsy';
	case OwnerDeletes    = 'the owner deletes the draft in Sellsy';
	case OwnerRenames    = 'the owner renames the customer in Sellsy';
	case PersonRetries   = 'a person tries all again';
	case PersonReissues  = 'a person has the invoice issued anew';
	case PersonDidIt     = 'a person did the first of it by hand';
	case BuysAgain       = 'the same buyer places another order and pays it';
	case BackupPutBack   = 'the database is put back to where it was before the last of this';
	case HoursPass       = 'hours pass';
	case HookIsLost      = '(the next hook is not heard)';
	case RunnerDies      = '(a runner dies)';
	case AnswerIsLost    = '(an answer is lost)';
	case AnswerIsRefused = '(Sellsy has no quota left)';
	case SellsyIsDown    = '(Sellsy is away for minutes)';
	case OrderUnreadable = '(the database does not answer)';
	case CopyIsBehind    = '(the next hook reads an old copy of the database)';
	case ClockLeapsForth = '(the clock leaps forth)';
	case ClockLeapsBack  = '(the clock leaps back)';
	case ToldTwice       = '(Sellsy tells twice what happens next)';
	case ToldLate        = '(Sellsy tells late what happens next)';
	case ToldNever       = '(what Sellsy tells next is lost)';
	case ToldOutOfOrder  = '(Sellsy tells the newest first, and what was told again)';

	/** Nothing of it may be seen in the end. */
	public function is_fault(): bool {
		return $this->value[0] === '(';
	}

	/** It is about what the person is told. */
	public function is_by_person(): bool {
		return in_array( $this, [ self::PersonRetries, self::PersonReissues, self::PersonDidIt ], true );
	}

	/** How often among all. */
	public function weight(): int {
		return match ( $this ) {
			self::Paid, self::Refunded, self::Edited, self::PersonReissues => 4,
			self::OwnerRecords, self::RunnerDies, self::AnswerIsLost, self::HookIsLost, self::RefundedBySum => 3,
			self::Cancelled, self::OwnerFinalises, self::OwnerCancels, self::HoursPass => 2,
			default => 1,
		};
	}
}
