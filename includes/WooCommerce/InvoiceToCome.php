<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\WooCommerce\Order\Stored;

/** What an order of the shop without an invoice waits for, whoever wants to know. */
final class InvoiceToCome {

	/** @param \Closure(): WooOrderEvents $order_events */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly WorkflowSelector $selector,
		private readonly DocumentMeta $meta,
		private readonly OrderTraitsReader $traits,
		private readonly \Closure $order_events,
	) {}

	/**
	 * @return string a trigger's value, or that of `ProblemCode::FreeOrder`; empty where nothing is to come, or where
	 *                the order cannot be read.
	 */
	public function trigger( \WC_Order $order ): string {
		try {
			$settings = $this->settings->get();
			$invoice  = $settings->workflow( DocumentKind::Invoice );
			$trigger  = $this->selector->awaited( $invoice, $this->facts( $order ) ) ?? '';
			$is_free  = ! $settings->free_orders && Stored::decimal( $order->get_total( 'edit' ) )->is_zero();
			return $trigger !== '' && $is_free ? ProblemCode::FreeOrder->value : $trigger;
		} catch ( \InvalidArgumentException ) {
			return '';
		}
	}

	/** The sale stands, nobody has paid, and nothing else invoiced it: a proforma is of use. */
	public function is_to_be_paid( \WC_Order $order ): bool {
		$facts = $this->facts( $order );
		return $facts->foreign_url === ''
			&& ! $this->selector->is_paid( $facts )
			&& ! WorkflowSelector::is_over( $facts->status );
	}

	/** What was shipped is left open: it only decides when, and the trigger says that. */
	public function facts( \WC_Order $order, DocumentKind $kind = DocumentKind::Invoice ): OrderFacts {
		$created = $order->get_date_created();
		return new OrderFacts(
			status: $order->get_status(),
			paid_statuses: array_values( array_filter( wc_get_is_paid_statuses(), is_string( ... ) ) ),
			payment_complete: false,
			has_date_paid: $order->get_date_paid() !== null,
			created_day: $created === null ? '' : (string) wp_date( 'Y-m-d', $created->getTimestamp() ),
			foreign_url: $this->meta->url( $order, DocumentKind::Invoice ),
			rule: $this->traits->rule( $kind, $order, $this->settings->get() ),
			moments: ( $this->order_events )()->moments( $order, '' ),
		);
	}
}
