<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Webhooks;

defined( 'ABSPATH' ) || exit;

/** How many events are taken. What is left out is seen by the look. */
interface EventLimit {

	public const A_MINUTE = 60;

	/** @return bool false: this minute has had its events. */
	public function take( \DateTimeImmutable $now ): bool;
}
