<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\People;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Watching\CarryOver;
use OrderInvoicer\Wiring\Modules\CustomersModule;
use OrderInvoicer\Wiring\Modules\DocumentsModule;
use OrderInvoicer\Wiring\Modules\OrderBookModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Domain\Linking\AskAboutCredits;
use OrderInvoicer\Domain\Linking\CompareToLink;
use OrderInvoicer\Domain\Linking\FindToLink;
use OrderInvoicer\Domain\Linking\FinishLinks;
use OrderInvoicer\Domain\Linking\LinkDocument;
use OrderInvoicer\Domain\Linking\ReplacedInvoice;

/** Documents that somebody made at Sellsy, and that a person says are an order's. */
final class LinkingModule {

	public readonly FindToLink $find_to_link;
	public readonly LinkDocument $link_document;
	public readonly FinishLinks $finish_links;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		CustomersModule $customers,
		DocumentsModule $documents,
	) {
		$ledger = $ports->ledger();
		$orders = $order_book->orders;

		$this->find_to_link  = new FindToLink(
			$orders,
			$ledger,
			$ports->invoicing(),
			$ports->documents_to_link(),
			$customers->recall_customer,
			$documents->lost_document_finder,
			new CompareToLink( $orders, $ledger )
		);
		$this->link_document = new LinkDocument(
			$this->find_to_link,
			$orders,
			$ledger,
			new AskAboutCredits( $orders, $ledger, $ports->settings(), $ports->clock() ),
			$documents->lost_document_finder,
			$documents->document_completion,
			new CarryOver( $ledger ),
			new ReplacedInvoice( $ledger, new CarryOver( $ledger ), $ports->clock() ),
			$ports->report(),
			$ports->trail(),
			$ports->attempts(),
			$ports->order_links(),
			$ports->randomness(),
			$ports->clock()
		);
		$this->finish_links  = new FinishLinks( $ledger, $this->link_document, $ports->clock(), $ports->logger() );
	}
}
