<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Client\CallLog;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\ListSince;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\RightProbe;
use OrderInvoicer\Sellsy\RightsCheck;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\SeenPerson;
use OrderInvoicer\Sellsy\SellsyAccount;
use OrderInvoicer\Sellsy\SellsyCreditNotes;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Sellsy\SellsyNewestDocuments;
use OrderInvoicer\Sellsy\SellsyPayments;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1\V1Probe;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Tests\Unit\Sellsy\KeptLog;
use OrderInvoicer\Tests\Unit\Sellsy\KnownServiceDates;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Secrets\SecretBox;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\Tables\Sql;

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

	protected SellsyNewestDocuments $newest;

	protected SellsySteps $steps;

	protected SellsyPayments $payments;

	protected SellsyCreditNotes $credits;

	protected V1Client $v1;

	protected KeptLog $log;

	protected SeenRights $seen;

	protected RightsCheck $rights_check;

	/** What was seen of the account. */
	protected FakeFindings $findings;

	protected function setUp(): void {
		parent::setUp();
		$this->sandbox     = $this->allow_sandbox();
		$this->secrets     = new SodiumSecretStore(
			new SecretBox( 'key of the tests' ),
			new FreshOptions( new Sql( $GLOBALS['wpdb'] ) )
		);
		$this->credentials = new CredentialStore( $this->secrets, null );
		$this->connect( 'sandbox-client', 'sandbox-secret' );
	}

	final protected function connect(
		string $client_id,
		string $client_secret,
		CredentialsType $type = CredentialsType::Personal,
	): void {
		$this->credentials->save( new Credentials( $client_id, $client_secret, $type ) );
		$this->log    = new KeptLog();
		$this->seen   = new SeenRights( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ), $this->credentials );
		$this->tokens = $this->token_provider();
		$transport    = new AuthorizedTransport( new WordPressTransport( 'test' ), $this->tokens );
		$this->client = new SellsyClient(
			$transport,
			new CallLog( $this->log, $this->log, $this->seen ),
			$this->endpoints()->api
		);
		$this->v1     = new V1Client(
			$transport,
			new CallLog( $this->log, $this->log, $this->seen ),
			$this->endpoints()->v1 . '/'
		);
		$this->build_adapters();
	}

	final protected function endpoints(): Endpoints {
		return new Endpoints(
			api: $this->sandbox->url . '/v2',
			login: $this->sandbox->url . '/login',
			app: $this->sandbox->url . '/app',
			v1: $this->sandbox->url . '/v1'
		);
	}

	final protected function token_provider(): TokenProvider {
		global $wpdb;
		$clock    = new SystemClock();
		$endpoint = new TokenEndpoint( new WordPressTransport( 'test' ), $this->endpoints(), $clock );
		return new TokenProvider(
			$this->credentials,
			new TokenStore( $this->secrets ),
			$endpoint,
			new OptionLock( $wpdb, $clock, new SystemRandomness() ),
			$clock,
			new OptionSite( new FreshOptions( new Sql( $wpdb ) ) )
		);
	}

	final protected function person(): SeenPerson {
		return new SeenPerson( $this->credentials, new SystemClock() );
	}

	private function build_adapters(): void {
		$this->findings  = new FakeFindings();
		$identity        = new AccountIdentity( $this->credentials );
		$mapping         = new AccountMapping();
		$this->lists     = new AccountLists(
			$this->client,
			$mapping,
			$identity,
			new V1Probe( $this->v1 )
		);
		$this->rights_check = new RightsCheck(
			client: $this->client,
			v1: new V1Probe( $this->v1 ),
			needed: new NeededRights( new OptionSettings( new SettingsArray() ) ),
			probe: new RightProbe( $this->client ),
			seen: $this->seen,
			person: $this->person(),
			has_no_dry_run: fn (): bool => $this->findings->is_otherwise( Assumption::DryRun )
		);
		$this->account   = new SellsyAccount(
			new Access( $this->credentials, new TokenStore( $this->secrets ) ),
			$identity,
			$this->client,
			$mapping,
			$this->lists,
			$this->rights_check,
			$this->person()
		);
		$this->customers = new SellsyCustomers(
			$this->client,
			new CustomerMapping(),
			new AddressMapping(),
			$this->findings
		);
		$this->items     = new SellsyItems( $this->client, new ItemMapping(), $this->findings );
		$documents       = new Documents( $this->client );
		$document        = new DocumentMapping( new RowMapping() );
		$v1              = new V1Documents( $this->v1, new V1Mapping( $this->lists ) );
		$links           = new DocumentLinks( $this->client );
		$since           = new ListSince( $this->findings );
		$this->invoicing = new SellsyInvoicing(
			$documents,
			$document,
			$this->lists,
			$v1,
			new KnownServiceDates(),
			$since
		);
		$this->newest    = new SellsyNewestDocuments( $documents, $document, $v1, $since );
		$this->steps     = new SellsySteps( $documents, $v1, $this->v1 );
		$of_customers    = new CustomerPayments( $this->client, $this->findings );
		$this->payments  = new SellsyPayments( $of_customers, $links, new PaymentMapping() );
		$this->credits   = new SellsyCreditNotes( $links, $documents, new RowMapping() );
	}
}
