<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Events\SellsyEvents;
use OrderInvoicer\Sellsy\Events\SellsyWebhooks;
use OrderInvoicer\Sellsy\Files\SellsyFiles;
use OrderInvoicer\Sellsy\SellsyAccount;
use OrderInvoicer\Sellsy\SellsyCreditNotes;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Sellsy\SellsyNewestDocuments;
use OrderInvoicer\Sellsy\SellsyNewestPayments;
use OrderInvoicer\Sellsy\SellsyPayments;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\SellsyStock;
use OrderInvoicer\Sellsy\SellsyStockLevels;
use OrderInvoicer\Sellsy\SellsyTaxes;
use OrderInvoicer\Sellsy\Transport\SeenQuota;

/**
 * The ports that Sellsy answers.
 *
 * @property SellsyParts $sellsy
 */
trait SellsyAdapters {

	public function account(): SellsyAccount {
		return $this->sellsy->account();
	}

	public function lasting_access(): TokenProvider {
		return $this->sellsy->token_provider();
	}

	public function missing_access(): Access {
		return $this->sellsy->access();
	}

	public function calls_left(): SeenQuota {
		return $this->sellsy->quota();
	}

	public function taxes(): SellsyTaxes {
		return $this->sellsy->taxes();
	}

	public function customers(): SellsyCustomers {
		return $this->sellsy->customers();
	}

	public function items(): SellsyItems {
		return $this->sellsy->items();
	}

	public function stock(): SellsyStock {
		return new SellsyStock( $this->sellsy->v1() );
	}

	public function sellsy_stocks(): SellsyStockLevels {
		return new SellsyStockLevels( $this->sellsy->v1() );
	}

	public function invoicing(): SellsyInvoicing {
		return $this->sellsy->invoicing();
	}

	public function document_steps(): SellsySteps {
		return $this->sellsy->steps();
	}

	public function credit_notes(): SellsyCreditNotes {
		return $this->sellsy->credit_notes();
	}

	public function payments(): SellsyPayments {
		return $this->sellsy->payments();
	}

	public function newest_documents(): SellsyNewestDocuments {
		return $this->sellsy->newest_documents();
	}

	public function documents_since(): SellsyNewestDocuments {
		return $this->sellsy->newest_documents();
	}

	public function document_files(): SellsyFiles {
		return $this->sellsy->files();
	}

	public function webhooks(): SellsyWebhooks {
		return new SellsyWebhooks( $this->sellsy->client() );
	}

	public function signed_events(): SellsyEvents {
		return new SellsyEvents();
	}

	public function newest_payments(): SellsyNewestPayments {
		return $this->sellsy->newest_payments();
	}

	public function documents_to_link(): SellsyNewestDocuments {
		return $this->sellsy->newest_documents();
	}
}
