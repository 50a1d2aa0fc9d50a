<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

/** Up to when the shop's saved orders have been looked at. */
interface EditsSeen {

	/** The last second that was looked at; null before the first time. */
	public function until(): ?\DateTimeImmutable;

	public function keep( \DateTimeImmutable $until ): void;
}
