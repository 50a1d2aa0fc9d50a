<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\AsTheShop;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * The documents below an order: in My account, and on the confirmation page, which is the guest's order link too. The
 * classic template and the block of the order's totals fire the same hook.
 */
final class OrderDocuments {

	/** @var array<int, true> orders whose documents stand on this page. */
	private array $drawn = [];

	public function __construct(
		private readonly VisibleDocuments $documents,
		private readonly InvoicePromise $promise,
		private readonly OrderDoor $door,
		private readonly ShopperText $text,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action(
			'woocommerce_order_details_after_order_table',
			[ $this, 'handle_woocommerce_order_details_after_order_table' ]
		);
	}

	/** A page of the shop is never in want of this. */
	public function handle_woocommerce_order_details_after_order_table( mixed $order ): void {
		if ( ! $order instanceof \WC_Order || isset( $this->drawn[ $order->get_id() ] ) ) {
			return;
		}
		try {
			$section = $this->section( $order );
		} catch ( \Throwable $error ) {
			$this->logger->error(
				'Documents could not be shown to a shopper.',
				[ 'order_id' => $order->get_id() ],
				$error
			);
			return;
		}
		if ( $section !== '' ) {
			$this->drawn[ $order->get_id() ] = true;
			echo wp_kses_post( $section );
		}
	}

	private function section( \WC_Order $order ): string {
		$key = $this->door->is_customer( $order ) ? '' : $this->key_of_guest( $order );
		if ( $key === null ) {
			return '';
		}
		$documents = $this->documents->of( $order );
		$promise   = $this->promise->sentence( $order, $documents );
		if ( $documents === [] && $promise === '' ) {
			return '';
		}
		return '<section class="woocommerce-order-documents">'
			. '<h2 class="woocommerce-order-documents__title">'
			. esc_html__( 'Your documents', 'orderinvoicer' )
			. '</h2>'
			. ( $promise === '' ? '' : '<p>' . esc_html( $promise ) . '</p>' )
			. ( $documents === [] ? '' : $this->table( $order, $documents, $key ) )
			. '</section>';
	}

	/** Null where this page is not the guest's own: order tracking, for one, asks for no key. */
	private function key_of_guest( \WC_Order $order ): ?string {
		$key = OrderDoor::key_sent();
		return $this->door->is_shown_to_guest( $order, $key ) ? $key : null;
	}

	/** @param list<ShopperDocument> $documents */
	private function table( \WC_Order $order, array $documents, string $key ): string {
		$heads = [
			'document' => __( 'Document', 'orderinvoicer' ),
			'number'   => __( 'Number', 'orderinvoicer' ),
			'date'     => __( 'Date', 'orderinvoicer' ),
			'total'    => __( 'Total', 'orderinvoicer' ),
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
				esc_attr( $column ),
				esc_attr( $heads[ $column ] ?? '' ),
				$value
			);
		}
		return $cells;
	}

	/** @return array<string, string> HTML, by column. */
	private function values( ShopperDocument $document, \WC_Order $order, string $key ): array {
		return [
			'document' => esc_html( $this->text->kind( $document ) ),
			'number'   => esc_html( $document->number ),
			'date'     => esc_html( self::day( $document->date ) ),
			'total'    => self::amount( $document ),
			'download' => sprintf(
				'<a href="%1$s" rel="nofollow" aria-label="%2$s">%3$s</a>',
				esc_url( DownloadLink::url( $order->get_id(), $document->task_id, $key ) ),
				esc_attr( $this->text->download( $document->kind, $document->number, $document->is_credited ) ),
				esc_html__( 'Download', 'orderinvoicer' )
			),
		];
	}

	private static function day( ?string $date ): string {
		$day = AsTheShop::day( $date ?? '' );
		return $day === '' ? '–' : $day;
	}

	private static function amount( ShopperDocument $document ): string {
		if ( $document->incl_tax === null || $document->currency === null ) {
			return '–';
		}
		$decimals = Currency::from_code( $document->currency )->decimals;
		$total    = Decimal::of_minor( $document->incl_tax, $decimals );
		return AsTheShop::price( $total->to_string(), $document->currency );
	}
}
