<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** What the owner set for one kind of document. */
final class WorkflowSettings {

	/**
	 * @param string   $start_date      `Y-m-d` in the shop's time zone; older orders are never touched by themselves. Empty until Sellsy is connected.
	 * @param Finalise $finalise        only where Sellsy validates the kind.
	 * @param bool     $email           Sellsy sends the document to the customer, once.
	 * @param int|null $owner_id        Sellsy staff.
	 * @param int|null $model_id        Sellsy document model; left out where the document has a parent, Sellsy takes one of the two.
	 * @param int|null $payment_term_id invoices only.
	 * @param string   $subject         with placeholders such as `{order_number}`.
	 */
	public function __construct(
		public readonly bool $enabled,
		public readonly Trigger $trigger,
		public readonly string $start_date,
		public readonly Finalise $finalise,
		public readonly bool $email,
		public readonly ?int $owner_id,
		public readonly ?int $model_id,
		public readonly ?int $rate_category_id,
		public readonly ?int $payment_term_id,
		public readonly string $subject,
		public readonly string $note,
	) {}
}
