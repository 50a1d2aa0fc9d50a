<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\ShopperDocuments\Rules\Awaited;
use OrderInvoicer\Features\ShopperDocuments\Rules\AwaitedInvoice;
use OrderInvoicer\WooCommerce\DocumentMeta;

/** "Your invoice will be here as soon as …", where an order has none yet and one is to come. */
final class InvoicePromise {

	/**
	 * @param \Closure( \WC_Order ): int           $rule    the rule by which its invoice is made.
	 * @param \Closure( \WC_Order ): ?OrderMoments $moments when it came by what its invoice waits for.
	 */
	public function __construct(
		private readonly AwaitedInvoice $awaited,
		private readonly DocumentMeta $meta,
		private readonly ShopperText $text,
		private readonly \Closure $rule,
		private readonly \Closure $moments,
	) {}

	/**
	 * @param list<ShopperDocument> $documents those that the order has.
	 * @return string empty where nothing is promised.
	 */
	public function sentence( \WC_Order $order, array $documents ): string {
		$awaited = $this->of( $order, $documents );
		return $awaited === null ? '' : $this->text->awaited( $awaited->trigger );
	}

	/** @param list<ShopperDocument> $documents as above. */
	public function of( \WC_Order $order, array $documents ): ?Awaited {
		return in_array( DocumentKind::Invoice, array_column( $documents, 'kind' ), true )
			? null
			: $this->awaited->of(
				$order->get_id(),
				$this->facts( $order ),
				Decimal::from_string( (string) $order->get_total( 'edit' ) )->is_zero()
			);
	}

	/** What the invoice of an order without one waits for, whoever may read it: as AwaitedInvoice has it. */
	public function awaited( \WC_Order $order ): ?string {
		return $this->awaited->trigger( $this->facts( $order ) );
	}

	/** What was shipped is left open: it only decides when, and the trigger says that. */
	private function facts( \WC_Order $order ): OrderFacts {
		$created = $order->get_date_created();
		return new OrderFacts(
			status: $order->get_status(),
			paid_statuses: array_values( array_filter( wc_get_is_paid_statuses(), is_string( ... ) ) ),
			payment_complete: false,
			has_date_paid: $order->get_date_paid() !== null,
			created_day: $created === null ? '' : (string) wp_date( 'Y-m-d', $created->getTimestamp() ),
			foreign_url: $this->meta->url( $order, DocumentKind::Invoice ),
			rule: ( $this->rule )( $order ),
			moments: ( $this->moments )( $order ),
		);
	}
}
