<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\ShopperDocuments\Rules\Awaited;
use OrderInvoicer\Features\ShopperDocuments\Rules\AwaitedInvoice;
use OrderInvoicer\WooCommerce\InvoiceToCome;

/** "Your invoice will be here as soon as …", where an order has none yet and one is to come. */
final class InvoicePromise {

	public function __construct(
		private readonly AwaitedInvoice $awaited,
		private readonly InvoiceToCome $to_come,
		private readonly ShopperText $text,
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
				$this->to_come->facts( $order ),
				Decimal::from_string( (string) $order->get_total( 'edit' ) )->is_zero()
			);
	}
}
