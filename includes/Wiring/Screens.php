<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Admin\BoxView;
use OrderInvoicer\Admin\ClashNotice;
use OrderInvoicer\Admin\ConnectCallback;
use OrderInvoicer\Admin\CreditPreviewPart;
use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Admin\NumberCheck;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Admin\OrderList\DocumentPills;
use OrderInvoicer\Admin\OrderList\LiveScreen;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Admin\OrderList\OrderListFilter;
use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Admin\OrderSheet\OrderRow;
use OrderInvoicer\Admin\OrderSheet\PaidBackPart;
use OrderInvoicer\Admin\OrderSheet\SameClientPart;
use OrderInvoicer\Cli\CliRegistration;
use OrderInvoicer\Cli\Command;
use OrderInvoicer\Cli\Commands;
use OrderInvoicer\Cli\DryRunCommand;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Cli\SettingsCommands;
use OrderInvoicer\Domain\Account\AccountListener;
use OrderInvoicer\Domain\OrderBook\BuyerErased;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\Domain\Work\WorkGate;
use OrderInvoicer\Features\Archives\ArchiveController;
use OrderInvoicer\Features\Archives\ArchiveDownload;
use OrderInvoicer\Features\Archives\ArchiveFlag;
use OrderInvoicer\Features\Archives\ArchiveList;
use OrderInvoicer\Features\Archives\ArchiveRunner;
use OrderInvoicer\Features\Archives\ArchivesFeature;
use OrderInvoicer\Features\Archives\OwnArchives;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;
use OrderInvoicer\Features\Backfill\BackfillCommand;
use OrderInvoicer\Features\Backfill\BackfillController;
use OrderInvoicer\Features\Backfill\BackfillView;
use OrderInvoicer\Features\Bulk\BulkActions;
use OrderInvoicer\Features\Bulk\BulkPage;
use OrderInvoicer\Features\Bulk\BulkPageParts;
use OrderInvoicer\Features\Bulk\BulkProgress;
use OrderInvoicer\Features\Bulk\BulkRuns;
use OrderInvoicer\Features\Bulk\BulkText;
use OrderInvoicer\Features\Bulk\MendedView;
use OrderInvoicer\Features\Bulk\OrderMenu;
use OrderInvoicer\Features\Bulk\RetryAllController;
use OrderInvoicer\Features\Bulk\Rules\CarryOutBulk;
use OrderInvoicer\Features\Bulk\Rules\PlanBulk;
use OrderInvoicer\Features\CompanyRequests\CompanyForm;
use OrderInvoicer\Features\CompanyRequests\CompanyPost;
use OrderInvoicer\Features\CompanyRequests\CompanySection;
use OrderInvoicer\Features\CompanyRequests\CompanyText;
use OrderInvoicer\Features\CompanyRequests\KeptCompanyForm;
use OrderInvoicer\Features\Doctor\AccessRights;
use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\DoctorCommand;
use OrderInvoicer\Features\Doctor\DoctorController;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\DoctorRunner;
use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\DraftLinks;
use OrderInvoicer\Features\Doctor\Drafts\DraftBodies;
use OrderInvoicer\Features\Doctor\Drafts\DraftCreditsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftListsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftPaymentsTrial;
use OrderInvoicer\Features\Doctor\Drafts\Drafts;
use OrderInvoicer\Features\Doctor\Drafts\DraftsTrial;
use OrderInvoicer\Features\Doctor\Drafts\Remains;
use OrderInvoicer\Features\Doctor\Kept\Notebook;
use OrderInvoicer\Features\Doctor\Pace;
use OrderInvoicer\Features\Doctor\TrialList;
use OrderInvoicer\Features\Doctor\Trials\AccountTrial;
use OrderInvoicer\Features\Doctor\Trials\AddressTrial;
use OrderInvoicer\Features\Doctor\Trials\BasketsTrial;
use OrderInvoicer\Features\Doctor\Trials\BelowZeroTrial;
use OrderInvoicer\Features\Doctor\Trials\CategoriesTrial;
use OrderInvoicer\Features\Doctor\Trials\ChangesTrial;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\Computations;
use OrderInvoicer\Features\Doctor\Trials\ContactsTrial;
use OrderInvoicer\Features\Doctor\Trials\DecimalsTrial;
use OrderInvoicer\Features\Doctor\Trials\DocumentsTrial;
use OrderInvoicer\Features\Doctor\Trials\ItemsTrial;
use OrderInvoicer\Features\Doctor\Trials\OlderApiTrial;
use OrderInvoicer\Features\Doctor\Trials\PaymentsTrial;
use OrderInvoicer\Features\Doctor\Trials\Things;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Features\Doctor\Trials\WebhookTrial;
use OrderInvoicer\Features\EarlierPayments\EarlierPaymentsCommand;
use OrderInvoicer\Features\EarlierPayments\EarlierPaymentsController;
use OrderInvoicer\Features\EarlierPayments\EarlierPaymentsText;
use OrderInvoicer\Features\Figures\FiguresController;
use OrderInvoicer\Features\Figures\FiguresFile;
use OrderInvoicer\Features\Figures\FiguresText;
use OrderInvoicer\Features\Figures\FiguresView;
use OrderInvoicer\Features\Figures\WooOrdered;
use OrderInvoicer\Features\Figures\WpdbFigures;
use OrderInvoicer\Features\History\HistoryController;
use OrderInvoicer\Features\History\HistoryCsv;
use OrderInvoicer\Features\History\HistoryExport;
use OrderInvoicer\Features\History\HistoryIds;
use OrderInvoicer\Features\History\HistoryOrders;
use OrderInvoicer\Features\History\HistoryQuery;
use OrderInvoicer\Features\History\HistoryText;
use OrderInvoicer\Features\History\HistoryView;
use OrderInvoicer\Features\History\OrderSearch;
use OrderInvoicer\Features\History\TodoController;
use OrderInvoicer\Features\History\WaitingOrders;
use OrderInvoicer\Features\History\WpdbHistory;
use OrderInvoicer\Features\Linking\LinkController;
use OrderInvoicer\Features\Linking\LinkPart;
use OrderInvoicer\Features\Linking\LinkSearch;
use OrderInvoicer\Features\Linking\LinkText;
use OrderInvoicer\Features\Network\Presence;
use OrderInvoicer\Features\Network\SiteList;
use OrderInvoicer\Features\OwnerMail\OwnerEmailsController;
use OrderInvoicer\Features\Privacy\CustomerNumbers;
use OrderInvoicer\Features\Privacy\DocumentEraser;
use OrderInvoicer\Features\Privacy\DocumentExporter;
use OrderInvoicer\Features\Privacy\OrdersOfPerson;
use OrderInvoicer\Features\Privacy\PrivacyTools;
use OrderInvoicer\Features\ShopperDocuments\DocumentsInEmails;
use OrderInvoicer\Features\ShopperDocuments\DocumentsTable;
use OrderInvoicer\Features\ShopperDocuments\DownloadRequest;
use OrderInvoicer\Features\ShopperDocuments\EmailPreviewController;
use OrderInvoicer\Features\ShopperDocuments\EmailSettingsNote;
use OrderInvoicer\Features\ShopperDocuments\InvoicePromise;
use OrderInvoicer\Features\ShopperDocuments\OrderDocuments;
use OrderInvoicer\Features\ShopperDocuments\OrderListActions;
use OrderInvoicer\Features\ShopperDocuments\OwnerPdf;
use OrderInvoicer\Features\ShopperDocuments\PdfAnswer;
use OrderInvoicer\Features\ShopperDocuments\RenewedDocuments;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadDocument;
use OrderInvoicer\Features\ShopperDocuments\ShopperDocumentsFeature;
use OrderInvoicer\Features\ShopperDocuments\ShopperText;
use OrderInvoicer\Features\ShopperDocuments\VisibleDocuments;
use OrderInvoicer\Features\SoldLately\SoldLatelyFeature;
use OrderInvoicer\Features\Stock\StockCommand;
use OrderInvoicer\Features\Stock\StockController;
use OrderInvoicer\Features\Stock\StockFacts;
use OrderInvoicer\Features\Stock\StockFeature;
use OrderInvoicer\Features\Stock\StockText;
use OrderInvoicer\Features\Stock\StockView;
use OrderInvoicer\Features\TalkBack\EventEndpoint;
use OrderInvoicer\Features\TalkBack\Rules\LookAtSellsy;
use OrderInvoicer\Features\TalkBack\Rules\TakeEvent;
use OrderInvoicer\Features\TalkBack\WebhookController;
use OrderInvoicer\Features\TalkBack\WebhookText;
use OrderInvoicer\Features\TaxDoctor\FindingText;
use OrderInvoicer\Features\TaxDoctor\Rules\TaxDoctor;
use OrderInvoicer\Features\TaxDoctor\TaxDoctorController;
use OrderInvoicer\Health\Checks\Access\KeysCheck;
use OrderInvoicer\Health\Checks\Access\PersonCheck;
use OrderInvoicer\Health\Checks\Access\PrivilegesCheck;
use OrderInvoicer\Health\Checks\Access\SharedAccessCheck;
use OrderInvoicer\Health\Checks\AttentionCheck;
use OrderInvoicer\Health\Checks\ClashCheck;
use OrderInvoicer\Health\Checks\ConnectionCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\HooksCheck;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Health\Checks\OtherInvoicesCheck;
use OrderInvoicer\Health\Checks\PassCheck;
use OrderInvoicer\Health\Checks\SecretsCheck;
use OrderInvoicer\Health\Checks\ServerCheck;
use OrderInvoicer\Health\Checks\Site\AddressCheck;
use OrderInvoicer\Health\Checks\Site\CacheCheck;
use OrderInvoicer\Health\Checks\Site\ClockCheck;
use OrderInvoicer\Health\Checks\Site\LimitsCheck;
use OrderInvoicer\Health\Checks\Site\OtherConnectorCheck;
use OrderInvoicer\Health\Checks\Site\OwnRouteCheck;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Health\Checks\WaitingCheck;
use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Health\EnvironmentFacts;
use OrderInvoicer\Health\HealthChecks;
use OrderInvoicer\Health\HealthReport;
use OrderInvoicer\Health\MoreFacts;
use OrderInvoicer\Health\SiteHealth;
use OrderInvoicer\Health\StatusReport;
use OrderInvoicer\Health\WorkFacts;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\CreditPreviewView;
use OrderInvoicer\Reports\DocumentsView;
use OrderInvoicer\Reports\DryRunView;
use OrderInvoicer\Reports\MoneyView;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\Reports\OrderSheetView;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Reports\OverviewView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\Shop\KeptOrderFacts;
use OrderInvoicer\Reports\Shop\RecentOrders;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Reports\Shop\UsedRates;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Reports\SupportText;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Reports\TimelineView;
use OrderInvoicer\Rest\Account\ConnectionController;
use OrderInvoicer\Rest\Account\OverviewController;
use OrderInvoicer\Rest\Account\SellsyController;
use OrderInvoicer\Rest\Account\StatusController;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerController;
use OrderInvoicer\Rest\Customers\CustomerLinksController;
use OrderInvoicer\Rest\Customers\SameClientController;
use OrderInvoicer\Rest\Items\ProductsController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Orders\OrderDocumentsController;
use OrderInvoicer\Rest\Orders\OrderUsageController;
use OrderInvoicer\Rest\Orders\OrdersController;
use OrderInvoicer\Rest\Payments\PaidBackController;
use OrderInvoicer\Rest\Payments\PaymentMethodsController;
use OrderInvoicer\Rest\Preview\CreditPreviewController;
use OrderInvoicer\Rest\Preview\DryRunController;
use OrderInvoicer\Rest\Routes;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Settings\SettingsController;
use OrderInvoicer\Rest\Settings\ShopController;
use OrderInvoicer\Rest\Tasks\TaskActsController;
use OrderInvoicer\Rest\Tasks\TasksController;
use OrderInvoicer\Rest\Taxes\TaxesController;
use OrderInvoicer\WordPress\Queue\OneAction;
use OrderInvoicer\WordPress\Queue\RunnerEndpoint;
use OrderInvoicer\WordPress\Queue\Worker;
use OrderInvoicer\Wording\ActQuestion;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\MovedPaymentText;
use OrderInvoicer\Wording\OfferText;
use OrderInvoicer\Wording\SameClientText;

/**
 * Where people and programs meet the use cases. Written by `npm run composition`: never edit it
 * (docs/ARCHITECTURE.md, "One composition").
 */
final class Screens {

	private ?AccessRights $access_rights = null;
	private ?ArchiveFlag $archive_flag = null;
	private ?ArchiveList $archive_list = null;
	private ?ArchiveRunner $archive_runner = null;
	private ?BackfillView $backfill_view = null;
	private ?BillingNumbers $billing_numbers = null;
	private ?BulkPage $bulk_page = null;
	private ?BulkProgress $bulk_progress = null;
	private ?BulkRuns $bulk_runs = null;
	private ?BulkText $bulk_text = null;
	private ?CompanyForm $company_form = null;
	private ?CompanyPost $company_post = null;
	private ?Computations $computations = null;
	private ?ConnectCallback $connect_callback = null;
	private ?Connection $connection = null;
	private ?ConnectionErrors $connection_errors = null;
	private ?ConnectionView $connection_view = null;
	private ?CreditPreviewPart $credit_preview_part = null;
	private ?Diagnostics $diagnostics = null;
	private ?Doctor $doctor = null;
	private ?DoctorReport $doctor_report = null;
	private ?DoctorRunner $doctor_runner = null;
	private ?DoctorText $doctor_text = null;
	private ?DocumentPills $document_pills = null;
	private ?DocumentsInEmails $documents_in_emails = null;
	private ?DocumentsTable $documents_table = null;
	private ?DownloadRequest $download_request = null;
	private ?DraftLinks $draft_links = null;
	private ?Drafts $drafts = null;
	private ?DryRunView $dry_run_view = null;
	private ?EarlierPaymentsText $earlier_payments_text = null;
	private ?EmailSettingsNote $email_settings_note = null;
	private ?EventEndpoint $event_endpoint = null;
	private ?FiguresText $figures_text = null;
	private ?FinalText $final_text = null;
	private ?HealthReport $health_report = null;
	private ?HistoryOrders $history_orders = null;
	private ?InvoicePromise $invoice_promise = null;
	private ?LinkPart $link_part = null;
	private ?LinkText $link_text = null;
	private ?LoopbackCheck $loopback_check = null;
	private ?MendedView $mended_view = null;
	private ?MovedPaymentText $moved_payment_text = null;
	private ?Notebook $notebook = null;
	private ?NumberCheck $number_check = null;
	private ?OfferText $offer_text = null;
	private ?OfferView $offer_view = null;
	private ?OrderAccess $order_access = null;
	private ?OrderBox $order_box = null;
	private ?OrderEmailActions $order_email_actions = null;
	private ?OrderSheetView $order_sheet_view = null;
	private ?OrderView $order_view = null;
	private ?OrdersOfPerson $orders_of_person = null;
	private ?Output $output = null;
	private ?OwnArchives $own_archives = null;
	private ?OwnerPdf $owner_pdf = null;
	private ?PaidBackPart $paid_back_part = null;
	private ?PdfAnswer $pdf_answer = null;
	private ?ProblemView $problem_view = null;
	private ?RecentOrders $recent_orders = null;
	private ?RenewedDocuments $renewed_documents = null;
	private ?Routes $routes = null;
	private ?RunnerEndpoint $runner_endpoint = null;
	private ?SameClientPart $same_client_part = null;
	private ?ShopRates $shop_rates = null;
	private ?ShopperText $shopper_text = null;
	private ?SiteHealth $site_health = null;
	private ?StatusReport $status_report = null;
	private ?StatusView $status_view = null;
	private ?StockView $stock_view = null;
	private ?TablesCheck $tables_check = null;
	private ?TaskView $task_view = null;
	private ?TaxView $tax_view = null;
	private ?Things $things = null;
	private ?UsedRates $used_rates = null;
	private ?VisibleDocuments $visible_documents = null;

	/** @param \Closure(): Engine $engine which most requests need nothing of. */
	public function __construct(
		private readonly Adapters $adapters,
		private readonly \Closure $engine,
	) {}

	private function engine(): Engine {
		return ( $this->engine )();
	}

	private function access_rights(): AccessRights {
		return $this->access_rights ??= new AccessRights(
			$this->adapters->needed_rights(),
			$this->adapters->seen_rights(),
			$this->adapters->seen_person()
		);
	}

	private function archive_flag(): ArchiveFlag {
		return $this->archive_flag ??= new ArchiveFlag();
	}

	public function archive_list(): ArchiveList {
		return $this->archive_list ??= new ArchiveList(
			$this->own_archives( ... ),
			fn (): PlanArchive => $this->engine()->plan_archive(),
			$this->adapters->archive_text( ... ),
			$this->archive_flag(),
			ScreenFactories::archive_list_script()
		);
	}

	public function archive_runner(): ArchiveRunner {
		return $this->archive_runner ??= new ArchiveRunner(
			$this->engine()->fill_archive(),
			$this->engine()->keep_archives(),
			$this->engine()->archives(),
			ArchivesFeature::archive_runner_one_action( $this->adapters->clock() ),
			$this->adapters->clock(),
			$this->adapters->logger()
		);
	}

	private function backfill_view(): BackfillView {
		return $this->backfill_view ??= new BackfillView(
			$this->engine()->backfills()
		);
	}

	public function billing_numbers(): BillingNumbers {
		return $this->billing_numbers ??= new BillingNumbers(
			$this->number_check(),
			$this->adapters->checkout_numbers()
		);
	}

	public function bulk_page(): BulkPage {
		return $this->bulk_page ??= new BulkPage(
			fn (): PlanBulk => $this->engine()->plan_bulk(),
			fn (): CarryOutBulk => $this->engine()->carry_out_bulk(),
			$this->adapters->settings(),
			$this->bulk_runs(),
			$this->bulk_text(),
			new BulkPageParts(
				$this->bulk_text()
			),
			$this->adapters->help()
		);
	}

	private function bulk_progress(): BulkProgress {
		return $this->bulk_progress ??= new BulkProgress(
			$this->bulk_runs(),
			$this->adapters->row_states(),
			$this->bulk_text(),
			ScreenFactories::bulk_progress_script()
		);
	}

	private function bulk_runs(): BulkRuns {
		return $this->bulk_runs ??= new BulkRuns();
	}

	private function bulk_text(): BulkText {
		return $this->bulk_text ??= new BulkText(
			$this->adapters->document_names(),
			$this->adapters->amount_text()
		);
	}

	private function company_form(): CompanyForm {
		return $this->company_form ??= new CompanyForm(
			$this->adapters->checkout_numbers(),
			$this->adapters->buyer_numbers()
		);
	}

	public function company_post(): CompanyPost {
		return $this->company_post ??= new CompanyPost(
			$this->adapters->order_door(),
			$this->company_form(),
			new KeptCompanyForm(),
			$this->engine()->ask_for_company(),
			$this->adapters->logger()
		);
	}

	private function computations(): Computations {
		return $this->computations ??= new Computations(
			ScreenFactories::computations_invoicing(
				$this->adapters->sellsy_client(),
				$this->adapters->document_mapping(),
				$this->adapters->account_lists(),
				$this->adapters->v1_documents(),
				$this->adapters->stored_service_dates(),
				$this->adapters->list_since()
			),
			$this->adapters->account(),
			$this->things(),
			$this->adapters->clock()
		);
	}

	public function connect_callback(): ConnectCallback {
		return $this->connect_callback ??= new ConnectCallback(
			$this->adapters->consent_flow(),
			$this->connection()
		);
	}

	private function connection(): Connection {
		return $this->connection ??= new Connection(
			$this->adapters->credential_store(),
			$this->adapters->token_endpoint(),
			$this->adapters->token_store(),
			$this->adapters->consent_store(),
			$this->adapters->account(),
			$this->engine()->test_connection(),
			$this->adapters->option_connection(),
			$this->adapters->calls_left(),
			$this->adapters->pauses(),
			$this->connection_listeners()
		);
	}

	private function connection_errors(): ConnectionErrors {
		return $this->connection_errors ??= new ConnectionErrors();
	}

	public function connection_view(): ConnectionView {
		return $this->connection_view ??= new ConnectionView(
			$this->adapters->credential_store(),
			$this->adapters->missing_access(),
			$this->adapters->option_connection(),
			$this->adapters->pauses(),
			$this->problem_view(),
			$this->adapters->rights_check(),
			$this->adapters->right_text(),
			$this->adapters->account(),
			$this->engine()->failure_count(),
			$this->adapters->calls_left()
		);
	}

	private function credit_preview_part(): CreditPreviewPart {
		return $this->credit_preview_part ??= new CreditPreviewPart();
	}

	public function diagnostics(): Diagnostics {
		return $this->diagnostics ??= new Diagnostics(
			$this->health_report(),
			new EnvironmentFacts(
				$this->adapters->wpdb
			),
			new WorkFacts(
				$this->connection_view(),
				$this->status_view(),
				$this->adapters->pauses(),
				$this->adapters->ledger_counts(),
				$this->adapters->schedule_facts(),
				$this->tables_check(),
				$this->adapters->hooks_in_place(),
				$this->adapters->credential_store(),
				$this->adapters->calls_left(),
				$this->work_facts_features()
			),
			$this->adapters->settings(),
			$this->adapters->settings_array(),
			$this->adapters->ledger(),
			$this->adapters->wpdb_attempt_log(),
			$this->adapters->log_tail(),
			$this->adapters->clock()
		);
	}

	public function doctor(): Doctor {
		return $this->doctor ??= new Doctor(
			new TrialList(
				$this->trial_list_trials()
			),
			$this->notebook(),
			$this->things(),
			$this->drafts(),
			new Pace(
				$this->adapters->due_tasks(),
				$this->adapters->background_work(),
				$this->adapters->calls_left(),
				$this->engine()->site_guard(),
				$this->adapters->pauses(),
				$this->adapters->clock()
			),
			$this->engine()->turn(),
			$this->adapters->clock(),
			$this->adapters->logger(),
			ORDERINVOICER_VERSION
		);
	}

	private function doctor_report(): DoctorReport {
		return $this->doctor_report ??= new DoctorReport(
			$this->doctor_text(),
			$this->access_rights(),
			ORDERINVOICER_VERSION
		);
	}

	public function doctor_runner(): DoctorRunner {
		return $this->doctor_runner ??= new DoctorRunner(
			$this->doctor(),
			new OneAction(
				ScreenFactories::one_action_hook(),
				$this->adapters->clock()
			),
			$this->adapters->clock(),
			$this->adapters->logger(),
			$this->adapters->sleep()
		);
	}

	private function doctor_text(): DoctorText {
		return $this->doctor_text ??= new DoctorText();
	}

	private function document_pills(): DocumentPills {
		return $this->document_pills ??= new DocumentPills(
			$this->adapters->task_text(),
			$this->adapters->list_text()
		);
	}

	public function documents_in_emails(): DocumentsInEmails {
		return $this->documents_in_emails ??= new DocumentsInEmails(
			$this->adapters->settings(),
			ScreenFactories::documents_in_emails_visible_documents(
				$this->adapters->shopper_documents(),
				$this->adapters->invoice_to_come()
			),
			$this->invoice_promise(),
			$this->shopper_text(),
			$this->adapters->logger(),
			ScreenFactories::documents_in_emails_templates()
		);
	}

	private function documents_table(): DocumentsTable {
		return $this->documents_table ??= new DocumentsTable(
			$this->shopper_text()
		);
	}

	public function download_request(): DownloadRequest {
		return $this->download_request ??= new DownloadRequest(
			$this->adapters->order_door(),
			$this->visible_documents(),
			fn (): DownloadDocument => $this->engine()->download_document(),
			$this->pdf_answer(),
			$this->shopper_text(),
			$this->adapters->logger()
		);
	}

	private function draft_links(): DraftLinks {
		return $this->draft_links ??= new DraftLinks(
			$this->adapters->document_names(),
			$this->adapters->document_page(),
			$this->adapters->sellsy_pages()
		);
	}

	private function drafts(): Drafts {
		return $this->drafts ??= new Drafts(
			$this->adapters->sellsy_client(),
			new Remains(
				$this->adapters->sellsy_client(),
				$this->notebook(),
				$this->adapters->settings(),
				$this->adapters->clock()
			),
			$this->adapters->clock()
		);
	}

	private function dry_run_view(): DryRunView {
		return $this->dry_run_view ??= new DryRunView(
			$this->problem_view(),
			$this->adapters->rule_text()
		);
	}

	private function earlier_payments_text(): EarlierPaymentsText {
		return $this->earlier_payments_text ??= new EarlierPaymentsText();
	}

	public function email_settings_note(): EmailSettingsNote {
		return $this->email_settings_note ??= new EmailSettingsNote(
			$this->adapters->settings(),
			ScreenFactories::email_settings_note_page()
		);
	}

	public function event_endpoint(): EventEndpoint {
		return $this->event_endpoint ??= new EventEndpoint(
			fn (): TakeEvent => $this->engine()->take_event()
		);
	}

	private function figures_text(): FiguresText {
		return $this->figures_text ??= new FiguresText(
			$this->adapters->amount_text()
		);
	}

	private function final_text(): FinalText {
		return $this->final_text ??= new FinalText(
			$this->adapters->settings(),
			$this->engine()->sale_orders(),
			$this->engine()->billable_order(),
			$this->adapters->clock(),
			$this->adapters->document_names(),
			$this->adapters->problem_text(),
			$this->moved_payment_text(),
			$this->final_text_questions(),
			$this->adapters->amount_text()
		);
	}

	private function health_checks(): HealthChecks {
		return new HealthChecks(
			$this->health_checks_checks()
		);
	}

	public function health_report(): HealthReport {
		return $this->health_report ??= new HealthReport(
			$this->health_checks( ... )
		);
	}

	private function history_orders(): HistoryOrders {
		return $this->history_orders ??= new HistoryOrders(
			$this->adapters->order_batch()
		);
	}

	private function invoice_promise(): InvoicePromise {
		return $this->invoice_promise ??= new InvoicePromise(
			$this->engine()->awaited_invoice(),
			$this->adapters->invoice_to_come(),
			$this->shopper_text()
		);
	}

	private function link_part(): LinkPart {
		return $this->link_part ??= new LinkPart(
			$this->link_text()
		);
	}

	private function link_text(): LinkText {
		return $this->link_text ??= new LinkText(
			$this->adapters->document_names(),
			$this->adapters->amount_text()
		);
	}

	private function live_screen(): LiveScreen {
		return new LiveScreen(
			$this->order_box(),
			$this->document_pills(),
			$this->order_email_actions(),
			$this->order_menu(),
			$this->credit_preview_part()
		);
	}

	private function loopback_check(): LoopbackCheck {
		return $this->loopback_check ??= new LoopbackCheck(
			$this->adapters->heartbeat(),
			$this->adapters->own_route()
		);
	}

	private function mended_view(): MendedView {
		return $this->mended_view ??= new MendedView(
			$this->adapters->ledger(),
			$this->engine()->plan_retry_all(),
			$this->bulk_text()
		);
	}

	private function moved_payment_text(): MovedPaymentText {
		return $this->moved_payment_text ??= new MovedPaymentText(
			$this->engine()->open_reissue()
		);
	}

	private function notebook(): Notebook {
		return $this->notebook ??= new Notebook(
			$this->adapters->account_findings(),
			$this->adapters->observations()
		);
	}

	private function number_check(): NumberCheck {
		return $this->number_check ??= new NumberCheck();
	}

	private function offer_text(): OfferText {
		return $this->offer_text ??= new OfferText(
			$this->adapters->act_text(),
			$this->final_text()
		);
	}

	private function offer_view(): OfferView {
		return $this->offer_view ??= new OfferView(
			$this->offer_text(),
			$this->adapters->document_names()
		);
	}

	private function order_access(): OrderAccess {
		return $this->order_access ??= new OrderAccess(
			$this->adapters->ledger()
		);
	}

	private function order_box(): OrderBox {
		return $this->order_box ??= new OrderBox(
			$this->engine()->read_order_sheet(),
			new BoxView(
				$this->adapters->settings(),
				$this->adapters->document_meta(),
				$this->adapters->document_names(),
				new OrderRow(
					$this->adapters->task_text(),
					$this->adapters->act_text(),
					$this->offer_text(),
					$this->offer_view(),
					$this->adapters->sheet_text(),
					$this->adapters->rule_text(),
					$this->order_row_parts()
				),
				$this->offer_view(),
				$this->adapters->outlook_text(),
				$this->adapters->obstacle(),
				$this->number_check(),
				$this->box_view_parts()
			),
			$this->order_sheet_view(),
			$this->credit_preview_part(),
			ScreenFactories::built_script(),
			$this->adapters->sql()
		);
	}

	public function order_email_actions(): OrderEmailActions {
		return $this->order_email_actions ??= new OrderEmailActions(
			$this->engine()->email_document(),
			$this->adapters->ledger(),
			$this->adapters->problem_text(),
			$this->adapters->logger()
		);
	}

	public function order_menu(): OrderMenu {
		return new OrderMenu(
			$this->adapters->ledger(),
			$this->adapters->settings(),
			$this->adapters->document_meta(),
			$this->adapters->clock(),
			$this->document_pills(),
			$this->bulk_text()
		);
	}

	private function order_sheet_view(): OrderSheetView {
		return $this->order_sheet_view ??= new OrderSheetView(
			$this->adapters->task_text(),
			$this->adapters->sheet_text(),
			$this->adapters->outlook_text(),
			$this->adapters->document_page(),
			$this->problem_view(),
			$this->adapters->rule_text()
		);
	}

	private function order_view(): OrderView {
		return $this->order_view ??= new OrderView();
	}

	private function orders_of_person(): OrdersOfPerson {
		return $this->orders_of_person ??= new OrdersOfPerson();
	}

	private function output(): Output {
		return $this->output ??= new Output();
	}

	private function own_archives(): OwnArchives {
		return $this->own_archives ??= new OwnArchives(
			$this->engine()->archives(),
			$this->engine()->plan_archive(),
			$this->engine()->fill_archive(),
			$this->engine()->keep_archives(),
			$this->archive_runner(),
			$this->archive_flag(),
			$this->adapters->archive_text()
		);
	}

	private function owner_pdf(): OwnerPdf {
		return $this->owner_pdf ??= new OwnerPdf(
			$this->adapters->ledger(),
			fn (): DownloadDocument => $this->engine()->download_document(),
			$this->pdf_answer(),
			$this->adapters->logger()
		);
	}

	private function paid_back_part(): PaidBackPart {
		return $this->paid_back_part ??= new PaidBackPart(
			$this->adapters->settings(),
			$this->adapters->clock(),
			$this->adapters->amount_text()
		);
	}

	private function pdf_answer(): PdfAnswer {
		return $this->pdf_answer ??= new PdfAnswer();
	}

	private function problem_view(): ProblemView {
		return $this->problem_view ??= new ProblemView(
			$this->adapters->problem_text()
		);
	}

	private function recent_orders(): RecentOrders {
		return $this->recent_orders ??= new RecentOrders(
			$this->engine()->sale_orders(),
			new Exemptions(),
			$this->adapters->settings()
		);
	}

	public function renewed_documents(): RenewedDocuments {
		return $this->renewed_documents ??= new RenewedDocuments(
			$this->adapters->order_door(),
			$this->engine()->awaited_invoice(),
			$this->adapters->invoice_to_come(),
			$this->visible_documents(),
			$this->documents_table( ... ),
			$this->adapters->logger()
		);
	}

	public function routes(): Routes {
		return $this->routes ??= new Routes(
			$this->controllers( ... ),
			$this->order_access( ... ),
			$this->adapters->sql()
		);
	}

	public function runner_endpoint(): RunnerEndpoint {
		return $this->runner_endpoint ??= new RunnerEndpoint(
			$this->engine()->one_runner(),
			$this->adapters->after_response(),
			ScreenFactories::runner_endpoint_read_events(
				$this->adapters->settings(),
				fn (): WorkGate => $this->engine()->work_gate(),
				fn (): LookAtSellsy => $this->engine()->look_at_sellsy(),
				$this->adapters->logger()
			),
			$this->adapters->sql()
		);
	}

	private function same_client_part(): SameClientPart {
		return $this->same_client_part ??= new SameClientPart(
			$this->engine()->same_client()
		);
	}

	private function shop_rates(): ShopRates {
		return $this->shop_rates ??= new ShopRates();
	}

	private function shopper_text(): ShopperText {
		return $this->shopper_text ??= new ShopperText(
			$this->adapters->document_names()
		);
	}

	public function site_health(): SiteHealth {
		return $this->site_health ??= new SiteHealth(
			$this->health_report(),
			$this->loopback_check()
		);
	}

	public function status_report(): StatusReport {
		return $this->status_report ??= new StatusReport(
			$this->health_report(),
			$this->adapters->settings(),
			$this->connection_view(),
			$this->status_view()
		);
	}

	private function status_view(): StatusView {
		return $this->status_view ??= new StatusView(
			$this->adapters->pauses(),
			$this->adapters->ledger(),
			$this->adapters->heartbeat(),
			$this->adapters->clock(),
			$this->problem_view(),
			$this->adapters->shop_code_conflicts(),
			$this->adapters->document_page(),
			$this->adapters->ledger_counts(),
			$this->engine()->draft_looks(),
			$this->engine()->looks()
		);
	}

	private function stock_view(): StockView {
		return $this->stock_view ??= new StockView(
			$this->engine()->steer_stock(),
			$this->adapters->stock_rows(),
			StockFeature::stock_view_looks( $this->adapters->kept_values() ),
			$this->adapters->shop_stocks(),
			$this->adapters->settings(),
			$this->adapters->sellsy_pages(),
			new StockText()
		);
	}

	private function tables_check(): TablesCheck {
		return $this->tables_check ??= new TablesCheck(
			$this->adapters->schema()
		);
	}

	private function task_view(): TaskView {
		return $this->task_view ??= new TaskView(
			$this->adapters->document_page(),
			$this->problem_view(),
			$this->adapters->task_text(),
			$this->offer_text(),
			$this->offer_view(),
			$this->adapters->document_meta(),
			$this->order_view()
		);
	}

	private function tax_view(): TaxView {
		return $this->tax_view ??= new TaxView();
	}

	private function things(): Things {
		return $this->things ??= new Things(
			$this->adapters->sellsy_client(),
			$this->notebook(),
			$this->adapters->settings(),
			$this->adapters->clock()
		);
	}

	private function used_rates(): UsedRates {
		return $this->used_rates ??= new UsedRates(
			$this->adapters->order_usage(),
			$this->shop_rates()
		);
	}

	private function visible_documents(): VisibleDocuments {
		return $this->visible_documents ??= new VisibleDocuments(
			$this->adapters->shopper_documents(),
			$this->adapters->invoice_to_come()
		);
	}

	/** @return list<BoxPart> */
	private function box_view_parts(): array {
		return [
			$this->paid_back_part(),
			$this->same_client_part(),
			$this->link_part(),
		];
	}

	/** @return list<Command> */
	private function cli_registration_commands(): array {
		return [
			new Commands(
				$this->status_view(),
				$this->connection_view(),
				$this->adapters->settings(),
				$this->engine()->sync_order(),
				$this->engine()->due_task_runner(),
				$this->engine()->reissue_invoice(),
				$this->diagnostics(),
				$this->task_view(),
				$this->adapters->problem_text(),
				$this->output()
			),
			new DryRunCommand(
				$this->engine()->dry_run(),
				$this->dry_run_view(),
				$this->adapters->settings(),
				$this->adapters->account(),
				$this->adapters->problem_text(),
				$this->output()
			),
			new SettingsCommands(
				$this->adapters->settings(),
				$this->adapters->settings_array(),
				$this->connection_view(),
				$this->mended_view(),
				$this->output(),
				new SchemaSet(),
				$this->engine()->change_settings(),
				$this->connection(),
				$this->connection_errors()
			),
			new BackfillCommand(
				$this->engine()->steer_backfill(),
				$this->adapters->order_history(),
				$this->engine()->backfill_orders(),
				$this->backfill_view(),
				$this->output()
			),
			new DoctorCommand(
				$this->doctor(),
				$this->doctor_runner(),
				$this->doctor_report(),
				$this->doctor_text(),
				$this->draft_links(),
				$this->health_report(),
				$this->adapters->account(),
				$this->adapters->problem_text()
			),
			new EarlierPaymentsCommand(
				$this->engine()->record_earlier(),
				$this->earlier_payments_text()
			),
			new StockCommand(
				$this->engine()->steer_stock(),
				$this->stock_view(),
				$this->adapters->problem_text(),
				$this->output()
			),
		];
	}

	/** @return list<AccountListener> */
	private function connection_listeners(): array {
		return [
			$this->engine()->forget_stock(),
			$this->engine()->keep_webhook(),
		];
	}

	/** @return list<array{list<string>, \Closure(): BaseController}> each with its paths */
	private function controllers(): array {
		return [
			[
				[
					'/archive',
					'/archive/plan',
				],
				fn (): BaseController => new ArchiveController(
					$this->adapters->history_choice(),
					$this->engine()->plan_archive(),
					$this->own_archives(),
					$this->adapters->archive_text()
				),
			],
			[
				[
					'/backfill',
					'/backfill/count',
					'/backfill/pause',
					'/backfill/resume',
					'/backfill/cancel',
				],
				fn (): BaseController => new BackfillController(
					$this->engine()->count_backfill(),
					$this->adapters->order_history(),
					$this->adapters->account(),
					$this->adapters->settings(),
					$this->problem_view(),
					$this->engine()->steer_backfill(),
					$this->engine()->backfill_orders(),
					$this->backfill_view()
				),
			],
			[
				[
					'/tasks/retry',
					'/tasks/retried',
				],
				fn (): BaseController => new RetryAllController(
					$this->adapters->ledger(),
					$this->engine()->retry_task(),
					$this->engine()->plan_retry_all(),
					$this->bulk_text()
				),
			],
			[
				[
					'/doctor',
					'/doctor/step',
				],
				fn (): BaseController => new DoctorController(
					$this->doctor(),
					$this->doctor_runner(),
					$this->adapters->account(),
					$this->doctor_text(),
					$this->doctor_report(),
					$this->draft_links(),
					$this->access_rights()
				),
			],
			[
				[
					'/payments/earlier',
				],
				fn (): BaseController => new EarlierPaymentsController(
					$this->engine()->record_earlier(),
					$this->earlier_payments_text()
				),
			],
			[
				[
					'/figures',
					'/figures/file',
				],
				fn (): BaseController => new FiguresController(
					new WpdbFigures(
						$this->adapters->sql()
					),
					new FiguresView(
						new WooOrdered(
							$this->adapters->wpdb,
							$this->adapters->sql()
						),
						$this->engine()->looks(),
						$this->engine()->filled(),
						$this->adapters->settings(),
						$this->figures_text()
					),
					new FiguresFile(
						$this->figures_text()
					),
					$this->figures_text(),
					$this->adapters->clock()
				),
			],
			[
				[
					'/history',
					'/history/about',
					'/history/order',
				],
				fn (): BaseController => new HistoryController(
					$this->adapters->history_query(),
					$this->adapters->order_search(),
					$this->adapters->wpdb_history(),
					new HistoryView(
						$this->history_orders(),
						$this->adapters->task_text(),
						$this->adapters->ledger(),
						$this->adapters->invoice_to_come(),
						$this->adapters->list_text(),
						$this->order_view()
					),
					new WaitingOrders(
						$this->adapters->wpdb,
						$this->adapters->sql(),
						$this->adapters->settings()
					),
					$this->adapters->archive_flag()
				),
			],
			[
				[
					'/todo',
				],
				fn (): BaseController => new TodoController(
					$this->adapters->ledger(),
					$this->adapters->problem_groups(),
					$this->engine()->retry_task(),
					$this->task_view(),
					$this->history_orders()
				),
			],
			[
				[
					'/orders/\d+/link',
				],
				fn (): BaseController => new LinkController(
					new LinkSearch(
						$this->engine()->find_to_link(),
						$this->adapters->document_page()
					),
					$this->engine()->find_to_link(),
					$this->engine()->link_document(),
					$this->adapters->document_page(),
					$this->link_text(),
					$this->task_view()
				),
			],
			[
				[
					'/owner-emails',
					'/owner-emails/test',
				],
				fn (): BaseController => new OwnerEmailsController(
					$this->adapters->owner_mailer()
				),
			],
			[
				[
					'/email-preview',
					'/email-preview/test',
				],
				fn (): BaseController => new EmailPreviewController(
					$this->adapters->settings()
				),
			],
			[
				[
					'/stock',
					'/stock/warehouses',
				],
				fn (): BaseController => new StockController(
					$this->engine()->steer_stock(),
					$this->adapters->sellsy_stocks(),
					$this->stock_view()
				),
			],
			[
				[
					'/webhook',
				],
				fn (): BaseController => new WebhookController(
					$this->engine()->keep_webhook(),
					new WebhookText(),
					$this->connection_errors()
				),
			],
			[
				[
					'/tax-doctor',
				],
				fn (): BaseController => new TaxDoctorController(
					$this->adapters->account(),
					$this->shop_rates(),
					new KeptOrderFacts(
						$this->used_rates(),
						$this->recent_orders(),
						$this->adapters->settings()
					),
					new TaxDoctor(),
					new FindingText(
						$this->adapters->situation_text()
					),
					$this->adapters->settings_array(),
					$this->problem_view()
				),
			],
			[
				[
					'/connection',
					'/connection/authorise',
					'/connection/test',
				],
				fn (): BaseController => new ConnectionController(
					$this->connection_view(),
					$this->connection(),
					$this->connection_errors(),
					$this->adapters->consent_flow()
				),
			],
			[
				[
					'/diagnostics',
					'/overview',
				],
				fn (): BaseController => new OverviewController(
					new OverviewView(
						$this->status_view(),
						$this->connection_view(),
						$this->adapters->settings(),
						$this->adapters->sweep_health(),
						$this->adapters->hooks_in_place(),
						$this->adapters->failed_tries(),
						$this->adapters->calls_left(),
						new MoneyView(
							$this->adapters->money_of_months(),
							$this->adapters->made_documents(),
							$this->adapters->hourly_count(),
							$this->engine()->filled(),
							$this->adapters->fill_text(),
							$this->adapters->clock()
						),
						new DocumentsView(
							$this->adapters->made_documents(),
							$this->adapters->hourly_count(),
							$this->task_view(),
							$this->adapters->document_names(),
							$this->adapters->document_page(),
							$this->adapters->clock()
						),
						$this->adapters->problem_groups(),
						$this->adapters->ledger(),
						$this->task_view(),
						$this->mended_view(),
						$this->adapters->clock()
					),
					$this->diagnostics()
				),
			],
			[
				[
					'/sellsy',
				],
				fn (): BaseController => new SellsyController(
					$this->adapters->account(),
					$this->problem_view(),
					$this->tax_view()
				),
			],
			[
				[
					'/status',
					'/site',
					'/clash/settle',
					'/loopback',
				],
				fn (): BaseController => new StatusController(
					$this->status_view(),
					$this->engine()->adopt_connection(),
					$this->engine()->site_guard(),
					$this->engine()->shop_code_check(),
					$this->loopback_check(),
					$this->status_controller_listeners()
				),
			],
			[
				[
					'/tasks/\d+/customer',
					'/tasks/\d+/customer/none',
				],
				fn (): BaseController => new CustomerController(
					$this->adapters->ledger(),
					$this->adapters->settings(),
					$this->engine()->choose_customer(),
					$this->task_view()
				),
			],
			[
				[
					'/customer-links/search',
					'/customer-choices',
					'/customer-links/\d+',
				],
				fn (): BaseController => new CustomerLinksController(
					$this->adapters->account(),
					$this->adapters->wpdb_customer_links(),
					$this->adapters->shop_customers(),
					$this->adapters->sellsy_pages(),
					$this->order_view()
				),
			],
			[
				[
					'/orders/\d+/same-client',
				],
				fn (): BaseController => new SameClientController(
					$this->engine()->same_client(),
					new SameClientText(
						$this->final_text()
					),
					$this->adapters->ledger()
				),
			],
			[
				[
					'/products',
					'/products/check',
					'/products/\d+/link',
				],
				fn (): BaseController => new ProductsController(
					$this->adapters->product_references(),
					$this->engine()->find_item(),
					$this->adapters->order_usage(),
					$this->adapters->sellsy_pages()
				),
			],
			[
				[
					'/orders/\d+/documents',
				],
				fn (): BaseController => new OrderDocumentsController(
					ScreenFactories::order_documents_controller_read(
						$this->adapters->sql(),
						$this->engine()->read_order_sheet()
					),
					$this->order_sheet_view(),
					ScreenFactories::order_documents_controller_screen( $this->live_screen( ... ) )
				),
			],
			[
				[
					'/order-usage',
				],
				fn (): BaseController => new OrderUsageController(
					$this->adapters->order_usage(),
					$this->used_rates()
				),
			],
			[
				[
					'/orders/\d+',
					'/orders/\d+/timeline',
					'/orders/\d+/sync',
					'/orders/\d+/money-is-there',
				],
				fn (): BaseController => new OrdersController(
					$this->engine()->sync_order(),
					$this->engine()->money_came(),
					$this->adapters->ledger(),
					$this->task_view(),
					new TimelineView(
						$this->adapters->wpdb_attempt_log(),
						$this->task_view(),
						$this->problem_view(),
						$this->adapters->step_text(),
						new SupportText(),
						$this->order_view()
					),
					$this->problem_view(),
					$this->engine()->fresh_offers(),
					$this->offer_view()
				),
			],
			[
				[
					'/tasks/\d+/paid-back',
				],
				fn (): BaseController => new PaidBackController(
					$this->engine()->record_paid_back(),
					$this->task_view()
				),
			],
			[
				[
					'/payment-methods',
				],
				fn (): BaseController => new PaymentMethodsController(
					$this->adapters->account(),
					$this->adapters->payment_gateways(),
					$this->problem_view()
				),
			],
			[
				[
					'/orders/\d+/credit-note-preview',
				],
				fn (): BaseController => new CreditPreviewController(
					$this->engine()->preview_credit_note(),
					new CreditPreviewView(
						$this->problem_view()
					),
					$this->problem_view()
				),
			],
			[
				[
					'/dry-run',
				],
				fn (): BaseController => new DryRunController(
					$this->engine()->dry_run(),
					$this->dry_run_view(),
					$this->adapters->account(),
					$this->adapters->settings(),
					$this->adapters->settings_array(),
					$this->problem_view()
				),
			],
			[
				[
					'/settings',
					'/customer-emails',
				],
				fn (): BaseController => new SettingsController(
					$this->adapters->settings(),
					$this->adapters->settings_array(),
					$this->engine()->change_settings()
				),
			],
			[
				[
					'/shipped-signs',
					'/rule-choices',
					'/shop',
				],
				fn (): BaseController => new ShopController(
					$this->shop_rates(),
					$this->recent_orders(),
					$this->engine()->change_settings(),
					$this->adapters->settings(),
					$this->adapters->situation_text(),
					$this->adapters->email_switch(),
					$this->adapters->payment_gateways(),
					$this->adapters->shipped_signs(),
					$this->adapters->rule_choices()
				),
			],
			[
				[
					'/tasks/\d+/refuse-company',
					'/orders/\d+/reissue',
					'/tasks/\d+/accept-company',
					'/tasks/\d+/sent',
					'/tasks/\d+/retry',
					'/tasks/\d+/accept-rounding',
					'/tasks/\d+/bill-parent',
					'/tasks/\d+/bill-children',
					'/tasks/\d+/bill-nobody',
					'/tasks/\d+/one-refund',
					'/tasks/\d+/two-refunds',
					'/tasks/\d+/credit-dispute',
					'/tasks/\d+/leave-unpaid',
					'/tasks/\d+/record-payment',
					'/tasks/\d+/leave-it',
					'/tasks/\d+/move-payment',
					'/tasks/\d+/leave-out',
					'/tasks/\d+/done-by-hand',
					'/tasks/\d+/make-now',
					'/tasks/\d+/all-right',
					'/tasks/\d+/keep',
					'/tasks/\d+/reissue',
					'/tasks/\d+/finalise',
					'/tasks/\d+/unlink',
				],
				fn (): BaseController => new TaskActsController(
					$this->adapters->ledger(),
					$this->engine()->task_acts(),
					$this->engine()->reissue_invoice(),
					$this->task_view(),
					$this->adapters->act_text()
				),
			],
			[
				[
					'/tasks',
				],
				fn (): BaseController => new TasksController(
					$this->adapters->ledger(),
					$this->engine()->retry_task(),
					$this->task_view(),
					$this->adapters->ledger_counts(),
					$this->adapters->task_table()
				),
			],
			[
				[
					'/tax-proposals',
					'/sellsy/taxes',
				],
				fn (): BaseController => new TaxesController(
					$this->adapters->account(),
					$this->shop_rates(),
					$this->engine()->create_tax(),
					$this->tax_view(),
					$this->problem_view()
				),
			],
		];
	}

	/** @return list<BuyerErased> */
	private function document_eraser_keepers(): array {
		return [
			$this->engine()->keep_archives(),
		];
	}

	/** @return list<ActQuestion> */
	private function final_text_questions(): array {
		return [
			new CompanyText(
				$this->engine()->weigh_company(),
				$this->moved_payment_text(),
				$this->adapters->amount_text()
			),
		];
	}

	/** @return list<object> */
	public function forms(): array {
		return [
			$this->order_box(),
			$this->owner_pdf(),
			$this->bulk_page(),
			$this->bulk_progress(),
			$this->archive_list(),
			new ArchiveDownload(
				$this->own_archives()
			),
			new HistoryExport(
				new HistoryQuery(
					new OrderSearch(
						$this->adapters->wpdb,
						$this->adapters->sql()
					)
				),
				new HistoryCsv(
					new WpdbHistory(
						$this->adapters->sql(),
						new HistoryIds(
							$this->adapters->sql()
						),
						$this->adapters->clock()
					),
					$this->history_orders(),
					$this->adapters->order_traits_reader(),
					$this->adapters->document_names(),
					new HistoryText(),
					$this->adapters->sql(),
					$this->order_view()
				),
				$this->adapters->clock(),
				$this->adapters->logger()
			),
			$this->adapters->exemptions_notice(),
		];
	}

	/** @return list<HealthCheck> */
	private function health_checks_checks(): array {
		return [
			new ConnectionCheck(
				$this->connection_view(),
				$this->adapters->problem_text()
			),
			new SecretsCheck(
				$this->adapters->credential_store()
			),
			new ClashCheck(
				$this->status_view()
			),
			new WaitingCheck(
				$this->status_view(),
				$this->adapters->clock()
			),
			new AttentionCheck(
				$this->adapters->problem_groups()
			),
			new PassCheck(
				$this->adapters->sweep_health(),
				$this->adapters->schedule_facts(),
				$this->adapters->clock(),
				ScreenFactories::pass_check_wp_cron_is_off()
			),
			$this->loopback_check(),
			new HooksCheck(
				$this->adapters->hooks_in_place()
			),
			new OtherInvoicesCheck(
				$this->adapters->settings()
			),
			$this->tables_check(),
			new ServerCheck(
				ShopperDocumentsFeature::server_check_has_room()
			),
			new AddressCheck(
				$this->adapters->own_route(),
				$this->adapters->clock()
			),
			new OwnRouteCheck(
				$this->adapters->own_route()
			),
			new ClockCheck(
				$this->adapters->calls_left()
			),
			new CacheCheck(
				$this->adapters->kept_values()
			),
			new LimitsCheck(
				$this->adapters->heartbeat()
			),
			new OtherConnectorCheck(
				$this->adapters->recent_sales()
			),
			new PrivilegesCheck(
				$this->connection_view(),
				$this->adapters->seen_person(),
				$this->adapters->needed_rights(),
				$this->adapters->seen_rights()
			),
			new PersonCheck(
				$this->connection_view(),
				$this->adapters->seen_person()
			),
			new SharedAccessCheck(
				$this->connection_view(),
				$this->adapters->token_store(),
				$this->adapters->clock()
			),
			new KeysCheck(
				$this->connection_view(),
				$this->adapters->credential_store(),
				$this->adapters->clock()
			),
			...ScreenFactories::rates_check(
				$this->shop_rates(),
				$this->adapters->settings(),
				$this->adapters->delivery_countries()
			),
			...SoldLatelyFeature::at_sellsy_check(),
			...SoldLatelyFeature::sold_check(
				$this->adapters->recent_sales(),
				$this->adapters->product_references(),
				$this->adapters->sold_looks(),
				$this->adapters->fingerprints()
			),
		];
	}

	/** @return list<object> */
	public function order_actions_menu(): array {
		return [
			$this->order_email_actions(),
			new MoneyIsThere(
				$this->engine()->money_came()
			),
		];
	}

	/** @return list<object> */
	public function order_list_ajax(): array {
		return [
			$this->order_menu(),
			$this->bulk_progress(),
		];
	}

	/** @return list<object> */
	public function order_lists(): array {
		return [
			$this->adapters->help(),
			new ClashNotice(
				$this->adapters->shop_code_conflicts(),
				$this->adapters->problem_text( ... ),
				$this->adapters->kept_values()
			),
			new OrderListColumn(
				$this->adapters->ledger( ... ),
				$this->document_pills( ... ),
				$this->adapters->invoice_to_come( ... ),
				$this->adapters->list_text( ... )
			),
			new OrderListFilter(
				$this->adapters->order_condition(),
				$this->adapters->document_names(),
				$this->adapters->wpdb
			),
			new BulkActions(
				$this->bulk_text()
			),
			$this->bulk_progress(),
			$this->archive_list(),
		];
	}

	/** @return list<BoxPart> */
	private function order_row_parts(): array {
		return [
			$this->paid_back_part(),
			$this->same_client_part(),
			$this->link_part(),
		];
	}

	/** @return list<object> */
	public function order_screen(): array {
		return [
			$this->order_box(),
			$this->owner_pdf(),
		];
	}

	/** @return list<object> */
	public function privacy(): array {
		return [
			new PrivacyTools(
				new DocumentExporter(
					$this->orders_of_person(),
					$this->adapters->ledger(),
					$this->adapters->document_page()
				),
				new DocumentEraser(
					$this->orders_of_person(),
					$this->adapters->ledger(),
					$this->document_eraser_keepers()
				)
			),
			new CustomerNumbers(),
		];
	}

	/** @return list<object> */
	public function scheduled(): array {
		return [
			new Worker(
				fn (): DueTaskRunner => $this->engine()->due_task_runner(),
				fn (): Sweeper => $this->engine()->sweeper(),
				$this->adapters->logger(),
				$this->adapters->sql()
			),
			$this->adapters->heartbeat(),
			new Presence(
				new SiteList(),
				$this->adapters->site(),
				$this->adapters->settings()
			),
			$this->adapters->hourly_count(),
		];
	}

	/** @return list<object> */
	public function shopper_pages(): array {
		return [
			new OrderDocuments(
				$this->visible_documents(),
				$this->invoice_promise(),
				$this->adapters->order_door(),
				$this->shopper_text(),
				$this->documents_table(),
				ScreenFactories::order_documents_script(),
				$this->adapters->logger()
			),
			new OrderListActions(
				$this->visible_documents(),
				$this->adapters->order_door(),
				$this->shopper_text(),
				$this->adapters->logger()
			),
			new CompanySection(
				$this->engine()->ask_for_company(),
				$this->engine()->company_request_states(),
				$this->adapters->order_door(),
				$this->company_form(),
				$this->company_post(),
				$this->adapters->logger()
			),
		];
	}

	/** @return list<AccountListener> */
	private function status_controller_listeners(): array {
		return [
			$this->engine()->forget_stock(),
			$this->engine()->keep_webhook(),
		];
	}

	/** @return list<Trial> */
	private function trial_list_trials(): array {
		return [
			new AccountTrial(
				$this->adapters->sellsy_client(),
				$this->adapters->account_mapping(),
				$this->adapters->calls_left(),
				$this->adapters->seen_person()
			),
			new CompanyTrial(
				$this->adapters->sellsy_client(),
				$this->things(),
				$this->adapters->settings(),
				$this->adapters->clock()
			),
			new AddressTrial(
				$this->adapters->sellsy_client(),
				$this->things()
			),
			new ContactsTrial(
				$this->adapters->sellsy_client(),
				$this->things(),
				$this->adapters->clock()
			),
			new ChangesTrial(
				$this->things()
			),
			new DecimalsTrial(
				$this->computations()
			),
			new BasketsTrial(
				$this->computations()
			),
			new BelowZeroTrial(
				$this->computations()
			),
			new CategoriesTrial(
				$this->adapters->sellsy_client(),
				$this->adapters->account_mapping(),
				$this->adapters->account_lists(),
				ScreenFactories::categories_trial_documents( $this->adapters->sellsy_client() ),
				$this->computations(),
				$this->things()
			),
			new ItemsTrial(
				$this->adapters->right_probe(),
				$this->things(),
				$this->computations()
			),
			new WebhookTrial(
				$this->adapters->webhooks(),
				$this->adapters->event_address(),
				$this->things(),
				$this->adapters->randomness()
			),
			new DocumentsTrial(
				$this->adapters->sellsy_client()
			),
			new PaymentsTrial(
				$this->adapters->sellsy_client()
			),
			new OlderApiTrial(
				$this->adapters->v1_client(),
				$this->adapters->clock()
			),
			new DraftsTrial(
				$this->drafts(),
				new DraftBodies(
					$this->adapters->document_mapping(),
					$this->adapters->account_lists(),
					$this->computations(),
					$this->adapters->settings(),
					$this->adapters->clock()
				),
				$this->adapters->stored_service_dates()
			),
			new DraftListsTrial(
				$this->adapters->sellsy_client(),
				$this->drafts(),
				$this->adapters->clock()
			),
			new DraftPaymentsTrial(
				$this->drafts(),
				$this->adapters->payments(),
				$this->adapters->payment_mapping(),
				$this->adapters->account(),
				$this->computations(),
				$this->adapters->clock()
			),
			new DraftCreditsTrial(
				$this->drafts()
			),
		];
	}

	/** @return list<MoreFacts> */
	private function work_facts_features(): array {
		return [
			new StockFacts(
				StockFeature::stock_facts_stock_looks( $this->adapters->kept_values() )
			),
		];
	}

	/** @return list<object> */
	public function wp_cli(): array {
		return [
			new CliRegistration(
				$this->cli_registration_commands()
			),
		];
	}
}
