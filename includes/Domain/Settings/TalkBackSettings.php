<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Flag;

/** What people do in Sellsy may change orders of the shop, where the owner wants that. */
final class TalkBackSettings {

	public function __construct(
		/** An order whose document carries its whole total in confirmed payments becomes paid. */
		#[Flag]
		public readonly bool $pays_orders,
		/** Sellsy tells the shop of changes at once, by a webhook. */
		#[Flag]
		public readonly bool $webhooks,
	) {}
}
