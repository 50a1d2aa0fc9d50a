<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

use OrderInvoicer\Sellsy\AccountIdentity;
use OrderInvoicer\Sellsy\AccountLists;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\ContactMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\InvoiceMapping;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentTermMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\Catalogue;
use OrderInvoicer\Sellsy\Resources\Contacts;
use OrderInvoicer\Sellsy\Resources\Invoices;
use OrderInvoicer\Sellsy\Resources\ReferenceData;
use OrderInvoicer\Sellsy\Resources\ThirdParties;
use OrderInvoicer\Sellsy\RightsCheck;
use OrderInvoicer\Sellsy\SellsyAccount;
use OrderInvoicer\Sellsy\SellsyClient;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;

defined( 'ABSPATH' ) || exit;

/** The ports that Sellsy answers. */
final class SellsyParts {

	private ?CredentialStore $credentials = null;
	private ?TokenStore $tokens           = null;
	private ?SellsyClient $client         = null;
	private ?AccountLists $lists          = null;
	private ?SellsyAccount $account       = null;

	public function __construct( private readonly Foundation $foundation ) {}

	public function credentials(): CredentialStore {
		return $this->credentials ??= CredentialStore::for_site( $this->foundation->secrets() );
	}

	public function tokens(): TokenStore {
		return $this->tokens ??= new TokenStore( $this->foundation->secrets() );
	}

	public function account(): SellsyAccount {
		return $this->account ??= new SellsyAccount(
			$this->credentials(),
			$this->identity(),
			$this->reference_data(),
			new AccountMapping(),
			$this->lists(),
			new RightsCheck( $this->client() )
		);
	}

	public function customers(): SellsyCustomers {
		return new SellsyCustomers( new ThirdParties( $this->client() ), new Contacts( $this->client() ), new CustomerMapping(), new AddressMapping(), new ContactMapping() );
	}

	public function items(): SellsyItems {
		return new SellsyItems( new Catalogue( $this->client() ), new ItemMapping() );
	}

	public function invoicing(): SellsyInvoicing {
		return new SellsyInvoicing( new Invoices( $this->client() ), new InvoiceMapping( new RowMapping() ), $this->lists() );
	}

	private function client(): SellsyClient {
		return $this->client ??= new SellsyClient( $this->transport(), $this->token_provider(), $this->foundation->logger(), $this->foundation->endpoints->api );
	}

	private function token_provider(): TokenProvider {
		$clock = $this->foundation->clock;
		return new TokenProvider(
			$this->credentials(),
			$this->tokens(),
			new TokenEndpoint( $this->transport(), $this->foundation->endpoints, $clock ),
			new OptionLock( $this->foundation->wpdb(), $clock, $this->foundation->randomness ),
			$clock
		);
	}

	private function transport(): WordPressTransport {
		return new WordPressTransport( ORDERINVOICER_VERSION );
	}

	private function lists(): AccountLists {
		return $this->lists ??= new AccountLists( $this->reference_data(), new AccountMapping(), new PaymentTermMapping(), $this->identity() );
	}

	private function reference_data(): ReferenceData {
		return new ReferenceData( $this->client() );
	}

	private function identity(): AccountIdentity {
		return new AccountIdentity( $this->credentials() );
	}
}
