<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Assumption;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Features\Doctor\Kept\OptionObservations;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\RedirectAddress;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Client\CallLog;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\ListSince;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\ContactMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\DetailsMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentTermMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Mapping\TaxMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Contacts;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\Resources\ReferenceData;
use OrderInvoicer\Sellsy\Resources\ThirdParties;
use OrderInvoicer\Sellsy\RightProbe;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\RightsCheck;
use OrderInvoicer\Sellsy\SeenPerson;
use OrderInvoicer\Sellsy\SellsyAccount;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Sellsy\SellsyNewestDocuments;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\SellsyTaxes;
use OrderInvoicer\Sellsy\ServiceDates;
use OrderInvoicer\Sellsy\StoredServiceDates;
use OrderInvoicer\Sellsy\Transport\Patience;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Sellsy\V1\Documents\V1Arithmetic;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\Documents\V1Rows;
use OrderInvoicer\Sellsy\V1\Documents\V1Steps;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1\V1Probe;

/** The ports that Sellsy answers. */
final class SellsyParts {

	private ?CredentialStore $credentials = null;
	private ?TokenStore $tokens           = null;
	private ?SellsyClient $client         = null;
	private ?V1Client $v1                 = null;
	private ?AccountLists $lists          = null;
	private ?SellsyAccount $account       = null;
	private ?SeenQuota $quota             = null;
	private ?QuotaTransport $transport    = null;
	private ?SeenRights $seen_rights      = null;

	private ?OptionObservations $observations = null;

	public function __construct(
		private readonly Foundation $foundation,
		private readonly Patience $patience = new Patience(),
	) {}

	public function credentials(): CredentialStore {
		return $this->credentials ??= CredentialStore::for_site( $this->foundation->secrets() );
	}

	public function tokens(): TokenStore {
		return $this->tokens ??= new TokenStore( $this->foundation->secrets() );
	}

	public function access(): Access {
		return new Access( $this->credentials(), $this->tokens() );
	}

	public function consents(): ConsentStore {
		return new ConsentStore( $this->foundation->secrets() );
	}

	public function consent_flow(): ConsentFlow {
		return new ConsentFlow(
			credentials: $this->credentials(),
			pending: $this->consents(),
			endpoint: $this->token_endpoint(),
			tokens: $this->token_provider(),
			clock: $this->foundation->clock,
			randomness: $this->foundation->randomness(),
			redirect_url: RedirectAddress::url()
		);
	}

	public function account(): SellsyAccount {
		return $this->account ??= new SellsyAccount(
			$this->access(),
			$this->identity(),
			$this->reference_data(),
			new AccountMapping(),
			$this->lists(),
			$this->rights(),
			$this->person()
		);
	}

	public function rights(): RightsCheck {
		$client = $this->client();
		return new RightsCheck(
			client: $client,
			v1: new V1Probe( $this->v1() ),
			needed: $this->needed_rights(),
			probe: new RightProbe( $client ),
			seen: $this->seen_rights(),
			person: $this->person(),
			has_no_dry_run: fn (): bool => $this->findings()->is_otherwise( Assumption::DryRun )
		);
	}

	/** What was tried on the account. */
	public function findings(): OptionRecords {
		return new OptionRecords( $this->foundation->options(), $this->account() );
	}

	/** What real documents show of it. */
	public function observations(): OptionObservations {
		$clock = $this->foundation->clock;
		return $this->observations ??= new OptionObservations(
			options: $this->foundation->options(),
			account: $this->identity(),
			copy: new SiteCopy( $this->foundation->site(), $this->foundation->pauses(), $clock ),
			clock: $clock,
			logger: $this->foundation->logger(),
			version: ORDERINVOICER_VERSION
		);
	}

	public function person(): SeenPerson {
		return new SeenPerson( $this->credentials(), $this->foundation->clock );
	}

	public function needed_rights(): NeededRights {
		return new NeededRights( $this->foundation->settings() );
	}

	public function seen_rights(): SeenRights {
		return $this->seen_rights ??= new SeenRights( $this->foundation->options(), $this->credentials() );
	}

	private function call_log(): CallLog {
		return new CallLog( $this->foundation->logger(), $this->foundation->attempts(), $this->seen_rights() );
	}

	public function customers(): SellsyCustomers {
		return new SellsyCustomers(
			new ThirdParties( $this->client() ),
			new Contacts( $this->client() ),
			new CustomerMapping(),
			new AddressMapping(),
			new ContactMapping(),
			$this->findings()
		);
	}

	public function items(): SellsyItems {
		return new SellsyItems( $this->client(), new ItemMapping(), $this->findings() );
	}

	public function taxes(): SellsyTaxes {
		return new SellsyTaxes( $this->reference_data(), new AccountMapping(), new TaxMapping(), $this->lists() );
	}

	public function invoicing( ?SellsyClient $client = null ): SellsyInvoicing {
		$documents  = new Documents( $client ?? $this->client() );
		$mapping    = new DocumentMapping( new RowMapping(), new DetailsMapping() );
		$arithmetic = new V1Arithmetic( $documents, $mapping );
		return new SellsyInvoicing(
			$documents,
			$mapping,
			$this->lists(),
			$this->v1_documents(),
			$arithmetic,
			$this->service_dates(),
			new ListSince( $this->findings() )
		);
	}

	public function service_dates(): ServiceDates {
		return new StoredServiceDates( $this->foundation->options(), $this->credentials() );
	}

	public function newest_documents(): SellsyNewestDocuments {
		return new SellsyNewestDocuments(
			new Documents( $this->client() ),
			new DocumentMapping( new RowMapping(), new DetailsMapping() ),
			$this->v1_documents(),
			new ListSince( $this->findings() )
		);
	}

	public function steps(): SellsySteps {
		return new SellsySteps( new Documents( $this->client() ), $this->v1_documents(), new V1Steps( $this->v1() ) );
	}

	public function v1(): V1Client {
		return $this->v1 ??= new V1Client(
			$this->authorized(),
			$this->call_log(),
			$this->foundation->endpoints()->v1 . '/'
		);
	}

	private function v1_documents(): V1Documents {
		return new V1Documents( $this->v1(), new V1Mapping( new V1Rows( $this->lists() ), $this->lists() ) );
	}

	public function client(): SellsyClient {
		return $this->client ??= $this->client_over( $this->transport() );
	}

	/** A renewal of the token is never cut short, however little patience this one has: the old one may be used up. */
	public function client_over( QuotaTransport $transport ): SellsyClient {
		return new SellsyClient(
			new AuthorizedTransport( $transport, $this->token_provider() ),
			$this->call_log(),
			$this->foundation->endpoints()->api
		);
	}

	private function authorized(): AuthorizedTransport {
		return new AuthorizedTransport( $this->transport(), $this->token_provider() );
	}

	public function token_provider(): TokenProvider {
		$clock = $this->foundation->clock;
		return new TokenProvider(
			$this->credentials(),
			$this->tokens(),
			$this->token_endpoint(),
			new OptionLock( $this->foundation->wpdb(), $clock, $this->foundation->randomness() ),
			$clock,
			$this->foundation->site()
		);
	}

	public function token_endpoint(): TokenEndpoint {
		return new TokenEndpoint( $this->transport(), $this->foundation->endpoints(), $this->foundation->clock );
	}

	public function quota(): SeenQuota {
		return $this->quota ??= new SeenQuota( $this->foundation->clock );
	}

	/** One for all, because it keeps its connection. */
	private function transport(): QuotaTransport {
		return $this->transport ??= new QuotaTransport(
			new WordPressTransport( ORDERINVOICER_VERSION, $this->patience ),
			$this->quota()
		);
	}

	public function lists(): AccountLists {
		return $this->lists ??= new AccountLists(
			$this->reference_data(),
			new AccountMapping(),
			new PaymentTermMapping(),
			$this->identity(),
			new V1Probe( $this->v1() )
		);
	}

	private function reference_data(): ReferenceData {
		return new ReferenceData( $this->client() );
	}

	private function identity(): AccountIdentity {
		return new AccountIdentity( $this->credentials() );
	}
}
