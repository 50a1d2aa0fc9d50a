<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Jobs\SystemClock;
use OrderInvoicer\Jobs\SystemRandomness;
use OrderInvoicer\Security\SecretBox;
use OrderInvoicer\Security\SodiumSecretStore;
use OrderInvoicer\Sellsy\AccountIdentity;
use OrderInvoicer\Sellsy\AccountLists;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Endpoints;
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
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Tests\Unit\Sellsy\KeptLog;

/** The whole client on real requests of WordPress to the sandbox. */
abstract class SellsyTestCase extends IntegrationTestCase {

	protected Sandbox $sandbox;

	protected SodiumSecretStore $secrets;

	protected CredentialStore $credentials;

	protected TokenProvider $tokens;

	protected SellsyClient $client;

	protected AccountLists $lists;

	protected SellsyAccount $account;

	protected SellsyCustomers $customers;

	protected SellsyItems $items;

	protected SellsyInvoicing $invoicing;

	protected KeptLog $log;

	protected function setUp(): void {
		parent::setUp();
		$this->sandbox     = $this->allow_sandbox();
		$this->secrets     = new SodiumSecretStore( new SecretBox( 'key of the tests' ) );
		$this->credentials = new CredentialStore( $this->secrets, null );
		$this->connect( 'sandbox-client', 'sandbox-secret' );
	}

	final protected function connect( string $client_id, string $client_secret ): void {
		$this->credentials->save( new Credentials( $client_id, $client_secret ) );
		$this->log    = new KeptLog();
		$this->tokens = $this->token_provider();
		$this->client = new SellsyClient( new WordPressTransport( 'test' ), $this->tokens, $this->log, $this->endpoints()->api );
		$this->build_adapters();
	}

	final protected function endpoints(): Endpoints {
		return new Endpoints( $this->sandbox->url . '/v2', $this->sandbox->url . '/login', $this->sandbox->url . '/app' );
	}

	final protected function token_provider(): TokenProvider {
		global $wpdb;
		$clock    = new SystemClock();
		$endpoint = new TokenEndpoint( new WordPressTransport( 'test' ), $this->endpoints(), $clock );
		return new TokenProvider( $this->credentials, new TokenStore( $this->secrets ), $endpoint, new OptionLock( $wpdb, $clock, new SystemRandomness() ), $clock );
	}

	private function build_adapters(): void {
		$data            = new ReferenceData( $this->client );
		$identity        = new AccountIdentity( $this->credentials );
		$mapping         = new AccountMapping();
		$this->lists     = new AccountLists( $data, $mapping, new PaymentTermMapping(), $identity );
		$this->account   = new SellsyAccount( $this->credentials, $identity, $data, $mapping, $this->lists, new RightsCheck( $this->client ) );
		$this->customers = new SellsyCustomers( new ThirdParties( $this->client ), new Contacts( $this->client ), new CustomerMapping(), new AddressMapping(), new ContactMapping() );
		$this->items     = new SellsyItems( new Catalogue( $this->client ), new ItemMapping() );
		$this->invoicing = new SellsyInvoicing( new Invoices( $this->client ), new InvoiceMapping( new RowMapping() ), $this->lists );
	}
}
