<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\System\Clock;

final class FakeClock implements Clock {

	public function __construct(
		private \DateTimeImmutable $now = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) ),
	) {}

	public function now(): \DateTimeImmutable {
		return $this->now;
	}

	public function today(): string {
		return $this->day_of( $this->now );
	}

	public function day_of( \DateTimeImmutable $moment ): string {
		return $moment->setTimezone( new \DateTimeZone( 'Europe/Paris' ) )->format( 'Y-m-d' );
	}

	public function hour_of( \DateTimeImmutable $moment ): int {
		return (int) $moment->setTimezone( new \DateTimeZone( 'Europe/Paris' ) )->format( 'G' );
	}

	public function advance_milliseconds( int $milliseconds ): void {
		$this->now = $this->now->modify( '+' . $milliseconds * 1000 . ' microseconds' );
	}

	public function advance( int $seconds ): void {
		$this->now = $this->now->modify( "+$seconds seconds" );
	}
}
