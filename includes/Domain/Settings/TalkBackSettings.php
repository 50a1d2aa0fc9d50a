<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Text;

/** What people do in Sellsy may change orders of the shop, where the owner wants that. */
final class TalkBackSettings {

	/** An order status without wc-, or none. No step of a proforma says that a sale is off. */
	private const STATUS = '^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$';

	public function __construct(
		/** An order whose document carries its whole total in confirmed payments becomes paid. */
		#[Flag]
		public readonly bool $pays_orders,
		/** Sellsy tells the shop of changes at once, by a webhook. */
		#[Flag]
		public readonly bool $webhooks,
		#[Text( pattern: self::STATUS, description: 'Of an order whose proforma was accepted; empty: as it is.' )]
		public readonly string $proforma_accepted,
		#[Text( pattern: self::STATUS, description: 'Of an order whose proforma was invoiced; empty: as it is.' )]
		public readonly string $proforma_invoiced,
	) {}

	/** Proformas are looked at only where the owner switched on something that needs it: each round asks API v1. */
	public function watches_proformas(): bool {
		return $this->webhooks || $this->proforma_accepted !== '' || $this->proforma_invoiced !== '';
	}
}
