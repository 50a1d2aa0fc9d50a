<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Downloads\DownloadDocument;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\CustomerEmails\DocumentsInEmails;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Shopper\CompanyForm;
use OrderInvoicer\WooCommerce\Shopper\CompanyPost;
use OrderInvoicer\WooCommerce\Shopper\CompanySection;
use OrderInvoicer\WooCommerce\Shopper\DownloadRequest;
use OrderInvoicer\WooCommerce\Shopper\InvoicePromise;
use OrderInvoicer\WooCommerce\Shopper\KeptCompanyForm;
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
	private readonly CompanyForm $company_form;
	private ?CompanyPost $company_post = null;

	public function __construct(
		private readonly Foundation $on,
		private readonly Engine $engine,
	) {
		$this->documents = new VisibleDocuments( $engine->shopper_documents() );
		$this->door      = new OrderDoor();
		$this->text      = new ShopperText( new DocumentNames() );

		$this->company_form = new CompanyForm( new CheckoutNumbers( $on->settings() ), new BuyerNumbers() );
	}

	/** @return list<object> of the pages that show orders, each with register(). */
	public function pages(): array {
		return [
			new OrderDocuments(
				documents: $this->documents,
				promise: $this->promise(),
				door: $this->door,
				text: $this->text,
				logger: $this->on->logger()
			),
			new OrderListActions( $this->documents, $this->door, $this->text, $this->on->logger() ),
			new CompanySection(
				ask: $this->engine->ask_for_company(),
				states: $this->engine->company_request_states(),
				door: $this->door,
				form: $this->company_form,
				post: $this->company_post(),
				text: $this->text,
				logger: $this->on->logger()
			),
		];
	}

	/** The page that is drawn in the same request says what became of it. */
	public function company_post(): CompanyPost {
		return $this->company_post ??= new CompanyPost(
			door: $this->door,
			form: $this->company_form,
			kept: new KeptCompanyForm(),
			ask: $this->engine->ask_for_company(),
			logger: $this->on->logger()
		);
	}

	/** @param string $file the plugin's main file. */
	public function in_emails( string $file ): DocumentsInEmails {
		return new DocumentsInEmails(
			settings: $this->on->settings(),
			documents: fn (): VisibleDocuments => new VisibleDocuments(
				$this->engine->shopper_documents()
			),
			promise: $this->promise(),
			text: $this->text,
			logger: $this->on->logger(),
			templates: plugin_dir_path( $file ) . 'templates/'
		);
	}

	public function promise(): InvoicePromise {
		return new InvoicePromise(
			awaited: $this->engine->awaited_invoice(),
			meta: $this->on->document_meta,
			text: $this->text,
			rule: fn ( \WC_Order $order ): int => $this->on->rule( DocumentKind::Invoice, $order ),
			moments: fn ( \WC_Order $order ): ?OrderMoments => $this->on->order_events()->moments( $order, '' )
		);
	}

	public function download(): DownloadRequest {
		return new DownloadRequest(
			door: $this->door,
			documents: $this->documents,
			download: fn (): DownloadDocument => $this->engine->download_document(),
			page: new RefusalPage(),
			answer: new PdfAnswer(),
			text: $this->text,
			logger: $this->on->logger()
		);
	}
}
