<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Domain\Taxes\Taxes;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;

/** Taxes, read past the kept lists. The lists are forgotten as soon as something was created. */
final class SellsyTaxes implements Taxes {

	public function __construct(
		private readonly SellsyClient $client,
		private readonly AccountMapping $account_mapping,
		private readonly AccountLists $lists,
	) {}

	public function read(): array {
		return array_map( $this->remote( ... ), $this->client->all( ApiRequest::get( '/taxes' ) ) );
	}

	/** Whatever the answer: the tax may stand there now. */
	public function create( TaxDraft $draft ): RemoteTax {
		try {
			$body = $this->account_mapping->tax_body( $draft );
			return $this->remote( $this->client->send( ApiRequest::post( '/taxes', $body ) ) );
		} finally {
			$this->lists->forget();
		}
	}

	private function remote( Answer $answer ): RemoteTax {
		return $this->account_mapping->remote_tax( $this->account_mapping->tax( $answer ) );
	}
}
