<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** What is about to be created, written down before the request. The document is found again and judged by it. */
final class Intent {

	/** In place of a key, and unlike any: nothing was sent, a person linked a document that somebody made. */
	public const LINKED = 'linked';

	/**
	 * @param string $key           on the document; the order's number may change after.
	 * @param string $excl_tax      HT, decimal string; of a payment what it is worth; empty before anything was sent.
	 * @param string $snapshot_hash what of the order is billed.
	 */
	public function __construct(
		public readonly string $key = '',
		public readonly string $excl_tax = '',
		public readonly string $snapshot_hash = '',
	) {}

	/** The order says something else by now. Of a row that was never sent nothing can be said. */
	public function is_behind( OrderSnapshot $billed ): bool {
		return $this->snapshot_hash !== ''
			&& ! OrderFingerprint::from_order( $billed )->is_like( OrderFingerprint::read( $this->snapshot_hash ) );
	}

	/** The goods have left since, which a draft still has to say. */
	public function is_shipped_since( OrderSnapshot $billed ): bool {
		return $this->snapshot_hash !== ''
			&& ! OrderFingerprint::from_order( $billed )
				->was_shipped_like( OrderFingerprint::read( $this->snapshot_hash ) );
	}
}
