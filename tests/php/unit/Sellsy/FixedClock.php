<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\System\Clock;

final class FixedClock implements Clock {

	public const START = 1_790_000_000;

	public int $time = self::START;

	public function now(): \DateTimeImmutable {
		return new \DateTimeImmutable( '@' . $this->time );
	}

	public function today(): string {
		return $this->day_of( $this->now() );
	}

	public function day_of( \DateTimeImmutable $moment ): string {
		return $moment->format( 'Y-m-d' );
	}

	public function hour_of( \DateTimeImmutable $moment ): int {
		return (int) $moment->format( 'G' );
	}
}
