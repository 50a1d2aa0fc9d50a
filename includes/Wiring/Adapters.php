<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\ExemptionsNotice;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\Notices;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\PreloadedAnswers;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Features\Archives\ArchiveFlag;
use OrderInvoicer\Features\Archives\ArchiveText;
use OrderInvoicer\Features\Archives\ArchivesFeature;
use OrderInvoicer\Features\Archives\UploadsFolder;
use OrderInvoicer\Features\CompanyRequests\OrderCompanyRequests;
use OrderInvoicer\Features\Doctor\Kept\OptionObservations;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Features\EarlierPayments\WpdbUnrecordedPayments;
use OrderInvoicer\Features\Figures\ShopWidgets;
use OrderInvoicer\Features\Figures\WpdbBaselessDocuments;
use OrderInvoicer\Features\History\HistoryChoice;
use OrderInvoicer\Features\History\HistoryIds;
use OrderInvoicer\Features\History\HistoryQuery;
use OrderInvoicer\Features\History\OrderSearch;
use OrderInvoicer\Features\History\WpdbHistory;
use OrderInvoicer\Features\OwnerMail\LedgerStoppedOrders;
use OrderInvoicer\Features\OwnerMail\OwnerMailer;
use OrderInvoicer\Features\OwnerMail\OwnerTexts;
use OrderInvoicer\Features\ShopperDocuments\Rules\ShopperDocuments;
use OrderInvoicer\Features\ShopperDocuments\WooHeldEmails;
use OrderInvoicer\Features\SoldLately\OptionSoldLooks;
use OrderInvoicer\Features\SoldLately\SoldLatelyFeature;
use OrderInvoicer\Features\SoldLately\WooSoldLately;
use OrderInvoicer\Features\Stock\OrdersOnTheWay;
use OrderInvoicer\Features\Stock\OwnStockChange;
use OrderInvoicer\Features\Stock\Rules\MarkStock;
use OrderInvoicer\Features\Stock\SellsyStockLevels;
use OrderInvoicer\Features\Stock\StockFeature;
use OrderInvoicer\Features\Stock\StockListener;
use OrderInvoicer\Features\Stock\WooStocks;
use OrderInvoicer\Features\Stock\WpdbStockRows;
use OrderInvoicer\Features\TalkBack\SecretWebhook;
use OrderInvoicer\Features\TalkBack\SellsyEvents;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
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
use OrderInvoicer\Sellsy\Mapping\PartiesMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Mapping\SeenPaymentMapping;
use OrderInvoicer\Sellsy\Mapping\WholeRecord;
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
use OrderInvoicer\Sellsy\SellsyFiles;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Sellsy\SellsyNewestDocuments;
use OrderInvoicer\Sellsy\SellsyNewestPayments;
use OrderInvoicer\Sellsy\SellsyPayments;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\SellsyTaxes;
use OrderInvoicer\Sellsy\SellsyWebhooks;
use OrderInvoicer\Sellsy\StoredAgreements;
use OrderInvoicer\Sellsy\StoredServiceDates;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\Patience;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1\V1Pace;
use OrderInvoicer\Sellsy\V1\V1Probe;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\Catalogue\WooProducts;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\DeliveryCountries;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\Emails\EmailSwitch;
use OrderInvoicer\WooCommerce\Emails\WooShopEmails;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\WooCommerce\OrderUsage;
use OrderInvoicer\WooCommerce\Order\BundleParents;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\Disputes;
use OrderInvoicer\WooCommerce\Order\OrderBatch;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\PrivateMetas;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\SoldProducts;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WooCommerce\PaymentGateways;
use OrderInvoicer\WooCommerce\RecentSales;
use OrderInvoicer\WooCommerce\RuleChoices;
use OrderInvoicer\WooCommerce\ShippedSigns;
use OrderInvoicer\WooCommerce\ShopCustomers;
use OrderInvoicer\WooCommerce\ShopEventAddress;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;
use OrderInvoicer\WooCommerce\WooOrderEvents;
use OrderInvoicer\WooCommerce\WooOrderHistory;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WooCommerce\WooSavedOrders;
use OrderInvoicer\WooCommerce\WooWrittenEmails;
use OrderInvoicer\WordPress\Counts\FailedTries;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Counts\LedgerParts;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Counts\WpdbChangedOrders;
use OrderInvoicer\WordPress\Log\LogTail;
use OrderInvoicer\WordPress\Log\WcLogger;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\OrderList\OrderCondition;
use OrderInvoicer\WordPress\OrderList\RowStates;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\AfterResponse;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\ScheduleFacts;
use OrderInvoicer\WordPress\Queue\SweepHealth;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Queue\WorkInBackground;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\System\OwnRoute;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\System\SystemSleep;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbCustomerLinks;
use OrderInvoicer\WordPress\Tables\WpdbCustomerMemory;
use OrderInvoicer\WordPress\Tables\WpdbDueTasks;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbOrderMarks;
use OrderInvoicer\WordPress\Tables\WpdbOwnDocuments;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\FillText;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Names\RightText;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\Wording\Names\ShopTexts;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\OutlookText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\Wording\RuleText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\StepText;
use OrderInvoicer\Wording\TaskText;

/**
 * What answers the ports in the plugin, from WordPress, WooCommerce and Sellsy, and what else needs no use case.
 * Written by `npm run composition`: never edit it (docs/ARCHITECTURE.md, "One composition").
 */
final class Adapters {

	private ?SellsyAccount $account = null;
	private ?AccountIdentity $account_identity = null;
	private ?AccountLists $account_lists = null;
	private ?AccountMapping $account_mapping = null;
	private ?ActText $act_text = null;
	private ?AddressMapping $address_mapping = null;
	private ?AdminPage $admin_page = null;
	private ?AfterResponse $after_response = null;
	private ?StoredAgreements $agreements = null;
	private ?AmountText $amount_text = null;
	private ?ArchiveFlag $archive_flag = null;
	private ?UploadsFolder $archive_folder = null;
	private ?ArchiveText $archive_text = null;
	private ?AuthorizedTransport $authorized_transport = null;
	private ?WpdbBackfillRows $backfill_rows = null;
	private ?WorkInBackground $background_work = null;
	private ?WpdbBaselessDocuments $baseless_documents = null;
	private ?BuyerNumbers $buyer_numbers = null;
	private ?CallLog $call_log = null;
	private ?SeenQuota $calls_left = null;
	private ?WpdbChangedOrders $changed_orders = null;
	private ?CheckoutNumbers $checkout_numbers = null;
	private ?OrderCompanyRequests $company_requests = null;
	private ?ConsentFlow $consent_flow = null;
	private ?ConsentStore $consent_store = null;
	private ?CredentialStore $credential_store = null;
	private ?SellsyCreditNotes $credit_notes = null;
	private ?CustomerMapping $customer_mapping = null;
	private ?WpdbCustomerMemory $customer_memory = null;
	private ?CustomerPayments $customer_payments = null;
	private ?SellsyCustomers $customers = null;
	private ?DeliveryCountries $delivery_countries = null;
	private ?Disputes $disputes = null;
	private ?DocumentLinks $document_links = null;
	private ?DocumentMapping $document_mapping = null;
	private ?DocumentMeta $document_meta = null;
	private ?DocumentNames $document_names = null;
	private ?DocumentPage $document_page = null;
	private ?SellsySteps $document_steps = null;
	private ?Documents $documents = null;
	private ?WpdbDueTasks $due_tasks = null;
	private ?EarlierExemptions $earlier_exemptions = null;
	private ?EditsSeen $edits_seen = null;
	private ?EmailSwitch $email_switch = null;
	private ?Endpoints $endpoints = null;
	private ?ShopEventAddress $event_address = null;
	private ?ExemptionsNotice $exemptions_notice = null;
	private ?FailedTries $failed_tries = null;
	private ?FillText $fill_text = null;
	private ?SaltedFingerprints $fingerprints = null;
	private ?Heartbeat $heartbeat = null;
	private ?WooHeldEmails $held_emails = null;
	private ?Help $help = null;
	private ?HistoryChoice $history_choice = null;
	private ?HistoryQuery $history_query = null;
	private ?HooksInPlace $hooks_in_place = null;
	private ?HourlyCount $hourly_count = null;
	private ?InvoiceToCome $invoice_to_come = null;
	private ?SellsyInvoicing $invoicing = null;
	private ?SellsyItems $items = null;
	private ?FreshOptions $kept_values = null;
	private ?SecretWebhook $kept_webhook = null;
	private ?TokenProvider $lasting_access = null;
	private ?WpdbLedger $ledger = null;
	private ?LedgerCounts $ledger_counts = null;
	private ?ListSince $list_since = null;
	private ?ListText $list_text = null;
	private ?LogTail $log_tail = null;
	private ?WcLogger $logger = null;
	private ?MadeDocuments $made_documents = null;
	private ?MarkStock $mark_stock = null;
	private ?Access $missing_access = null;
	private ?Moment $moment = null;
	private ?MoneyOfMonths $money_of_months = null;
	private ?NeededRights $needed_rights = null;
	private ?SellsyNewestPayments $newest_payments = null;
	private ?Notices $notices = null;
	private ?OptionObservations $observations = null;
	private ?Obstacle $obstacle = null;
	private ?OptionConnection $option_connection = null;
	private ?OrderBatch $order_batch = null;
	private ?OrderCaches $order_caches = null;
	private ?OrderCondition $order_condition = null;
	private ?OrderDoor $order_door = null;
	private ?WooOrderEvents $order_events = null;
	private ?WooOrderHistory $order_history = null;
	private ?OrderLines $order_lines = null;
	private ?WooOrderLinks $order_links = null;
	private ?WpdbOrderMarks $order_marks = null;
	private ?OrderPayments $order_payments = null;
	private ?OrderSearch $order_search = null;
	private ?OrderShipments $order_shipments = null;
	private ?OrderTraitsReader $order_traits_reader = null;
	private ?OrderUsage $order_usage = null;
	private ?OutlookText $outlook_text = null;
	private ?WpdbOwnDocuments $own_documents = null;
	private ?OwnRoute $own_route = null;
	private ?OwnStockChange $own_stock_change = null;
	private ?OwnerMailer $owner_mailer = null;
	private ?OwnerTexts $owner_texts = null;
	private ?WooPaidOrders $paid_orders = null;
	private ?OptionPauses $pauses = null;
	private ?PaymentGateways $payment_gateways = null;
	private ?PaymentMapping $payment_mapping = null;
	private ?SellsyPayments $payments = null;
	private ?PreloadedAnswers $preloaded_answers = null;
	private ?ProblemGroups $problem_groups = null;
	private ?ProblemText $problem_text = null;
	private ?ProductReferences $product_references = null;
	private ?WooProducts $products = null;
	private ?ActionSchedulerQueue $queue = null;
	private ?QuotaTransport $quota_transport = null;
	private ?SystemRandomness $randomness = null;
	private ?WpdbRemoteIds $remote_id_store = null;
	private ?WpdbReport $report = null;
	private ?RightProbe $right_probe = null;
	private ?RightText $right_text = null;
	private ?RightsCheck $rights_check = null;
	private ?RowMapping $row_mapping = null;
	private ?RowStates $row_states = null;
	private ?RuleChoices $rule_choices = null;
	private ?RuleText $rule_text = null;
	private ?WordPressRuntimeCache $runtime_cache = null;
	private ?WooSavedOrders $saved_orders = null;
	private ?ScheduleFacts $schedule_facts = null;
	private ?Schema $schema = null;
	private ?WpdbSeenDocuments $seen_documents = null;
	private ?SeenPaymentMapping $seen_payment_mapping = null;
	private ?SeenPerson $seen_person = null;
	private ?SeenRights $seen_rights = null;
	private ?SellsyClient $sellsy_client = null;
	private ?SellsyNewestDocuments $sellsy_newest_documents = null;
	private ?SellsyPages $sellsy_pages = null;
	private ?SellsyStockLevels $sellsy_stocks = null;
	private ?OptionSettings $settings = null;
	private ?SettingsArray $settings_array = null;
	private ?SheetText $sheet_text = null;
	private ?ShippedSigns $shipped_signs = null;
	private ?ShopCodeConflicts $shop_code_conflicts = null;
	private ?ShopCustomers $shop_customers = null;
	private ?WooShopEmails $shop_emails = null;
	private ?WooStocks $shop_stocks = null;
	private ?ShopWidgets $shop_widgets = null;
	private ?ShopperDocuments $shopper_documents = null;
	private ?SellsyEvents $signed_events = null;
	private ?OptionSite $site = null;
	private ?SituationText $situation_text = null;
	private ?SystemSleep $sleep = null;
	private ?SodiumSecretStore $sodium_secret_store = null;
	private ?WooSoldLately $sold_lately = null;
	private ?OptionSoldLooks $sold_looks = null;
	private ?SoldProducts $sold_products = null;
	private ?Sql $sql = null;
	private ?StepText $step_text = null;
	private ?StockListener $stock_listener = null;
	private ?WpdbStockRows $stock_rows = null;
	private ?LedgerStoppedOrders $stopped_orders = null;
	private ?WooOrders $stored_orders = null;
	private ?StoredServiceDates $stored_service_dates = null;
	private ?SweepHealth $sweep_health = null;
	private ?TaskTable $task_table = null;
	private ?TaskText $task_text = null;
	private ?SellsyTaxes $taxes = null;
	private ?ShopTexts $texts = null;
	private ?TokenEndpoint $token_endpoint = null;
	private ?TokenStore $token_store = null;
	private ?WpdbUnrecordedPayments $unrecorded_payments = null;
	private ?V1Client $v1_client = null;
	private ?V1Documents $v1_documents = null;
	private ?V1Probe $v1_probe = null;
	private ?SellsyWebhooks $webhooks = null;
	private ?WholeRecord $whole_record = null;
	private ?WpdbAttemptLog $wpdb_attempt_log = null;
	private ?WpdbCustomerLinks $wpdb_customer_links = null;
	private ?WpdbHistory $wpdb_history = null;
	private ?WooWrittenEmails $written_emails = null;

	public function __construct(
		public readonly \wpdb $wpdb,
		private ?Clock $clock = null,
		private ?Patience $patience = null,
	) {}

	public function clock(): Clock {
		return $this->clock ??= new SystemClock();
	}

	private function patience(): Patience {
		return $this->patience ??= new Patience();
	}

	public function account(): SellsyAccount {
		return $this->account ??= new SellsyAccount(
			$this->missing_access(),
			$this->account_identity(),
			$this->sellsy_client(),
			$this->account_mapping(),
			$this->account_lists(),
			$this->rights_check(),
			$this->seen_person()
		);
	}

	public function account_findings(): OptionRecords {
		return new OptionRecords(
			$this->kept_values(),
			$this->account()
		);
	}

	private function account_identity(): AccountIdentity {
		return $this->account_identity ??= new AccountIdentity(
			$this->credential_store()
		);
	}

	public function account_lists(): AccountLists {
		return $this->account_lists ??= new AccountLists(
			$this->sellsy_client(),
			$this->account_mapping(),
			$this->account_identity(),
			$this->v1_probe()
		);
	}

	public function account_mapping(): AccountMapping {
		return $this->account_mapping ??= new AccountMapping();
	}

	public function act_text(): ActText {
		return $this->act_text ??= new ActText();
	}

	private function address_mapping(): AddressMapping {
		return $this->address_mapping ??= new AddressMapping();
	}

	public function admin_page(): AdminPage {
		return $this->admin_page ??= new AdminPage(
			ORDERINVOICER_FILE,
			$this->problem_groups( ... ),
			$this->preloaded_answers( ... ),
			$this->help( ... ),
			$this->obstacle( ... )
		);
	}

	public function after_response(): AfterResponse {
		return $this->after_response ??= new AfterResponse();
	}

	public function agreements(): StoredAgreements {
		return $this->agreements ??= new StoredAgreements(
			$this->account_identity()
		);
	}

	public function amount_text(): AmountText {
		return $this->amount_text ??= new AmountText();
	}

	public function archive_flag(): ArchiveFlag {
		return $this->archive_flag ??= new ArchiveFlag();
	}

	public function archive_folder(): UploadsFolder {
		return $this->archive_folder ??= new UploadsFolder(
			$this->archive_text(),
			ArchivesFeature::uploads_folder_has_zip_archive()
		);
	}

	public function archive_text(): ArchiveText {
		return $this->archive_text ??= new ArchiveText(
			$this->document_names(),
			$this->ledger()
		);
	}

	private function authorized_transport(): AuthorizedTransport {
		return $this->authorized_transport ??= new AuthorizedTransport(
			$this->quota_transport(),
			$this->lasting_access()
		);
	}

	public function backfill_rows(): WpdbBackfillRows {
		return $this->backfill_rows ??= new WpdbBackfillRows(
			$this->sql(),
			$this->task_table(),
			$this->ledger()
		);
	}

	public function background_work(): WorkInBackground {
		return $this->background_work ??= new WorkInBackground(
			$this->heartbeat(),
			$this->site(),
			$this->clock()
		);
	}

	public function baseless_documents(): WpdbBaselessDocuments {
		return $this->baseless_documents ??= new WpdbBaselessDocuments(
			$this->sql()
		);
	}

	public function buyer_numbers(): BuyerNumbers {
		return $this->buyer_numbers ??= new BuyerNumbers();
	}

	private function call_log(): CallLog {
		return $this->call_log ??= new CallLog(
			$this->logger(),
			$this->wpdb_attempt_log(),
			$this->seen_rights()
		);
	}

	public function calls_left(): SeenQuota {
		return $this->calls_left ??= new SeenQuota(
			$this->clock()
		);
	}

	public function changed_orders(): WpdbChangedOrders {
		return $this->changed_orders ??= new WpdbChangedOrders(
			$this->sql(),
			$this->kept_values(),
			$this->edits_seen(),
			$this->clock()
		);
	}

	public function checkout_numbers(): CheckoutNumbers {
		return $this->checkout_numbers ??= new CheckoutNumbers();
	}

	public function company_requests(): OrderCompanyRequests {
		return $this->company_requests ??= new OrderCompanyRequests(
			$this->order_caches()
		);
	}

	public function consent_flow(): ConsentFlow {
		return $this->consent_flow ??= new ConsentFlow(
			$this->credential_store(),
			$this->consent_store(),
			$this->token_endpoint(),
			$this->lasting_access(),
			$this->clock(),
			$this->randomness(),
			AdapterFactories::consent_flow_redirect_url()
		);
	}

	public function consent_store(): ConsentStore {
		return $this->consent_store ??= new ConsentStore(
			$this->sodium_secret_store()
		);
	}

	public function credential_store(): CredentialStore {
		return $this->credential_store ??= CredentialStore::for_site(
			$this->sodium_secret_store()
		);
	}

	public function credit_notes(): SellsyCreditNotes {
		return $this->credit_notes ??= new SellsyCreditNotes(
			$this->document_links(),
			$this->documents(),
			$this->row_mapping()
		);
	}

	private function customer_mapping(): CustomerMapping {
		return $this->customer_mapping ??= new CustomerMapping();
	}

	public function customer_memory(): WpdbCustomerMemory {
		return $this->customer_memory ??= new WpdbCustomerMemory(
			$this->sql(),
			$this->clock()
		);
	}

	private function customer_payments(): CustomerPayments {
		return $this->customer_payments ??= new CustomerPayments(
			$this->sellsy_client(),
			$this->account_findings()
		);
	}

	public function customers(): SellsyCustomers {
		return $this->customers ??= new SellsyCustomers(
			$this->sellsy_client(),
			$this->customer_mapping(),
			$this->address_mapping(),
			$this->account_findings(),
			$this->whole_record()
		);
	}

	public function delivery_countries(): DeliveryCountries {
		return $this->delivery_countries ??= new DeliveryCountries(
			$this->wpdb,
			$this->sql()
		);
	}

	private function disputes(): Disputes {
		return $this->disputes ??= new Disputes();
	}

	public function document_files(): SellsyFiles {
		return AdapterFactories::sellsy_files(
			$this->calls_left(),
			$this->lasting_access(),
			$this->call_log(),
			$this->endpoints(),
			$this->observations()
		);
	}

	private function document_links(): DocumentLinks {
		return $this->document_links ??= new DocumentLinks(
			$this->sellsy_client()
		);
	}

	public function document_mapping(): DocumentMapping {
		return $this->document_mapping ??= new DocumentMapping(
			$this->row_mapping(),
			new PartiesMapping(
				$this->customer_mapping(),
				$this->address_mapping()
			)
		);
	}

	public function document_meta(): DocumentMeta {
		return $this->document_meta ??= new DocumentMeta(
			$this->sql()
		);
	}

	public function document_names(): DocumentNames {
		return $this->document_names ??= new DocumentNames();
	}

	public function document_page(): DocumentPage {
		return $this->document_page ??= new DocumentPage(
			AdapterFactories::document_page_sellsy_app_url( $this->endpoints() )
		);
	}

	public function document_steps(): SellsySteps {
		return $this->document_steps ??= new SellsySteps(
			$this->documents(),
			$this->v1_documents(),
			$this->v1_client()
		);
	}

	private function documents(): Documents {
		return $this->documents ??= new Documents(
			$this->sellsy_client()
		);
	}

	public function due_tasks(): WpdbDueTasks {
		return $this->due_tasks ??= new WpdbDueTasks(
			$this->task_table()
		);
	}

	private function earlier_exemptions(): EarlierExemptions {
		return $this->earlier_exemptions ??= new EarlierExemptions(
			$this->kept_values()
		);
	}

	public function edits_seen(): EditsSeen {
		return $this->edits_seen ??= new EditsSeen(
			$this->kept_values()
		);
	}

	public function email_switch(): EmailSwitch {
		return $this->email_switch ??= new EmailSwitch(
			$this->clock( ... )
		);
	}

	private function endpoints(): Endpoints {
		return $this->endpoints ??= Endpoints::from_constants();
	}

	public function event_address(): ShopEventAddress {
		return $this->event_address ??= new ShopEventAddress();
	}

	public function exemptions_notice(): ExemptionsNotice {
		return $this->exemptions_notice ??= new ExemptionsNotice(
			$this->kept_values(),
			$this->earlier_exemptions( ... )
		);
	}

	public function failed_tries(): FailedTries {
		return $this->failed_tries ??= new FailedTries(
			$this->sql()
		);
	}

	public function fill_text(): FillText {
		return $this->fill_text ??= new FillText();
	}

	public function fingerprints(): SaltedFingerprints {
		return $this->fingerprints ??= new SaltedFingerprints();
	}

	public function heartbeat(): Heartbeat {
		return $this->heartbeat ??= new Heartbeat(
			$this->clock()
		);
	}

	public function held_emails(): WooHeldEmails {
		return $this->held_emails ??= new WooHeldEmails(
			AdapterFactories::woo_held_emails_visible_documents( $this->shopper_documents(), $this->invoice_to_come() ),
			$this->document_files( ... ),
			$this->logger()
		);
	}

	public function help(): Help {
		return $this->help ??= new Help(
			ORDERINVOICER_FILE
		);
	}

	public function history_choice(): HistoryChoice {
		return $this->history_choice ??= new HistoryChoice(
			$this->history_query(),
			$this->wpdb_history()
		);
	}

	public function history_query(): HistoryQuery {
		return $this->history_query ??= new HistoryQuery(
			$this->order_search()
		);
	}

	public function hooks_in_place(): HooksInPlace {
		return $this->hooks_in_place ??= new HooksInPlace();
	}

	public function hourly_count(): HourlyCount {
		return $this->hourly_count ??= new HourlyCount(
			$this->sql(),
			$this->kept_values(),
			new LedgerParts(
				$this->sql(),
				$this->kept_values(),
				$this->money_of_months()
			),
			$this->clock()
		);
	}

	public function invoice_to_come(): InvoiceToCome {
		return $this->invoice_to_come ??= new InvoiceToCome(
			$this->settings(),
			new WorkflowSelector(),
			$this->document_meta(),
			$this->order_traits_reader(),
			$this->order_events( ... )
		);
	}

	public function invoicing(): SellsyInvoicing {
		return $this->invoicing ??= new SellsyInvoicing(
			$this->documents(),
			$this->document_mapping(),
			$this->account_lists(),
			$this->v1_documents(),
			$this->stored_service_dates(),
			$this->list_since()
		);
	}

	public function items(): SellsyItems {
		return $this->items ??= new SellsyItems(
			$this->sellsy_client(),
			new ItemMapping(),
			$this->account_findings(),
			$this->whole_record()
		);
	}

	public function kept_values(): FreshOptions {
		return $this->kept_values ??= new FreshOptions(
			$this->sql()
		);
	}

	public function kept_webhook(): SecretWebhook {
		return $this->kept_webhook ??= new SecretWebhook(
			$this->sodium_secret_store()
		);
	}

	public function lasting_access(): TokenProvider {
		return $this->lasting_access ??= new TokenProvider(
			$this->credential_store(),
			$this->token_store(),
			$this->token_endpoint(),
			new OptionLock(
				$this->wpdb,
				$this->clock(),
				$this->randomness()
			),
			$this->clock(),
			$this->site()
		);
	}

	public function ledger(): WpdbLedger {
		return $this->ledger ??= new WpdbLedger(
			$this->task_table()
		);
	}

	public function ledger_counts(): LedgerCounts {
		return $this->ledger_counts ??= new LedgerCounts(
			$this->hourly_count(),
			$this->task_table()
		);
	}

	public function list_since(): ListSince {
		return $this->list_since ??= new ListSince(
			$this->account_findings()
		);
	}

	public function list_text(): ListText {
		return $this->list_text ??= new ListText(
			$this->task_text(),
			$this->document_names()
		);
	}

	public function log_tail(): LogTail {
		return $this->log_tail ??= new LogTail(
			$this->sql()
		);
	}

	public function logger(): WcLogger {
		return $this->logger ??= new WcLogger(
			$this->settings()
		);
	}

	public function made_documents(): MadeDocuments {
		return $this->made_documents ??= new MadeDocuments(
			$this->sql()
		);
	}

	private function mark_stock(): MarkStock {
		return $this->mark_stock ??= new MarkStock(
			$this->settings(),
			$this->stock_rows(),
			$this->clock()
		);
	}

	public function missing_access(): Access {
		return $this->missing_access ??= new Access(
			$this->credential_store(),
			$this->token_store()
		);
	}

	public function moment(): Moment {
		return $this->moment ??= new Moment();
	}

	public function money_of_months(): MoneyOfMonths {
		return $this->money_of_months ??= new MoneyOfMonths(
			$this->sql()
		);
	}

	public function needed_rights(): NeededRights {
		return $this->needed_rights ??= new NeededRights(
			$this->settings()
		);
	}

	public function newest_payments(): SellsyNewestPayments {
		return $this->newest_payments ??= new SellsyNewestPayments(
			$this->customer_payments(),
			$this->document_links(),
			$this->seen_payment_mapping()
		);
	}

	public function notices(): Notices {
		return $this->notices ??= new Notices(
			$this->obstacle(),
			$this->problem_text( ... ),
			$this->moment()
		);
	}

	public function observations(): OptionObservations {
		return $this->observations ??= new OptionObservations(
			$this->kept_values(),
			$this->account_identity(),
			new SiteCopy(
				$this->site(),
				$this->pauses(),
				$this->clock()
			),
			$this->clock(),
			$this->logger(),
			ORDERINVOICER_VERSION
		);
	}

	public function obstacle(): Obstacle {
		return $this->obstacle ??= new Obstacle(
			$this->pauses(),
			$this->credential_store(),
			$this->missing_access(),
			$this->kept_values()
		);
	}

	public function option_connection(): OptionConnection {
		return $this->option_connection ??= new OptionConnection();
	}

	public function order_batch(): OrderBatch {
		return $this->order_batch ??= new OrderBatch();
	}

	private function order_caches(): OrderCaches {
		return $this->order_caches ??= new OrderCaches(
			$this->sql()
		);
	}

	public function order_condition(): OrderCondition {
		return $this->order_condition ??= new OrderCondition(
			$this->sql()
		);
	}

	public function order_door(): OrderDoor {
		return $this->order_door ??= new OrderDoor();
	}

	public function order_events(): WooOrderEvents {
		return $this->order_events ??= new WooOrderEvents(
			$this->settings(),
			$this->document_meta(),
			$this->order_shipments( ... ),
			$this->logger( ... ),
			$this->order_traits_reader( ... )
		);
	}

	public function order_history(): WooOrderHistory {
		return $this->order_history ??= new WooOrderHistory();
	}

	private function order_lines(): OrderLines {
		return $this->order_lines ??= new OrderLines(
			new BundleParents(),
			$this->sold_products(),
			new PrivateMetas()
		);
	}

	public function order_links(): WooOrderLinks {
		return $this->order_links ??= new WooOrderLinks(
			$this->document_meta(),
			$this->document_page(),
			$this->problem_text(),
			$this->document_names(),
			$this->logger()
		);
	}

	public function order_marks(): WpdbOrderMarks {
		return $this->order_marks ??= new WpdbOrderMarks(
			$this->sql()
		);
	}

	private function order_payments(): OrderPayments {
		return $this->order_payments ??= new OrderPayments(
			new PartPayments(),
			$this->disputes()
		);
	}

	public function order_search(): OrderSearch {
		return $this->order_search ??= new OrderSearch(
			$this->wpdb,
			$this->sql()
		);
	}

	private function order_shipments(): OrderShipments {
		return $this->order_shipments ??= new OrderShipments(
			new Parcels(),
			new SubscriptionPeriod(),
			$this->sold_products()
		);
	}

	public function order_traits_reader(): OrderTraitsReader {
		return $this->order_traits_reader ??= new OrderTraitsReader(
			$this->buyer_numbers(),
			$this->order_lines( ... ),
			$this->order_payments( ... )
		);
	}

	public function order_usage(): OrderUsage {
		return $this->order_usage ??= new OrderUsage(
			$this->wpdb,
			$this->sql()
		);
	}

	public function outlook_text(): OutlookText {
		return $this->outlook_text ??= new OutlookText(
			$this->problem_text(),
			$this->document_names(),
			$this->rule_text()
		);
	}

	public function own_documents(): WpdbOwnDocuments {
		return $this->own_documents ??= new WpdbOwnDocuments(
			$this->sql(),
			$this->account()
		);
	}

	public function own_route(): OwnRoute {
		return $this->own_route ??= new OwnRoute(
			AdapterFactories::own_route_namespace_of_ours(),
			$this->clock()
		);
	}

	private function own_stock_change(): OwnStockChange {
		return $this->own_stock_change ??= new OwnStockChange();
	}

	public function owner_mailer(): OwnerMailer {
		return $this->owner_mailer ??= new OwnerMailer(
			$this->owner_texts( ... ),
			$this->logger()
		);
	}

	public function owner_texts(): OwnerTexts {
		return $this->owner_texts ??= new OwnerTexts(
			$this->problem_text(),
			AdapterFactories::owner_texts_page()
		);
	}

	public function paid_orders(): WooPaidOrders {
		return $this->paid_orders ??= new WooPaidOrders(
			$this->order_caches(),
			$this->document_names(),
			$this->logger()
		);
	}

	public function pauses(): OptionPauses {
		return $this->pauses ??= new OptionPauses(
			$this->kept_values()
		);
	}

	public function payment_gateways(): PaymentGateways {
		return $this->payment_gateways ??= new PaymentGateways();
	}

	public function payment_mapping(): PaymentMapping {
		return $this->payment_mapping ??= new PaymentMapping(
			$this->seen_payment_mapping()
		);
	}

	public function payments(): SellsyPayments {
		return $this->payments ??= new SellsyPayments(
			$this->customer_payments(),
			$this->document_links(),
			$this->payment_mapping()
		);
	}

	private function preloaded_answers(): PreloadedAnswers {
		return $this->preloaded_answers ??= new PreloadedAnswers(
			$this->account( ... )
		);
	}

	public function problem_groups(): ProblemGroups {
		return $this->problem_groups ??= new ProblemGroups(
			$this->sql()
		);
	}

	public function problem_text(): ProblemText {
		return $this->problem_text ??= new ProblemText();
	}

	public function product_references(): ProductReferences {
		return $this->product_references ??= new ProductReferences(
			$this->wpdb,
			$this->sql()
		);
	}

	public function products(): WooProducts {
		return $this->products ??= new WooProducts();
	}

	public function queue(): ActionSchedulerQueue {
		return $this->queue ??= new ActionSchedulerQueue(
			$this->after_response(),
			$this->logger( ... )
		);
	}

	private function quota_transport(): QuotaTransport {
		return $this->quota_transport ??= new QuotaTransport(
			new WordPressTransport(
				ORDERINVOICER_VERSION,
				$this->patience()
			),
			$this->calls_left()
		);
	}

	public function randomness(): SystemRandomness {
		return $this->randomness ??= new SystemRandomness();
	}

	public function recent_sales(): RecentSales {
		return new RecentSales(
			$this->wpdb,
			$this->sql(),
			$this->clock()
		);
	}

	public function remote_id_store(): WpdbRemoteIds {
		return $this->remote_id_store ??= new WpdbRemoteIds(
			$this->sql(),
			$this->clock(),
			$this->moment()
		);
	}

	public function report(): WpdbReport {
		return $this->report ??= new WpdbReport(
			$this->sql(),
			$this->clock()
		);
	}

	public function right_probe(): RightProbe {
		return $this->right_probe ??= new RightProbe(
			$this->sellsy_client()
		);
	}

	public function right_text(): RightText {
		return $this->right_text ??= new RightText();
	}

	public function rights_check(): RightsCheck {
		return $this->rights_check ??= new RightsCheck(
			$this->sellsy_client(),
			$this->v1_probe(),
			$this->needed_rights(),
			$this->right_probe(),
			$this->seen_rights(),
			$this->seen_person(),
			AdapterFactories::rights_check_has_no_dry_run( $this->account_findings( ... ) )
		);
	}

	private function row_mapping(): RowMapping {
		return $this->row_mapping ??= new RowMapping();
	}

	public function row_states(): RowStates {
		return $this->row_states ??= new RowStates(
			$this->sql(),
			$this->clock()
		);
	}

	public function rule_choices(): RuleChoices {
		return $this->rule_choices ??= new RuleChoices();
	}

	public function rule_text(): RuleText {
		return $this->rule_text ??= new RuleText(
			AdapterFactories::rule_text_names(),
			$this->amount_text()
		);
	}

	public function runtime_cache(): WordPressRuntimeCache {
		return $this->runtime_cache ??= new WordPressRuntimeCache(
			$this->credential_store(),
			$this->clock(),
			$this->moment(),
			$this->kept_values()
		);
	}

	public function saved_orders(): WooSavedOrders {
		return $this->saved_orders ??= new WooSavedOrders(
			$this->sql(),
			$this->wpdb
		);
	}

	public function schedule_facts(): ScheduleFacts {
		return $this->schedule_facts ??= new ScheduleFacts();
	}

	public function schema(): Schema {
		return $this->schema ??= new Schema(
			$this->wpdb,
			AdapterFactories::schema_features()
		);
	}

	public function seen_documents(): WpdbSeenDocuments {
		return $this->seen_documents ??= new WpdbSeenDocuments(
			$this->sql()
		);
	}

	private function seen_payment_mapping(): SeenPaymentMapping {
		return $this->seen_payment_mapping ??= new SeenPaymentMapping();
	}

	public function seen_person(): SeenPerson {
		return $this->seen_person ??= new SeenPerson(
			$this->credential_store(),
			$this->clock()
		);
	}

	public function seen_rights(): SeenRights {
		return $this->seen_rights ??= new SeenRights(
			$this->kept_values(),
			$this->credential_store()
		);
	}

	public function sellsy_client(): SellsyClient {
		return $this->sellsy_client ??= new SellsyClient(
			$this->authorized_transport(),
			$this->call_log(),
			AdapterFactories::sellsy_client_api_url( $this->endpoints() )
		);
	}

	public function sellsy_newest_documents(): SellsyNewestDocuments {
		return $this->sellsy_newest_documents ??= new SellsyNewestDocuments(
			$this->documents(),
			$this->document_mapping(),
			$this->v1_documents(),
			$this->list_since()
		);
	}

	public function sellsy_pages(): SellsyPages {
		return $this->sellsy_pages ??= new SellsyPages(
			AdapterFactories::sellsy_pages_sellsy_app_url( $this->endpoints() )
		);
	}

	public function sellsy_stocks(): SellsyStockLevels {
		return $this->sellsy_stocks ??= new SellsyStockLevels(
			$this->v1_client()
		);
	}

	public function settings(): OptionSettings {
		return $this->settings ??= new OptionSettings(
			$this->settings_array(),
			$this->moment()
		);
	}

	public function settings_array(): SettingsArray {
		return $this->settings_array ??= new SettingsArray();
	}

	public function sheet_text(): SheetText {
		return $this->sheet_text ??= new SheetText(
			$this->task_text(),
			$this->document_names(),
			$this->amount_text()
		);
	}

	public function shipped_signs(): ShippedSigns {
		return $this->shipped_signs ??= new ShippedSigns();
	}

	public function shop_code_conflicts(): ShopCodeConflicts {
		return $this->shop_code_conflicts ??= new ShopCodeConflicts(
			$this->kept_values(),
			$this->site(),
			$this->settings()
		);
	}

	public function shop_customers(): ShopCustomers {
		return $this->shop_customers ??= new ShopCustomers();
	}

	public function shop_emails(): WooShopEmails {
		return $this->shop_emails ??= new WooShopEmails(
			$this->email_switch(),
			$this->document_names()
		);
	}

	public function shop_stocks(): WooStocks {
		return $this->shop_stocks ??= new WooStocks(
			$this->wpdb,
			$this->sql(),
			new OrdersOnTheWay(
				$this->wpdb,
				$this->sql(),
				$this->settings(),
				StockFeature::orders_on_the_way_looks( $this->kept_values() )
			),
			$this->own_stock_change()
		);
	}

	public function shop_widgets(): ShopWidgets {
		return $this->shop_widgets ??= new ShopWidgets();
	}

	public function shopper_documents(): ShopperDocuments {
		return $this->shopper_documents ??= new ShopperDocuments(
			$this->settings(),
			$this->ledger(),
			$this->report()
		);
	}

	public function signed_events(): SellsyEvents {
		return $this->signed_events ??= new SellsyEvents();
	}

	public function site(): OptionSite {
		return $this->site ??= new OptionSite(
			$this->kept_values()
		);
	}

	public function situation_text(): SituationText {
		return $this->situation_text ??= new SituationText();
	}

	public function sleep(): SystemSleep {
		return $this->sleep ??= new SystemSleep();
	}

	public function sodium_secret_store(): SodiumSecretStore {
		return $this->sodium_secret_store ??= SodiumSecretStore::for_site(
			$this->kept_values()
		);
	}

	public function sold_lately(): WooSoldLately {
		return $this->sold_lately ??= SoldLatelyFeature::woo_sold_lately(
			$this->recent_sales(),
			$this->product_references()
		);
	}

	public function sold_looks(): OptionSoldLooks {
		return $this->sold_looks ??= new OptionSoldLooks(
			$this->kept_values(),
			SoldLatelyFeature::option_sold_looks_access( $this->credential_store() )
		);
	}

	private function sold_products(): SoldProducts {
		return $this->sold_products ??= new SoldProducts();
	}

	public function sql(): Sql {
		return $this->sql ??= new Sql(
			$this->wpdb,
			$this->moment()
		);
	}

	public function step_text(): StepText {
		return $this->step_text ??= new StepText(
			$this->document_names(),
			$this->amount_text()
		);
	}

	public function stock_listener(): StockListener {
		return $this->stock_listener ??= new StockListener(
			$this->mark_stock( ... ),
			$this->own_stock_change(),
			$this->logger()
		);
	}

	public function stock_rows(): WpdbStockRows {
		return $this->stock_rows ??= new WpdbStockRows(
			$this->sql()
		);
	}

	public function stopped_orders(): LedgerStoppedOrders {
		return $this->stopped_orders ??= new LedgerStoppedOrders(
			$this->problem_groups(),
			$this->ledger()
		);
	}

	public function stored_orders(): WooOrders {
		return $this->stored_orders ??= new WooOrders(
			new OrderSnapshotFactory(
				$this->order_lines(),
				$this->buyer_numbers(),
				$this->order_payments(),
				$this->order_shipments()
			),
			new OrderRefunds(
				new RelatedOrders(
					$this->sql()
				),
				$this->disputes()
			),
			$this->order_caches(),
			$this->moment(),
			$this->order_batch()
		);
	}

	public function stored_service_dates(): StoredServiceDates {
		return $this->stored_service_dates ??= new StoredServiceDates(
			$this->kept_values(),
			$this->credential_store()
		);
	}

	public function sweep_health(): SweepHealth {
		return $this->sweep_health ??= new SweepHealth(
			$this->heartbeat(),
			new Wakeups(),
			$this->clock()
		);
	}

	public function task_table(): TaskTable {
		return $this->task_table ??= new TaskTable(
			$this->sql(),
			$this->clock()
		);
	}

	public function task_text(): TaskText {
		return $this->task_text ??= new TaskText(
			$this->problem_text(),
			$this->document_page(),
			new EffectText(
				$this->document_names()
			),
			$this->document_names()
		);
	}

	public function taxes(): SellsyTaxes {
		return $this->taxes ??= new SellsyTaxes(
			$this->sellsy_client(),
			$this->account_mapping(),
			$this->account_lists()
		);
	}

	public function texts(): ShopTexts {
		return $this->texts ??= new ShopTexts();
	}

	public function token_endpoint(): TokenEndpoint {
		return $this->token_endpoint ??= new TokenEndpoint(
			$this->quota_transport(),
			$this->endpoints(),
			$this->clock()
		);
	}

	public function token_store(): TokenStore {
		return $this->token_store ??= new TokenStore(
			$this->sodium_secret_store()
		);
	}

	public function unrecorded_payments(): WpdbUnrecordedPayments {
		return $this->unrecorded_payments ??= new WpdbUnrecordedPayments(
			$this->sql()
		);
	}

	public function v1_client(): V1Client {
		return $this->v1_client ??= new V1Client(
			$this->authorized_transport(),
			$this->call_log(),
			AdapterFactories::v1_client_url( $this->endpoints() ),
			new V1Pace(
				$this->sleep()
			)
		);
	}

	public function v1_documents(): V1Documents {
		return $this->v1_documents ??= new V1Documents(
			$this->v1_client(),
			new V1Mapping(
				$this->account_lists()
			)
		);
	}

	private function v1_probe(): V1Probe {
		return $this->v1_probe ??= new V1Probe(
			$this->v1_client()
		);
	}

	public function webhooks(): SellsyWebhooks {
		return $this->webhooks ??= new SellsyWebhooks(
			$this->sellsy_client()
		);
	}

	private function whole_record(): WholeRecord {
		return $this->whole_record ??= new WholeRecord();
	}

	public function wpdb_attempt_log(): WpdbAttemptLog {
		return $this->wpdb_attempt_log ??= new WpdbAttemptLog(
			$this->sql()
		);
	}

	public function wpdb_customer_links(): WpdbCustomerLinks {
		return $this->wpdb_customer_links ??= new WpdbCustomerLinks(
			$this->sql(),
			$this->clock()
		);
	}

	public function wpdb_history(): WpdbHistory {
		return $this->wpdb_history ??= new WpdbHistory(
			$this->sql(),
			new HistoryIds(
				$this->sql()
			),
			$this->clock()
		);
	}

	public function written_emails(): WooWrittenEmails {
		return $this->written_emails ??= new WooWrittenEmails(
			$this->wpdb,
			$this->sql()
		);
	}

	public function attempts(): WpdbAttemptLog {
		return $this->wpdb_attempt_log();
	}

	public function documents_since(): SellsyNewestDocuments {
		return $this->sellsy_newest_documents();
	}

	public function documents_to_link(): SellsyNewestDocuments {
		return $this->sellsy_newest_documents();
	}

	public function newest_documents(): SellsyNewestDocuments {
		return $this->sellsy_newest_documents();
	}

	public function owner_is_told(): OwnerMailer {
		return $this->owner_mailer();
	}

	public function owner_mails(): OwnerMailer {
		return $this->owner_mailer();
	}

	public function trail(): WpdbAttemptLog {
		return $this->wpdb_attempt_log();
	}
}
