<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\ShopperDocuments\Rules\AwaitedInvoice;
use OrderInvoicer\Features\ShopperDocuments\Rules\Progress;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\WooCommerce\Shopper\Entry;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * The page that follows a purchase asks, six times at most, whether the invoice or proforma is there. Until it is, the
 * ledger is asked once for each and nothing else is read but the order, which says whose it is and whether it is paid.
 */
final class RenewedDocuments {

	private const ACTION = 'orderinvoicer_documents';

	/** WooCommerce's own way for shoppers: it knows who is signed in, and caches leave it alone. */
	private const HOOK = 'wc_ajax_' . self::ACTION;

	/** @param \Closure(): DocumentsTable $documents_table made once there is something to show. */
	public function __construct(
		private readonly OrderDoor $door,
		private readonly AwaitedInvoice $awaited,
		private readonly InvoiceToCome $to_come,
		private readonly VisibleDocuments $documents,
		private readonly \Closure $documents_table,
		private readonly Logger $logger,
	) {}

	/** @param string $key the order's, for a guest; empty for one who is signed in. */
	public static function url( int $order_id, string $key ): string {
		$arguments = [ DownloadLink::ORDER => $order_id ];
		return add_query_arg(
			$key === '' ? $arguments : $arguments + [ OrderDoor::KEY => rawurlencode( $key ) ],
			\WC_AJAX::get_endpoint( self::ACTION )
		);
	}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'handle_wc_ajax_orderinvoicer_documents' ] );
	}

	public function handle_wc_ajax_orderinvoicer_documents(): void {
		PdfAnswer::keep_nowhere();
		try {
			$answer = $this->answer( DownloadLink::number_sent( DownloadLink::ORDER ), OrderDoor::key_sent() );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'Documents could not be shown to a shopper.', [], $error );
			$answer = self::without( Progress::Over );
		}
		wp_send_json( $answer );
	}

	/** @return array{state: string, says: string, html: string} */
	public function answer( int $order_id, string $key ): array {
		$found = $order_id > 0 ? wc_get_order( $order_id ) : false;
		$order = $found instanceof \WC_Order && $found->get_type() === 'shop_order' ? $found : null;
		if ( $order === null || $this->door->entry( $order, $key ) !== Entry::Open ) {
			return self::without( Progress::Over );
		}
		$progress = $this->awaited->progress( $order_id, $this->to_come->is_to_be_paid( $order ) );
		return $progress === Progress::Here ? $this->shown( $order, $key ) : self::without( $progress );
	}

	/** @return array{state: string, says: string, html: string} */
	private function shown( \WC_Order $order, string $key ): array {
		$documents = $this->documents->of( $order );
		$kinds     = array_column( $documents, 'kind' );
		$here      = array_values( array_intersect_key( self::says(), array_column( $kinds, 'value', 'value' ) ) );
		return $here === [] ? self::without( Progress::Over ) : [
			'state' => Progress::Here->value,
			'says'  => $here[0],
			'html'  => wp_kses_post(
				( $this->documents_table )()->html( $order, $documents, $this->door->is_customer( $order ) ? '' : $key )
			),
		];
	}

	/** @return array<string, string> by the kind that was waited for. */
	private static function says(): array {
		return [
			DocumentKind::Invoice->value  => __( 'Your invoice is here.', 'orderinvoicer' ),
			DocumentKind::Proforma->value => __( 'Your proforma is here: you can pay by it.', 'orderinvoicer' ),
		];
	}

	/** @return array{state: string, says: string, html: string} */
	private static function without( Progress $progress ): array {
		return [
			'state' => $progress->value,
			'says'  => '',
			'html'  => '',
		];
	}
}
