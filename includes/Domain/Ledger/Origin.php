<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/**
 * Where a row came from: an order of today, or a back-fill of old orders. The latter waits behind and sends no e-mails
 * to shoppers.
 */
final class Origin {

	/**
	 * @param int  $backfill_id  0: an order of today.
	 * @param bool $stays_draft what it makes is made final by nobody but a person.
	 */
	public function __construct(
		public readonly int $backfill_id = 0,
		public readonly bool $stays_draft = false,
	) {}

	public function is_backfill(): bool {
		return $this->backfill_id > 0;
	}
}
