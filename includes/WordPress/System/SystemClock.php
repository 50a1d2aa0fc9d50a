<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

final class SystemClock implements Clock {

	public function now(): \DateTimeImmutable {
		return new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) );
	}

	public function today(): string {
		return $this->day_of( $this->now() );
	}

	public function day_of( \DateTimeImmutable $moment ): string {
		return $moment->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}

	public function hour_of( \DateTimeImmutable $moment ): int {
		return (int) $moment->setTimezone( wp_timezone() )->format( 'G' );
	}
}
