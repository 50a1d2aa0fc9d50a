<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

/** The invoice workflow as the owner set it. */
final class InvoiceSettings {

	/**
	 * @param string   $start_date      `Y-m-d` in the shop's time zone; older orders are never touched by themselves. Empty until Sellsy is connected.
	 * @param bool     $finalise        false keeps the document a draft.
	 * @param int|null $owner_id        Sellsy staff.
	 * @param int|null $model_id        Sellsy document model.
	 * @param string   $subject         with placeholders such as `{order_number}`.
	 */
	public function __construct(
		public readonly bool $enabled,
		public readonly Trigger $trigger,
		public readonly string $start_date,
		public readonly bool $finalise,
		public readonly ?int $owner_id,
		public readonly ?int $model_id,
		public readonly ?int $rate_category_id,
		public readonly ?int $payment_term_id,
		public readonly string $subject,
		public readonly string $note,
	) {}
}
