<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

interface Clock {

	/** Now, UTC. */
	public function now(): \DateTimeImmutable;

	/** Today in the shop's time zone, `Y-m-d`. */
	public function today(): string;

	/** That moment's day in the shop's time zone, `Y-m-d`. */
	public function day_of( \DateTimeImmutable $moment ): string;

	/** That moment's hour in the shop's time zone, 0 to 23. */
	public function hour_of( \DateTimeImmutable $moment ): int;
}
