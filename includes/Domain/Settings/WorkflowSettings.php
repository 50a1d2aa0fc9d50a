<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\OptionalId;
use OrderInvoicer\Domain\Settings\Fields\Text;

/** What the owner set for one kind of document. */
final class WorkflowSettings {

	public function __construct(
		#[Flag]
		public readonly bool $enabled,
		#[Text( Trigger::CONFIRMED, pattern: Trigger::PATTERN, as: Trigger::class, description: Trigger::ABOUT )]
		public readonly Trigger $trigger,
		#[Text(
			pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
			description: 'Y-m-d in the time zone of the shop; orders created before are never touched by themselves.'
				. ' Empty until Sellsy is connected.'
		)]
		public readonly string $start_date,
		#[Text( Finalise::MANUAL, pattern: Finalise::PATTERN, as: Finalise::class, description: Finalise::ABOUT )]
		public readonly Finalise $finalise,
		#[Flag( description: 'Sellsy sends the document to the customer, once.' )]
		public readonly bool $email,
		/** Sellsy staff. */
		#[OptionalId]
		public readonly ?int $owner_id,
		/** Sellsy document model; left out where the document has a parent, Sellsy takes one of the two. */
		#[OptionalId]
		public readonly ?int $model_id,
		#[OptionalId]
		public readonly ?int $rate_category_id,
		/** Invoices only. */
		#[OptionalId]
		public readonly ?int $payment_term_id,
		/** With placeholders such as `{order_number}`. */
		#[Text( longest: 255, is_free: true )]
		public readonly string $subject,
		#[Text( longest: 2000, is_free: true )]
		public readonly string $note,
	) {}
}
