<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\WordPress\System\SystemClock;

/** The real time, and what was waited for. */
final class MovingClock implements Clock, Sleep {

	private readonly SystemClock $clock;

	public int $waited = 0;

	public function __construct() {
		$this->clock = new SystemClock();
	}

	public function now(): \DateTimeImmutable {
		return $this->clock->now()->modify( "+$this->waited seconds" );
	}

	public function milliseconds( int $milliseconds ): void {
		$this->waited += intdiv( $milliseconds, 1000 );
	}

	public function today(): string {
		return $this->clock->today();
	}

	public function day_of( \DateTimeImmutable $moment ): string {
		return $this->clock->day_of( $moment );
	}

	public function hour_of( \DateTimeImmutable $moment ): int {
		return $this->clock->hour_of( $moment );
	}
}
