<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Downloads;

defined( 'ABSPATH' ) || exit;

/** How often the documents of an order are fetched from Sellsy. */
interface DownloadLimit {

	/**
	 * Counts one more, unless there were too many. Of two at once each is counted.
	 *
	 * @return int seconds until one more is allowed; 0: this one is, and was counted.
	 */
	public function take( int $order_id, \DateTimeImmutable $now ): int;

	/** The one that was counted last brought nothing, by no fault of the buyer. */
	public function give_back( int $order_id, \DateTimeImmutable $now ): void;
}
