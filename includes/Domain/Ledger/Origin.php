<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/**
 * Where a row came from: an order of today, or a back-fill of old orders. The latter waits behind and sends no e-mails
 * to shoppers.
 */
final class Origin {

	/** No back-fill has this id: payments of before, which a person has recorded late. They wait behind as well. */
	private const EARLIER_PAYMENTS = 4294967295;

	/**
	 * @param int  $backfill_id  0: an order of today.
	 * @param bool $stays_draft what it makes is made final by nobody but a person.
	 */
	public function __construct(
		public readonly int $backfill_id = 0,
		public readonly bool $stays_draft = false,
	) {}

	public static function earlier_payments(): self {
		return new self( self::EARLIER_PAYMENTS );
	}

	public function is_backfill(): bool {
		return $this->backfill_id > 0;
	}
}
