<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** What a refund or a cancellation does beside its credit note. */
final class RefundSettings {

	/** The draft invoice is changed to what remains. */
	public const UPDATE = 'update';
	/** The draft stays; the credit note follows once the invoice is final. */
	public const CREDIT = 'credit';

	/**
	 * @param string $of_draft         UPDATE or CREDIT: what a refund does while the invoice is a draft.
	 * @param bool   $credit_cancelled a cancelled order's final invoice is credited in full.
	 */
	public function __construct(
		public readonly string $of_draft,
		public readonly bool $credit_cancelled,
	) {}
}
