<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\LastingAccess;
use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Downloads\DocumentFiles;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\Stock;
use OrderInvoicer\Domain\Linking\DocumentsToLink;
use OrderInvoicer\Domain\Notifying\MissingAccess;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\StockLevels\SellsyStocks;
use OrderInvoicer\Domain\TalkBack\NewestPayments;
use OrderInvoicer\Domain\Taxes\Taxes;
use OrderInvoicer\Domain\Webhooks\SignedEvents;
use OrderInvoicer\Domain\Webhooks\Webhooks;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Sellsy\Events\SellsyEvents;
use OrderInvoicer\Sellsy\Events\SellsyWebhooks;
use OrderInvoicer\Sellsy\Files\PdfLink;
use OrderInvoicer\Sellsy\Files\SellsyFiles;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Mapping\SeenPaymentMapping;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyCreditNotes;
use OrderInvoicer\Sellsy\SellsyNewestPayments;
use OrderInvoicer\Sellsy\SellsyPayments;
use OrderInvoicer\Sellsy\SellsyStock;
use OrderInvoicer\Sellsy\SellsyStockLevels;
use OrderInvoicer\Sellsy\Transport\Patience;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;

/**
 * The ports that Sellsy answers.
 *
 * @property Foundation  $on
 * @property SellsyParts $sellsy
 */
trait SellsyAdapters {

	private ?Customers $customers = null;
	private ?Payments $payments   = null;

	public function account(): Account {
		return $this->sellsy->account();
	}

	public function lasting_access(): LastingAccess {
		return $this->sellsy->token_provider();
	}

	public function missing_access(): MissingAccess {
		return $this->sellsy->access();
	}

	public function calls_left(): CallsLeft {
		return $this->sellsy->quota();
	}

	public function taxes(): Taxes {
		return $this->sellsy->taxes();
	}

	public function customers(): Customers {
		return $this->customers ??= $this->sellsy->customers();
	}

	public function items(): Items {
		return $this->sellsy->items();
	}

	public function stock(): Stock {
		return new SellsyStock( $this->sellsy->v1() );
	}

	public function sellsy_stocks(): SellsyStocks {
		return new SellsyStockLevels( $this->sellsy->v1() );
	}

	public function invoicing(): Invoicing {
		return $this->sellsy->invoicing();
	}

	public function document_steps(): DocumentSteps {
		return $this->sellsy->steps();
	}

	public function credit_notes(): CreditNotes {
		$client = $this->sellsy->client();
		return new SellsyCreditNotes( new DocumentLinks( $client ), new Documents( $client ), new RowMapping() );
	}

	public function payments(): Payments {
		$client = $this->sellsy->client();
		return $this->payments ??= new SellsyPayments(
			new CustomerPayments( $client, $this->sellsy->findings() ),
			new DocumentLinks( $client ),
			new PaymentMapping()
		);
	}

	public function newest_documents(): NewestDocuments {
		return $this->sellsy->newest_documents();
	}

	public function documents_since(): DocumentsSince {
		return $this->sellsy->newest_documents();
	}

	/** A shopper waits for these. */
	public function document_files(): DocumentFiles {
		$transport = new QuotaTransport(
			new WordPressTransport( ORDERINVOICER_VERSION, new Patience( SellsyFiles::PATIENCE ), SellsyFiles::MOST ),
			$this->sellsy->quota()
		);
		$link      = new PdfLink(
			transport: $transport,
			token: fn (): string => $this->sellsy->token_provider()->access_token(),
			endpoints: $this->on->endpoints(),
			observations: $this->observations()
		);
		return new SellsyFiles( new Documents( $this->sellsy->client_over( $transport ) ), $link );
	}

	public function webhooks(): Webhooks {
		return new SellsyWebhooks( $this->sellsy->client() );
	}

	public function signed_events(): SignedEvents {
		return new SellsyEvents();
	}

	public function newest_payments(): NewestPayments {
		$client = $this->sellsy->client();
		return new SellsyNewestPayments(
			new CustomerPayments( $client, $this->sellsy->findings() ),
			new DocumentLinks( $client ),
			new SeenPaymentMapping()
		);
	}

	public function documents_to_link(): DocumentsToLink {
		return $this->sellsy->newest_documents();
	}
}
