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

/** "Your invoice will be here as soon as …", where an order has none yet and one is to come; the proforma first. */
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
		return $awaited === null ? '' : $this->text->awaited( $awaited );
	}

	/** @param list<ShopperDocument> $documents as above. */
	public function of( \WC_Order $order, array $documents ): ?Awaited {
		$kinds = array_column( $documents, 'kind' );
		if ( in_array( DocumentKind::Invoice, $kinds, true ) ) {
			return null;
		}
		$may_be_first = ! in_array( DocumentKind::Proforma, $kinds, true ) && $this->to_come->is_to_be_paid( $order );
		return ( $may_be_first
			? $this->awaited->proforma( $order->get_id(), $this->to_come->facts( $order, DocumentKind::Proforma ) )
			: null )
			?? $this->awaited->of(
				$order->get_id(),
				$this->to_come->facts( $order ),
				Decimal::from_string( (string) $order->get_total( 'edit' ) )->is_zero()
			);
	}
}
