<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\ShopperDocuments\Rules\Awaited;
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
		private readonly DocumentsTable $table,
		private readonly BuiltScript $script,
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
		$awaited   = $this->promise->of( $order, $documents );
		if ( $documents === [] && $awaited === null ) {
			return '';
		}
		return '<section class="woocommerce-order-documents"' . $this->renewal( $order, $awaited, $key ) . '>'
			. '<h2 class="woocommerce-order-documents__title">'
			. esc_html__( 'Your documents', 'orderinvoicer' )
			. '</h2>'
			. ( $awaited === null
				? ''
				: '<p role="status">' . esc_html( $this->text->awaited( $awaited ) ) . '</p>' )
			. ( $documents === [] ? '' : $this->table->html( $order, $documents, $key ) )
			. '</section>';
	}

	/** Where the invoice is being made, the page that follows the purchase asks for it a few times. */
	private function renewal( \WC_Order $order, ?Awaited $awaited, string $key ): string {
		if ( $awaited?->is_near !== true || ! is_wc_endpoint_url( 'order-received' ) ) {
			return '';
		}
		$this->script->enqueue_alone();
		return sprintf(
			' data-orderinvoicer-renew="%s"',
			esc_url( RenewedDocuments::url( $order->get_id(), $key ) )
		);
	}

	/** Null where this page is not the guest's own: order tracking, for one, asks for no key. */
	private function key_of_guest( \WC_Order $order ): ?string {
		$key = OrderDoor::key_sent();
		return $this->door->is_shown_to_guest( $order, $key ) ? $key : null;
	}
}
