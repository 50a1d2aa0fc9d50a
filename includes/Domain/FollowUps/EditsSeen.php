<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

/** How far the shop's saved orders have been looked at. */
interface EditsSeen {

	/** The last one that was looked at; null before the first time. */
	public function last(): ?SavedOrder;

	/**
	 * Since when the plugin has been listening: what came into its status before is no document's reason. Null when it
	 * has just been switched on.
	 */
	public function listening_since(): ?\DateTimeImmutable;

	public function keep( SavedOrder $last, \DateTimeImmutable $listening_since ): void;
}
