<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\WooCommerce\AsTheShop;

/** The documents of one order, each with its download. */
final class DocumentsTable {

	public function __construct( private readonly ShopperText $text ) {}

	/**
	 * @param list<ShopperDocument> $documents
	 * @param string                $key       the order's, for a guest.
	 * @return string HTML.
	 */
	public function html( \WC_Order $order, array $documents, string $key ): string {
		$heads = [
			'document' => __( 'Document', 'orderinvoicer' ),
			'number'   => __( 'Number', 'orderinvoicer' ),
			'date'     => __( 'Date', 'orderinvoicer' ),
			'total'    => __( 'Total', 'orderinvoicer' ),
			'state'    => __( 'State', 'orderinvoicer' ),
			'download' => __( 'Download', 'orderinvoicer' ),
		];
		$rows  = '';
		foreach ( $documents as $document ) {
			$rows .= '<tr>' . $this->cells( $heads, $this->values( $document, $order, $key ) ) . '</tr>';
		}
		$titles = array_map(
			static fn ( string $head ): string => '<th scope="col">' . esc_html( $head ) . '</th>',
			$heads
		);
		return '<table class="woocommerce-table shop_table shop_table_responsive woocommerce-table--order-documents">'
			. '<thead><tr>' . implode( '', $titles ) . "</tr></thead><tbody>$rows</tbody></table>";
	}

	/**
	 * @param array<string, string> $heads
	 * @param array<string, string> $values HTML, by column.
	 */
	private function cells( array $heads, array $values ): string {
		$cells = '';
		foreach ( $values as $column => $value ) {
			$cells .= sprintf(
				'<td class="order-document-%1$s" data-title="%2$s">%3$s</td>',
				// WooCommerce prints the title before a cell on a phone, but not of actions: a button says it.
				esc_attr( $column === 'download' ? 'download actions' : $column ),
				esc_attr( $heads[ $column ] ?? '' ),
				$value
			);
		}
		return $cells;
	}

	/** @return array<string, string> HTML, by column. */
	private function values( ShopperDocument $document, \WC_Order $order, string $key ): array {
		return [
			'document' => esc_html( $this->text->name( $document ) ),
			'number'   => esc_html( $document->number ),
			'date'     => esc_html( self::day( $document->date ) ),
			'total'    => self::amount( $document ),
			'state'    => esc_html( $this->text->state( $document ) ),
			'download' => sprintf(
				'<a class="woocommerce-button button" href="%1$s" rel="nofollow" aria-label="%2$s">%3$s</a>',
				esc_url( DownloadLink::url( $order->get_id(), $document->task_id, $key ) ),
				esc_attr( $this->text->download( $document->kind, $document->number, $document->is_credited ) ),
				esc_html__( 'Download', 'orderinvoicer' )
			),
		];
	}

	private static function day( ?string $date ): string {
		$day = AsTheShop::day( $date ?? '' );
		return $day === '' ? __( 'see the document', 'orderinvoicer' ) : $day;
	}

	private static function amount( ShopperDocument $document ): string {
		if ( $document->incl_tax === null || $document->currency === null ) {
			return esc_html__( 'see the document', 'orderinvoicer' );
		}
		$decimals = Currency::from_code( $document->currency )->decimals;
		$total    = Decimal::of_minor( $document->incl_tax, $decimals );
		return AsTheShop::price( $total->to_string(), $document->currency );
	}
}
