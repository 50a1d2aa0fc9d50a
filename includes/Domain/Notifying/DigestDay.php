<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Notifying;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/** The day of the newest digest that could be due, in the shop's time zone: a day's digest is due from its hour on. */
final class DigestDay {

	public function __construct( private readonly Clock $clock ) {}

	public function newest( int $hour ): string {
		$now   = $this->clock->now();
		$today = $this->clock->day_of( $now );
		return $this->clock->hour_of( $now ) >= $hour
			? $today
			: ( new \DateTimeImmutable( $today ) )->modify( '-1 day' )->format( 'Y-m-d' );
	}
}
