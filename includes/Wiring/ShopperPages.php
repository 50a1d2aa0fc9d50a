<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Downloads\DownloadDocument;
use OrderInvoicer\WooCommerce\Shopper\DownloadRequest;
use OrderInvoicer\WooCommerce\Shopper\OrderDocuments;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;
use OrderInvoicer\WooCommerce\Shopper\OrderListActions;
use OrderInvoicer\WooCommerce\Shopper\PdfAnswer;
use OrderInvoicer\WooCommerce\Shopper\RefusalPage;
use OrderInvoicer\WooCommerce\Shopper\VisibleDocuments;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\ShopperText;

/** What shoppers see of their documents. */
final class ShopperPages {

	private readonly VisibleDocuments $documents;
	private readonly OrderDoor $door;
	private readonly ShopperText $text;

	public function __construct(
		private readonly Foundation $on,
		private readonly Engine $engine,
	) {
		$this->documents = new VisibleDocuments( $engine->downloads()->shopper_documents );
		$this->door      = new OrderDoor();
		$this->text      = new ShopperText( new DocumentNames() );
	}

	/** @return list<object> of the pages that show orders, each with register(). */
	public function pages(): array {
		return [
			new OrderDocuments(
				documents: $this->documents,
				awaited: $this->engine->downloads()->awaited_invoice,
				door: $this->door,
				meta: $this->on->document_meta,
				text: $this->text,
				logger: $this->on->logger(),
				rule: fn ( \WC_Order $order ): int => $this->on->order_traits()->rule(
					DocumentKind::Invoice,
					$order,
					$this->on->settings()->get()
				)
			),
			new OrderListActions( $this->documents, $this->door, $this->text, $this->on->logger() ),
		];
	}

	public function download(): DownloadRequest {
		return new DownloadRequest(
			door: $this->door,
			documents: $this->documents,
			download: fn (): DownloadDocument => $this->engine->downloads()->download_document(),
			page: new RefusalPage(),
			answer: new PdfAnswer(),
			text: $this->text,
			logger: $this->on->logger()
		);
	}
}
