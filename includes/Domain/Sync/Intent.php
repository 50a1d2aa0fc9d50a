<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sync;

defined( 'ABSPATH' ) || exit;

/** What is about to be created, written before the request: by it the document is found again and judged later. */
final class Intent {

	/**
	 * @param string $key           on the document; the order's number may change after.
	 * @param string $excl_tax      HT, decimal string; empty before anything was sent.
	 * @param string $snapshot_hash what of the order is billed.
	 */
	public function __construct(
		public readonly string $key = '',
		public readonly string $excl_tax = '',
		public readonly string $snapshot_hash = '',
	) {}
}
