<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Sellsy\Transport\SeenQuota;

/** Behind live orders: whether a run may go on now. */
final class Pace {

	/** By this a run stops on a copy, and where another account is connected. */
	public const COPY = 'copy';

	/** Calls of a day that are left to orders. */
	public const DAY_RESERVE = 30;

	/** Seconds, after which it is looked again. */
	public const LONGEST = 300;

	/** More than a trial makes in one go. */
	private const SECOND = 5;
	private const ORDERS = 10;

	public function __construct(
		private readonly DueTasks $tasks,
		private readonly BackgroundWork $background,
		private readonly SeenQuota $quota,
		private readonly SiteGuard $guard,
		private readonly Pauses $pauses,
		private readonly Clock $clock,
	) {}

	/** Null: it may. */
	public function holds_up(): ?Progress {
		$now    = $this->clock->now();
		$minute = $this->quota->this_minute();
		$until  = $this->stands_still( $now );
		return match ( true ) {
			$this->guard->is_frozen() => Progress::stopped( self::COPY ),
			( $this->quota->left( 'day' ) ?? self::DAY_RESERVE ) < self::DAY_RESERVE => Progress::stopped( 'day' ),
			$until !== null && $this->is_for_lack_of_calls()
				=> Progress::waits( 'minute', min( self::LONGEST, $until->getTimestamp() - $now->getTimestamp() ) ),
			$until === null && $this->are_orders_worked( $now ) => Progress::waits( 'orders', self::ORDERS ),
			$minute !== null && ! $minute->leaves_reserve( $now )
				=> Progress::waits( 'minute', intdiv( $minute->wait( $now ), 1000 ) ),
			( $this->quota->left_this_second() ?? self::SECOND ) < self::SECOND => Progress::waits( 'second', 1 ),
			default => null,
		};
	}

	/** Where nothing works in the background, orders would hold it up for ever, and lose nothing by it. */
	private function are_orders_worked( \DateTimeImmutable $now ): bool {
		return $this->background->goes_on() && $this->tasks->next( $now, [], null )?->is_backfill === false;
	}

	/** Until when no order is worked anyhow: whoever looks for the cause need not wait for them. */
	private function stands_still( \DateTimeImmutable $now ): ?\DateTimeImmutable {
		$until = $this->pauses->current()?->until;
		return $until > $now ? $until : null;
	}

	private function is_for_lack_of_calls(): bool {
		return $this->pauses->current()?->problem->code === ProblemCode::RateLimited;
	}

	public function calls(): int {
		return $this->quota->calls();
	}
}
