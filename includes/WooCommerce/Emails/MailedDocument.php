<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\WooCommerce\AsTheShop;

/** What an e-mail says of a document. */
final class MailedDocument {

	/**
	 * @param string $date     `Y-m-d`; empty where it is not known.
	 * @param string $total    TTC, decimal.
	 * @param string $currency ISO 4217 code.
	 */
	public function __construct(
		public readonly string $number,
		private readonly string $date,
		private readonly string $total,
		private readonly string $currency,
	) {}

	public static function from( RemoteDocument $document, \WC_Order $order ): self {
		return new self(
			number: $document->number,
			date: $document->date,
			total: $document->amounts->incl_tax->to_string(),
			currency: $document->currency === '' ? $order->get_currency() : $document->currency
		);
	}

	/** For the preview. */
	public static function sample( \WC_Order $order ): self {
		return new self(
			number: self::example_number(),
			date: wc_format_datetime( $order->get_date_created() ?? new \WC_DateTime(), 'Y-m-d' ),
			total: (string) $order->get_total(),
			currency: $order->get_currency()
		);
	}

	/** Nobody takes it for one of their documents. */
	public static function example_number(): string {
		/* translators: number of an invoice in the preview of an e-mail, and name of its file. */
		return __( 'EXAMPLE-1', 'orderinvoicer' );
	}

	/** As the shop writes dates. */
	public function date(): string {
		return AsTheShop::day( $this->date );
	}

	/** As the shop writes prices; plain text. */
	public function total(): string {
		$price = AsTheShop::price( $this->total, $this->currency );
		return html_entity_decode( wp_strip_all_tags( $price ), ENT_QUOTES, 'UTF-8' );
	}
}
