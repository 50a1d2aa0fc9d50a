<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\DailyLook;
use OrderInvoicer\Domain\Account\DailyPart;
use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Account\TestConnection;
use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\AcceptRounding;
use OrderInvoicer\Domain\Actions\AnswerRow;
use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\EmailDocument;
use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\FreshOffers;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\MoneyCame;
use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Actions\SayWhoBills;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Backup\LookAround;
use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Backup\OpenedElsewhere;
use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Balance\CheckBalance;
use OrderInvoicer\Domain\Balance\ReadBalance;
use OrderInvoicer\Domain\Balance\WatchBalances;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Customers\CreateCustomer;
use OrderInvoicer\Domain\Customers\CreateFurther;
use OrderInvoicer\Domain\Customers\CustomersByReference;
use OrderInvoicer\Domain\Customers\FindCustomer;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Customers\ProveBuyer;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Customers\ResolveAddresses;
use OrderInvoicer\Domain\Customers\ResolveContact;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Customers\Spellings;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Drafts\AnotherDocument;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Drafts\ChooseParent;
use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Drafts\CreateDocument;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\DocumentDrafter;
use OrderInvoicer\Domain\Drafts\DocumentMaker;
use OrderInvoicer\Domain\Drafts\DocumentWriter;
use OrderInvoicer\Domain\Drafts\DraftUpdater;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Emails\HandOnce;
use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\Emails\NotifyCustomer;
use OrderInvoicer\Domain\Emails\SendHeldEmail;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\Finalising\SettleBuyer;
use OrderInvoicer\Domain\Finalising\SettleFreeInvoice;
use OrderInvoicer\Domain\Finalising\ValidateDocument;
use OrderInvoicer\Domain\FollowUps\CatchUp;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemListener;
use OrderInvoicer\Domain\Items\KeepItem;
use OrderInvoicer\Domain\Items\ResolveItems;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\CountedRefunds;
use OrderInvoicer\Domain\OrderSheet\Outlook;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Payments\MoneyOnInvoice;
use OrderInvoicer\Domain\Payments\MovePayments;
use OrderInvoicer\Domain\Payments\MovedPayment;
use OrderInvoicer\Domain\Payments\OpenEarlier;
use OrderInvoicer\Domain\Payments\OthersMoney;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Payments\RecordPayment;
use OrderInvoicer\Domain\Payments\WeighPayment;
use OrderInvoicer\Domain\Preview\DryRun;
use OrderInvoicer\Domain\Preview\DryRunOrder;
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\Preview\TryDocument;
use OrderInvoicer\Domain\Refunds\AllocateCreditNote;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\CreditableBalance;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Refunds\DraftWholeCredit;
use OrderInvoicer\Domain\Refunds\InvoiceToCredit;
use OrderInvoicer\Domain\Refunds\PayBack;
use OrderInvoicer\Domain\Refunds\RefundToCredit;
use OrderInvoicer\Domain\Refunds\ToldPayBack;
use OrderInvoicer\Domain\Refunds\UnpaidInvoice;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Report\FillReport;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Sales\SaleOrders;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\SameOrder\TellApart;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Domain\Taxes\LookAtExemptions;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Domain\Watching\CarryOver;
use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Domain\Watching\ReinstatedDocument;
use OrderInvoicer\Domain\Work\DraftLooks;
use OrderInvoicer\Domain\Work\DraftMonitor;
use OrderInvoicer\Domain\Work\DraftReader;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\FailureHandler;
use OrderInvoicer\Domain\Work\HeldEmailRunner;
use OrderInvoicer\Domain\Work\LostRefunds;
use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\ReopenFound;
use OrderInvoicer\Domain\Work\RepairCopies;
use OrderInvoicer\Domain\Work\RetryPolicy;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\WorkGate;
use OrderInvoicer\Domain\Work\WorkSource;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\Rules\FillArchive;
use OrderInvoicer\Features\Archives\Rules\KeepArchives;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;
use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\Backfills;
use OrderInvoicer\Features\Backfill\Rules\CountBackfill;
use OrderInvoicer\Features\Backfill\Rules\FeedBackfill;
use OrderInvoicer\Features\Backfill\Rules\SteerBackfill;
use OrderInvoicer\Features\Bulk\Rules\CarryOutBulk;
use OrderInvoicer\Features\Bulk\Rules\PlanBulk;
use OrderInvoicer\Features\Bulk\Rules\PlanFinals;
use OrderInvoicer\Features\Bulk\Rules\PlanRetries;
use OrderInvoicer\Features\Bulk\Rules\PlanRetryAll;
use OrderInvoicer\Features\CompanyRequests\Rules\AskForCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\ChangeCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestStates;
use OrderInvoicer\Features\CompanyRequests\Rules\DecideCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\WeighCompany;
use OrderInvoicer\Features\EarlierPayments\Rules\RecordEarlier;
use OrderInvoicer\Features\Figures\Rules\FillBases;
use OrderInvoicer\Features\Linking\Rules\AskAboutCredits;
use OrderInvoicer\Features\Linking\Rules\CompareToLink;
use OrderInvoicer\Features\Linking\Rules\FindToLink;
use OrderInvoicer\Features\Linking\Rules\FinishLinks;
use OrderInvoicer\Features\Linking\Rules\LinkDocument;
use OrderInvoicer\Features\Linking\Rules\UnlinkDocument;
use OrderInvoicer\Features\OwnerMail\Rules\StandstillNews;
use OrderInvoicer\Features\OwnerMail\Rules\TellOwner;
use OrderInvoicer\Features\OwnerMail\Rules\ToldStore;
use OrderInvoicer\Features\ShopperDocuments\Rules\AwaitedInvoice;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadDocument;
use OrderInvoicer\Features\ShopperDocuments\Rules\ShopperDocuments;
use OrderInvoicer\Features\SoldLately\Rules\LookAtSold;
use OrderInvoicer\Features\Stock\Rules\ChangeStock;
use OrderInvoicer\Features\Stock\Rules\CompareStock;
use OrderInvoicer\Features\Stock\Rules\ForgetStock;
use OrderInvoicer\Features\Stock\Rules\LookAtStock;
use OrderInvoicer\Features\Stock\Rules\OpeningStock;
use OrderInvoicer\Features\Stock\Rules\ReadStock;
use OrderInvoicer\Features\Stock\Rules\SettleStock;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\Features\Stock\Rules\WeighStock;
use OrderInvoicer\Features\TalkBack\Rules\AcceptedBefore;
use OrderInvoicer\Features\TalkBack\Rules\DocumentEvents;
use OrderInvoicer\Features\TalkBack\Rules\EventLimit;
use OrderInvoicer\Features\TalkBack\Rules\FollowDocument;
use OrderInvoicer\Features\TalkBack\Rules\HoldInvoice;
use OrderInvoicer\Features\TalkBack\Rules\HoldRow;
use OrderInvoicer\Features\TalkBack\Rules\KeepWebhook;
use OrderInvoicer\Features\TalkBack\Rules\LookAtPayments;
use OrderInvoicer\Features\TalkBack\Rules\LookAtSellsy;
use OrderInvoicer\Features\TalkBack\Rules\LookInTurn;
use OrderInvoicer\Features\TalkBack\Rules\Looks;
use OrderInvoicer\Features\TalkBack\Rules\MoveOrder;
use OrderInvoicer\Features\TalkBack\Rules\OwnPayments;
use OrderInvoicer\Features\TalkBack\Rules\PageComparison;
use OrderInvoicer\Features\TalkBack\Rules\PayOrder;
use OrderInvoicer\Features\TalkBack\Rules\ReadDocument;
use OrderInvoicer\Features\TalkBack\Rules\TakeEvent;
use OrderInvoicer\Wiring\Composition\Acts;
use OrderInvoicer\Wiring\Composition\Factories;
use OrderInvoicer\Wiring\Composition\Handlers;
use OrderInvoicer\Wiring\Composition\Ports;

/**
 * The use cases, each made once, when it is first asked for. Written by `npm run composition` from the types of
 * their constructors: never edit it (docs/ARCHITECTURE.md, "One composition").
 */
final class Engine {

	private ?AcceptDifference $accept_difference = null;
	private ?AcceptRounding $accept_rounding = null;
	private ?AcceptedRounding $accepted_rounding = null;
	private ?Acts $acts = null;
	private ?AdoptConnection $adopt_connection = null;
	private ?AllocateCreditNote $allocate_credit_note = null;
	private ?AnotherDocument $another_document = null;
	private ?AnswerRow $answer_row = null;
	private ?Archives $archives = null;
	private ?AskForCompany $ask_for_company = null;
	private ?AwaitedInvoice $awaited_invoice = null;
	private ?BackfillOrders $backfill_orders = null;
	private ?Backfills $backfills = null;
	private ?BillableOrder $billable_order = null;
	private ?CarryOutBulk $carry_out_bulk = null;
	private ?CarryOver $carry_over = null;
	private ?CatchUp $catch_up = null;
	private ?ChangeCompany $change_company = null;
	private ?ChangeSettings $change_settings = null;
	private ?ChangeState $change_state = null;
	private ?CheckBalance $check_balance = null;
	private ?CheckDocument $check_document = null;
	private ?ChooseCustomer $choose_customer = null;
	private ?ChooseRateCategory $choose_rate_category = null;
	private ?CompanyRequestStates $company_request_states = null;
	private ?CompleteTask $complete_task = null;
	private ?CountBackfill $count_backfill = null;
	private ?CreateCreditNote $create_credit_note = null;
	private ?CreateDocument $create_document = null;
	private ?CreateTax $create_tax = null;
	private ?CreditFor $credit_for = null;
	private ?CreditableBalance $creditable_balance = null;
	private ?CustomersByReference $customers_by_reference = null;
	private ?DecideCompany $decide_company = null;
	private ?DetachDocument $detach_document = null;
	private ?DocumentAssembler $document_assembler = null;
	private ?DocumentBuilder $document_builder = null;
	private ?DocumentCompletion $document_completion = null;
	private ?DocumentDrafter $document_drafter = null;
	private ?DocumentEvents $document_events = null;
	private ?DocumentPayments $document_payments = null;
	private ?DocumentWriter $document_writer = null;
	private ?DownloadDocument $download_document = null;
	private ?DraftLooks $draft_looks = null;
	private ?DraftReader $draft_reader = null;
	private ?DraftUpdater $draft_updater = null;
	private ?DryRun $dry_run = null;
	private ?DryRunOrder $dry_run_order = null;
	private ?DueTaskRunner $due_task_runner = null;
	private ?EarlierExemptions $earlier_exemptions = null;
	private ?EditsSeen $edits_seen = null;
	private ?EligibilityCheck $eligibility_check = null;
	private ?EmailDocument $email_document = null;
	private ?EmptySearch $empty_search = null;
	private ?FailureCount $failure_count = null;
	private ?FailurePause $failure_pause = null;
	private ?FeedBackfill $feed_backfill = null;
	private ?FillArchive $fill_archive = null;
	private ?Filled $filled = null;
	private ?FinalDocument $final_document = null;
	private ?FinaliseNow $finalise_now = null;
	private ?FindItem $find_item = null;
	private ?FindToLink $find_to_link = null;
	private ?FinishLinks $finish_links = null;
	private ?FollowDocument $follow_document = null;
	private ?FollowOrder $follow_order = null;
	private ?FollowUpPlanner $follow_up_planner = null;
	private ?ForgetStock $forget_stock = null;
	private ?FreshOffers $fresh_offers = null;
	private ?Gaps $gaps = null;
	private ?HandOnce $hand_once = null;
	private ?Handlers $handlers = null;
	private ?HeldEmailRunner $held_email_runner = null;
	private ?HoldEmail $hold_email = null;
	private ?HoldRow $hold_row = null;
	private ?InvoiceToCredit $invoice_to_credit = null;
	private ?KeepArchives $keep_archives = null;
	private ?KeepCustomer $keep_customer = null;
	private ?KeepWebhook $keep_webhook = null;
	private ?LinkDocument $link_document = null;
	private ?LinkPayment $link_payment = null;
	private ?LookAtSellsy $look_at_sellsy = null;
	private ?LookAtSold $look_at_sold = null;
	private ?LookAtStock $look_at_stock = null;
	private ?LookBack $look_back = null;
	private ?Looks $looks = null;
	private ?LostDocument $lost_document = null;
	private ?LostDocumentFinder $lost_document_finder = null;
	private ?LostPayments $lost_payments = null;
	private ?MarkDoneByHand $mark_done_by_hand = null;
	private ?MoneyCame $money_came = null;
	private ?MoneyOnInvoice $money_on_invoice = null;
	private ?MoveOrder $move_order = null;
	private ?MovePayments $move_payments = null;
	private ?NotifyCustomer $notify_customer = null;
	private ?OneRunner $one_runner = null;
	private ?OpenEarlier $open_earlier = null;
	private ?OpenReissue $open_reissue = null;
	private ?OpenedElsewhere $opened_elsewhere = null;
	private ?OptionalStep $optional_step = null;
	private ?OrderEventHandler $order_event_handler = null;
	private ?OthersMoney $others_money = null;
	private ?OwnPayments $own_payments = null;
	private ?PayBack $pay_back = null;
	private ?PayOnce $pay_once = null;
	private ?PayOrder $pay_order = null;
	private ?PlanArchive $plan_archive = null;
	private ?PlanBulk $plan_bulk = null;
	private ?PlanRetries $plan_retries = null;
	private ?PlanRetryAll $plan_retry_all = null;
	private ?PreviewCreditNote $preview_credit_note = null;
	private ?ReadBalance $read_balance = null;
	private ?ReadOrderSheet $read_order_sheet = null;
	private ?ReadStock $read_stock = null;
	private ?ReadTaxes $read_taxes = null;
	private ?RecallCustomer $recall_customer = null;
	private ?RecentAnswers $recent_answers = null;
	private ?RecordEarlier $record_earlier = null;
	private ?RecordPaidBack $record_paid_back = null;
	private ?RecordPayment $record_payment = null;
	private ?RefundToCredit $refund_to_credit = null;
	private ?ReissueInvoice $reissue_invoice = null;
	private ?RememberCustomer $remember_customer = null;
	private ?RemoteIds $remote_ids = null;
	private ?RepeatPolicy $repeat_policy = null;
	private ?ResolveAddresses $resolve_addresses = null;
	private ?ResolveContact $resolve_contact = null;
	private ?ResolveCustomer $resolve_customer = null;
	private ?ResumeWork $resume_work = null;
	private ?RetryPolicy $retry_policy = null;
	private ?RetryTask $retry_task = null;
	private ?RowSplitter $row_splitter = null;
	private ?SaleOrders $sale_orders = null;
	private ?Sales $sales = null;
	private ?SameClient $same_client = null;
	private ?SayWhoBills $say_who_bills = null;
	private ?SendDocument $send_document = null;
	private ?SendHeldEmail $send_held_email = null;
	private ?ShopCodeCheck $shop_code_check = null;
	private ?ShopCodeConflicts $shop_code_conflicts = null;
	private ?ShopperDocuments $shopper_documents = null;
	private ?SiteCopy $site_copy = null;
	private ?SiteGuard $site_guard = null;
	private ?Spellings $spellings = null;
	private ?SteerBackfill $steer_backfill = null;
	private ?SteerStock $steer_stock = null;
	private ?StockLooks $stock_looks = null;
	private ?Sweeper $sweeper = null;
	private ?SyncOrder $sync_order = null;
	private ?TakeDraft $take_draft = null;
	private ?TakeEvent $take_event = null;
	private ?TaskActs $task_acts = null;
	private ?TaskRunner $task_runner = null;
	private ?TestConnection $test_connection = null;
	private ?ToldPayBack $told_pay_back = null;
	private ?TryDocument $try_document = null;
	private ?Turn $turn = null;
	private ?UnlinkDocument $unlink_document = null;
	private ?Unrecorded $unrecorded = null;
	private ?ValidateDocument $validate_document = null;
	private ?WeighCompany $weigh_company = null;
	private ?WeighStock $weigh_stock = null;
	private ?WorkGate $work_gate = null;
	private ?WorkflowSelector $workflow_selector = null;

	public function __construct( private readonly Ports $ports ) {}

	public function accept_difference(): AcceptDifference {
		return $this->accept_difference ??= new AcceptDifference(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->sale_orders(),
			$this->billable_order(),
			$this->task_runner(),
			$this->ports->clock()
		);
	}

	public function accept_rounding(): AcceptRounding {
		return $this->accept_rounding ??= new AcceptRounding(
			$this->fresh_offers(),
			$this->sale_orders(),
			$this->accepted_rounding(),
			$this->retry_task()
		);
	}

	private function accepted_rounding(): AcceptedRounding {
		return $this->accepted_rounding ??= new AcceptedRounding(
			$this->remote_ids()
		);
	}

	private function acts(): Acts {
		return $this->acts ??= new Acts(
			$this->decide_company( ... ),
			$this->answer_row( ... ),
			$this->retry_task( ... ),
			$this->mark_done_by_hand( ... ),
			$this->accept_difference( ... ),
			$this->reissue_invoice( ... ),
			$this->sync_order( ... ),
			$this->finalise_now( ... ),
			$this->accept_rounding( ... ),
			$this->say_who_bills( ... ),
			$this->unlink_document( ... )
		);
	}

	public function adopt_connection(): AdoptConnection {
		return $this->adopt_connection ??= new AdoptConnection(
			$this->ports->account(),
			$this->ports->site(),
			$this->ports->settings(),
			$this->ports->settings_array(),
			$this->ports->pauses(),
			$this->resume_work(),
			$this->ports->clock()
		);
	}

	private function allocate_credit_note(): AllocateCreditNote {
		return $this->allocate_credit_note ??= new AllocateCreditNote(
			$this->ports->credit_notes(),
			$this->ports->payments(),
			$this->ports->ledger(),
			$this->invoice_to_credit(),
			$this->lost_document_finder(),
			$this->complete_task(),
			$this->follow_up_planner(),
			$this->recent_answers(),
			$this->move_payments(),
			$this->lost_payments(),
			$this->link_payment(),
			$this->ports->observations()
		);
	}

	private function another_document(): AnotherDocument {
		return $this->another_document ??= new AnotherDocument(
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->document_writer(),
			$this->detach_document(),
			$this->carry_over(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	public function answer_row(): AnswerRow {
		return $this->answer_row ??= new AnswerRow(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->ports->attempts(),
			$this->task_runner(),
			$this->due_task_runner(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	public function archives(): Archives {
		return $this->archives ??= new Archives(
			$this->ports->kept_values()
		);
	}

	public function ask_for_company(): AskForCompany {
		return $this->ask_for_company ??= new AskForCompany(
			$this->ports->settings(),
			$this->ports->company_requests(),
			$this->company_request_states(),
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	public function awaited_invoice(): AwaitedInvoice {
		return $this->awaited_invoice ??= new AwaitedInvoice(
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->workflow_selector(),
			$this->ports->clock()
		);
	}

	public function backfill_orders(): BackfillOrders {
		return $this->backfill_orders ??= new BackfillOrders(
			$this->ports->clock()
		);
	}

	public function backfills(): Backfills {
		return $this->backfills ??= new Backfills(
			$this->ports->kept_values(),
			$this->ports->backfill_rows(),
			$this->ports->clock()
		);
	}

	public function billable_order(): BillableOrder {
		return $this->billable_order ??= new BillableOrder(
			$this->sale_orders(),
			$this->ports->ledger()
		);
	}

	public function carry_out_bulk(): CarryOutBulk {
		return $this->carry_out_bulk ??= new CarryOutBulk(
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function carry_over(): CarryOver {
		return $this->carry_over ??= new CarryOver(
			$this->ports->ledger()
		);
	}

	private function catch_up(): CatchUp {
		return $this->catch_up ??= new CatchUp(
			$this->ports->order_events(),
			$this->order_event_handler(),
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->ports->logger(),
			$this->opened_elsewhere()
		);
	}

	private function change_company(): ChangeCompany {
		return $this->change_company ??= new ChangeCompany(
			$this->ports->company_requests(),
			$this->weigh_company(),
			$this->open_reissue(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->resolve_customer(),
			$this->ports->ledger(),
			$this->complete_task(),
			$this->ports->owner_is_told(),
			$this->ports->clock()
		);
	}

	public function change_settings(): ChangeSettings {
		return $this->change_settings ??= new ChangeSettings(
			$this->ports->settings(),
			$this->ports->settings_array(),
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->shop_code_conflicts(),
			$this->ports->account()
		);
	}

	private function change_state(): ChangeState {
		return $this->change_state ??= new ChangeState(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->ports->document_steps(),
			$this->complete_task(),
			new SettleFreeInvoice(
				$this->ports->invoicing(),
				$this->ports->document_steps(),
				$this->ports->observations()
			),
			$this->ports->observations()
		);
	}

	private function check_balance(): CheckBalance {
		return $this->check_balance ??= new CheckBalance(
			$this->read_balance(),
			$this->complete_task()
		);
	}

	private function check_document(): CheckDocument {
		return $this->check_document ??= new CheckDocument(
			$this->ports->invoicing(),
			new TotalsCheck(
				$this->row_splitter()
			),
			$this->row_splitter(),
			$this->ports->agreements(),
			$this->ports->trail()
		);
	}

	public function choose_customer(): ChooseCustomer {
		return $this->choose_customer ??= new ChooseCustomer(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->customers(),
			$this->remember_customer(),
			$this->retry_task(),
			$this->fresh_offers(),
			$this->ports->attempts(),
			$this->due_task_runner(),
			$this->ports->clock()
		);
	}

	private function choose_rate_category(): ChooseRateCategory {
		return $this->choose_rate_category ??= new ChooseRateCategory(
			$this->ports->account()
		);
	}

	public function company_request_states(): CompanyRequestStates {
		return $this->company_request_states ??= new CompanyRequestStates(
			$this->ports->ledger()
		);
	}

	private function complete_task(): CompleteTask {
		return $this->complete_task ??= new CompleteTask(
			$this->ports->ledger(),
			$this->ports->attempts(),
			$this->ports->clock()
		);
	}

	public function count_backfill(): CountBackfill {
		return $this->count_backfill ??= new CountBackfill(
			$this->ports->order_history(),
			$this->sale_orders(),
			$this->dry_run_order(),
			$this->ports->clock()
		);
	}

	private function create_credit_note(): CreateCreditNote {
		return $this->create_credit_note ??= new CreateCreditNote(
			$this->sale_orders(),
			$this->ports->settings(),
			$this->refund_to_credit(),
			$this->invoice_to_credit(),
			$this->credit_for(),
			new DraftWholeCredit(
				$this->ports->credit_notes(),
				$this->ports->account(),
				$this->creditable_balance(),
				$this->document_assembler(),
				$this->ports->texts()
			),
			new LowerDraft(
				$this->ports->ledger(),
				$this->billable_order(),
				$this->draft_updater(),
				$this->document_completion(),
				$this->take_draft()
			),
			$this->document_assembler(),
			$this->document_writer(),
			$this->lost_document_finder(),
			$this->document_completion(),
			$this->billable_order(),
			$this->ports->invoicing(),
			$this->creditable_balance(),
			$this->another_document()
		);
	}

	private function create_document(): CreateDocument {
		return $this->create_document ??= new CreateDocument(
			$this->sale_orders(),
			$this->ports->settings(),
			$this->eligibility_check(),
			$this->another_document(),
			$this->billable_order(),
			new DocumentMaker(
				$this->resolve_customer(),
				$this->document_drafter(),
				$this->document_writer(),
				new ProveBuyer(
					$this->ports->customers(),
					$this->recall_customer(),
					$this->resolve_addresses(),
					$this->resolve_contact(),
					$this->keep_customer()
				),
				$this->check_document(),
				$this->billable_order(),
				$this->recent_answers()
			),
			$this->document_writer(),
			$this->draft_updater(),
			$this->document_completion(),
			$this->ports->observations(),
			$this->ports->ledger(),
			$this->ports->clock()
		);
	}

	public function create_tax(): CreateTax {
		return $this->create_tax ??= new CreateTax(
			$this->ports->taxes(),
			$this->remote_ids()
		);
	}

	private function credit_for(): CreditFor {
		return $this->credit_for ??= new CreditFor(
			$this->sale_orders(),
			$this->ports->ledger(),
			$this->read_taxes(),
			$this->billable_order(),
			new CreditedOrder(
				$this->ports->texts()
			),
			$this->creditable_balance(),
			$this->accepted_rounding()
		);
	}

	private function creditable_balance(): CreditableBalance {
		return $this->creditable_balance ??= new CreditableBalance(
			$this->sale_orders(),
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->billable_order(),
			$this->lost_document(),
			$this->recent_answers()
		);
	}

	private function customers_by_reference(): CustomersByReference {
		return $this->customers_by_reference ??= new CustomersByReference(
			$this->ports->customers(),
			$this->shop_code_conflicts()
		);
	}

	public function decide_company(): DecideCompany {
		return $this->decide_company ??= new DecideCompany(
			$this->ports->company_requests(),
			$this->weigh_company(),
			$this->reissue_invoice(),
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->ports->attempts(),
			$this->task_runner(),
			$this->due_task_runner(),
			$this->ports->clock()
		);
	}

	private function detach_document(): DetachDocument {
		return $this->detach_document ??= new DetachDocument(
			$this->ports->ledger(),
			$this->ports->order_links(),
			$this->ports->report()
		);
	}

	private function document_assembler(): DocumentAssembler {
		return $this->document_assembler ??= new DocumentAssembler(
			$this->read_taxes(),
			$this->choose_rate_category(),
			new ResolveItems(
				$this->find_item(),
				$this->ports->items(),
				$this->ports->products(),
				$this->remote_ids(),
				$this->optional_step(),
				new KeepItem(
					$this->ports->items(),
					$this->ports->products(),
					$this->remote_ids(),
					$this->optional_step(),
					$this->ports->clock()
				),
				$this->resolve_items_listeners()
			),
			$this->document_builder(),
			$this->check_document(),
			$this->ports->clock(),
			$this->ports->trail(),
			$this->accepted_rounding()
		);
	}

	private function document_builder(): DocumentBuilder {
		return $this->document_builder ??= new DocumentBuilder(
			$this->ports->texts()
		);
	}

	public function document_completion(): DocumentCompletion {
		return $this->document_completion ??= new DocumentCompletion(
			$this->ports->ledger(),
			$this->ports->attempts(),
			$this->ports->order_links(),
			$this->follow_up_planner(),
			$this->ports->clock(),
			$this->ports->report(),
			$this->ports->queue()
		);
	}

	private function document_drafter(): DocumentDrafter {
		return $this->document_drafter ??= new DocumentDrafter(
			new ChooseParent(
				$this->ports->ledger(),
				$this->ports->clock(),
				$this->lost_document_finder(),
				$this->ports->order_links()
			),
			$this->resolve_customer(),
			$this->document_assembler()
		);
	}

	public function document_events(): DocumentEvents {
		return $this->document_events ??= new DocumentEvents(
			$this->ports->seen_documents(),
			$this->ports->clock()
		);
	}

	private function document_payments(): DocumentPayments {
		return $this->document_payments ??= new DocumentPayments(
			$this->ports->newest_payments(),
			$this->ports->observations()
		);
	}

	private function document_writer(): DocumentWriter {
		return $this->document_writer ??= new DocumentWriter(
			$this->lost_document_finder(),
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->detach_document(),
			$this->ports->clock(),
			$this->ports->trail(),
			$this->unrecorded(),
			$this->recent_answers()
		);
	}

	public function download_document(): DownloadDocument {
		return $this->download_document ??= new DownloadDocument(
			$this->ports->document_files(),
			$this->ports->clock(),
			$this->ports->logger(),
			$this->ports->kept_values()
		);
	}

	public function draft_looks(): DraftLooks {
		return $this->draft_looks ??= new DraftLooks(
			$this->ports->kept_values()
		);
	}

	private function draft_reader(): DraftReader {
		return $this->draft_reader ??= new DraftReader(
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->lost_document_finder(),
			$this->final_document(),
			$this->lost_document(),
			$this->ports->clock(),
			$this->unrecorded(),
			$this->ports->report()
		);
	}

	private function draft_updater(): DraftUpdater {
		return $this->draft_updater ??= new DraftUpdater(
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->ports->settings(),
			$this->billable_order(),
			$this->document_drafter(),
			$this->keep_customer(),
			$this->document_writer(),
			$this->document_completion(),
			$this->ports->texts()
		);
	}

	public function dry_run(): DryRun {
		return $this->dry_run ??= new DryRun(
			$this->ports->order_history(),
			$this->sale_orders(),
			$this->dry_run_order(),
			$this->workflow_selector(),
			$this->ports->clock()
		);
	}

	private function dry_run_order(): DryRunOrder {
		return $this->dry_run_order ??= new DryRunOrder(
			$this->ports->ledger(),
			$this->ports->order_links(),
			$this->ports->account(),
			$this->recall_customer(),
			$this->try_document(),
			$this->accepted_rounding(),
			$this->sales()
		);
	}

	public function due_task_runner(): DueTaskRunner {
		return $this->due_task_runner ??= new DueTaskRunner(
			$this->ports->ledger(),
			$this->ports->due_tasks(),
			$this->ports->remote_id_store(),
			$this->ports->randomness(),
			$this->task_runner(),
			$this->due_task_runner_sources(),
			$this->work_gate(),
			$this->ports->clock(),
			$this->ports->calls_left(),
			$this->ports->sleep(),
			$this->ports->queue(),
			$this->recent_answers(),
			$this->held_email_runner()
		);
	}

	public function earlier_exemptions(): EarlierExemptions {
		return $this->earlier_exemptions ??= new EarlierExemptions(
			$this->ports->kept_values()
		);
	}

	public function edits_seen(): EditsSeen {
		return $this->edits_seen ??= new EditsSeen(
			$this->ports->kept_values()
		);
	}

	private function eligibility_check(): EligibilityCheck {
		return $this->eligibility_check ??= new EligibilityCheck(
			$this->ports->ledger(),
			$this->ports->order_links(),
			$this->workflow_selector(),
			$this->ports->clock(),
			$this->ports->trail(),
			$this->ports->order_events(),
			$this->sales()
		);
	}

	public function email_document(): EmailDocument {
		return $this->email_document ??= new EmailDocument(
			$this->ports->ledger(),
			$this->task_runner(),
			$this->ports->clock()
		);
	}

	private function empty_search(): EmptySearch {
		return $this->empty_search ??= new EmptySearch(
			$this->ports->account_findings(),
			$this->ports->clock(),
			$this->repeat_policy()
		);
	}

	public function failure_count(): FailureCount {
		return $this->failure_count ??= new FailureCount(
			$this->ports->kept_values()
		);
	}

	private function failure_pause(): FailurePause {
		return $this->failure_pause ??= new FailurePause();
	}

	public function feed_backfill(): FeedBackfill {
		return $this->feed_backfill ??= new FeedBackfill(
			$this->backfills(),
			$this->ports->backfill_rows(),
			$this->ports->order_history(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	public function fill_archive(): FillArchive {
		return $this->fill_archive ??= new FillArchive(
			$this->archives(),
			$this->ports->archive_folder(),
			Factories::fill_archive_document_files( $this->ports ),
			$this->ports->ledger(),
			$this->ports->due_tasks(),
			$this->ports->calls_left(),
			$this->work_gate(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	public function filled(): Filled {
		return $this->filled ??= new Filled(
			$this->ports->kept_values()
		);
	}

	private function final_document(): FinalDocument {
		return $this->final_document ??= new FinalDocument(
			$this->ports->ledger(),
			$this->ports->order_links(),
			$this->ports->clock(),
			$this->ports->report()
		);
	}

	public function finalise_now(): FinaliseNow {
		return $this->finalise_now ??= new FinaliseNow(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->task_runner(),
			$this->due_task_runner(),
			$this->ports->clock()
		);
	}

	public function find_item(): FindItem {
		return $this->find_item ??= new FindItem(
			$this->ports->items(),
			$this->remote_ids(),
			$this->optional_step()
		);
	}

	public function find_to_link(): FindToLink {
		return $this->find_to_link ??= new FindToLink(
			$this->sale_orders(),
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->ports->documents_to_link(),
			$this->recall_customer(),
			$this->lost_document_finder(),
			new CompareToLink(
				$this->sale_orders(),
				$this->ports->ledger()
			)
		);
	}

	public function finish_links(): FinishLinks {
		return $this->finish_links ??= new FinishLinks(
			$this->ports->ledger(),
			$this->link_document(),
			$this->ports->clock(),
			$this->ports->logger()
		);
	}

	private function follow_document(): FollowDocument {
		return $this->follow_document ??= new FollowDocument(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->invoicing(),
			$this->document_payments(),
			$this->pay_order(),
			$this->move_order(),
			$this->ports->order_links(),
			$this->complete_task()
		);
	}

	private function follow_order(): FollowOrder {
		return $this->follow_order ??= new FollowOrder(
			$this->sale_orders(),
			$this->follow_up_planner(),
			$this->catch_up(),
			$this->complete_task()
		);
	}

	private function follow_up_planner(): FollowUpPlanner {
		return $this->follow_up_planner ??= new FollowUpPlanner(
			Factories::follow_up_planner_rules(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->ports->shop_emails(),
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->opened_elsewhere()
		);
	}

	public function forget_stock(): ForgetStock {
		return $this->forget_stock ??= new ForgetStock(
			$this->ports->stock_rows(),
			$this->stock_looks()
		);
	}

	public function fresh_offers(): FreshOffers {
		return $this->fresh_offers ??= new FreshOffers(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->order_links()
		);
	}

	public function gaps(): Gaps {
		return $this->gaps ??= new Gaps(
			$this->ports->kept_values(),
			$this->ports->account()
		);
	}

	private function hand_once(): HandOnce {
		return $this->hand_once ??= new HandOnce(
			$this->ports->ledger(),
			$this->ports->clock()
		);
	}

	public function handlers(): Handlers {
		return $this->handlers ??= new Handlers(
			$this->create_document( ... ),
			$this->create_credit_note( ... ),
			$this->validate_document( ... ),
			$this->follow_order( ... ),
			$this->check_balance( ... ),
			$this->allocate_credit_note( ... ),
			$this->pay_back( ... ),
			$this->record_payment( ... ),
			$this->send_document( ... ),
			$this->notify_customer( ... ),
			$this->send_held_email( ... ),
			$this->change_state( ... ),
			$this->change_company( ... ),
			$this->follow_document( ... )
		);
	}

	public function held_email_runner(): HeldEmailRunner {
		return $this->held_email_runner ??= new HeldEmailRunner(
			$this->ports->ledger(),
			$this->task_runner(),
			$this->ports->clock()
		);
	}

	public function hold_email(): HoldEmail {
		return $this->hold_email ??= new HoldEmail(
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->ports->background_work(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function hold_row(): HoldRow {
		return $this->hold_row ??= new HoldRow(
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	private function invoice_to_credit(): InvoiceToCredit {
		return $this->invoice_to_credit ??= new InvoiceToCredit(
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->final_document(),
			$this->lost_document(),
			$this->ports->order_links()
		);
	}

	public function keep_archives(): KeepArchives {
		return $this->keep_archives ??= new KeepArchives(
			$this->archives(),
			$this->ports->archive_folder(),
			$this->ports->clock()
		);
	}

	private function keep_customer(): KeepCustomer {
		return $this->keep_customer ??= new KeepCustomer(
			$this->ports->customers(),
			$this->optional_step(),
			$this->ports->order_links()
		);
	}

	public function keep_webhook(): KeepWebhook {
		return $this->keep_webhook ??= new KeepWebhook(
			$this->ports->settings(),
			$this->ports->webhooks(),
			$this->ports->kept_webhook(),
			$this->ports->event_address(),
			$this->ports->site(),
			$this->site_guard(),
			$this->turn(),
			$this->ports->clock(),
			$this->ports->randomness(),
			$this->ports->logger()
		);
	}

	public function link_document(): LinkDocument {
		return $this->link_document ??= new LinkDocument(
			$this->find_to_link(),
			$this->sale_orders(),
			$this->ports->ledger(),
			new AskAboutCredits(
				$this->sale_orders(),
				$this->ports->ledger(),
				$this->ports->settings(),
				$this->ports->clock()
			),
			$this->lost_document_finder(),
			$this->document_completion(),
			$this->carry_over(),
			$this->ports->report(),
			$this->ports->trail(),
			$this->ports->attempts(),
			$this->ports->order_links(),
			$this->ports->randomness(),
			$this->ports->clock()
		);
	}

	private function link_payment(): LinkPayment {
		return $this->link_payment ??= new LinkPayment(
			$this->ports->payments(),
			$this->recent_answers()
		);
	}

	public function look_at_sellsy(): LookAtSellsy {
		return $this->look_at_sellsy ??= new LookAtSellsy(
			$this->ports->seen_documents(),
			$this->looks(),
			new LookAtPayments(
				$this->ports->newest_payments(),
				$this->looks(),
				$this->document_events(),
				$this->own_payments(),
				$this->lost_payments(),
				$this->ports->ledger(),
				$this->ports->site(),
				$this->ports->clock(),
				$this->ports->observations()
			),
			new LookInTurn(
				$this->ports->seen_documents(),
				$this->looks(),
				$this->ports->documents_since(),
				new PageComparison(
					$this->ports->seen_documents(),
					$this->ports->ledger(),
					$this->own_payments(),
					$this->money_on_invoice()
				),
				$this->ports->settings(),
				$this->ports->clock()
			),
			new ReadDocument(
				$this->ports->ledger(),
				$this->ports->invoicing(),
				$this->ports->seen_documents(),
				$this->document_payments(),
				$this->own_payments(),
				$this->pay_order(),
				$this->move_order(),
				$this->ports->order_links(),
				$this->ports->report(),
				$this->lost_document(),
				new ReinstatedDocument(
					$this->ports->ledger(),
					$this->ports->order_links(),
					$this->ports->clock()
				),
				$this->lost_payments(),
				$this->money_on_invoice(),
				$this->others_money(),
				$this->ports->queue(),
				$this->ports->clock(),
				$this->ports->logger()
			),
			$this->draft_reader(),
			$this->ports->ledger(),
			$this->ports->calls_left(),
			$this->turn(),
			$this->ports->clock()
		);
	}

	public function look_at_sold(): LookAtSold {
		return $this->look_at_sold ??= new LookAtSold(
			$this->ports->sold_lately(),
			$this->ports->sold_looks(),
			$this->ports->items(),
			$this->ports->customers(),
			$this->ports->fingerprints(),
			$this->ports->clock()
		);
	}

	private function look_at_stock(): LookAtStock {
		return $this->look_at_stock ??= new LookAtStock(
			$this->ports->settings(),
			$this->ports->account(),
			$this->ports->shop_stocks(),
			$this->ports->stock_rows(),
			$this->stock_looks(),
			new CompareStock(
				$this->read_stock(),
				$this->ports->stock_rows(),
				$this->weigh_stock(),
				$this->ports->clock()
			),
			new ChangeStock(
				$this->read_stock(),
				$this->ports->shop_stocks(),
				$this->ports->sellsy_stocks(),
				$this->ports->stock_rows(),
				$this->weigh_stock(),
				new SettleStock(
					$this->repeat_policy()
				),
				$this->ports->clock(),
				$this->ports->logger()
			),
			$this->ports->due_tasks(),
			$this->ports->calls_left(),
			$this->turn(),
			$this->look_back(),
			$this->gaps(),
			$this->ports->clock()
		);
	}

	private function look_back(): LookBack {
		return $this->look_back ??= new LookBack(
			$this->gaps(),
			$this->ports->documents_since(),
			$this->unrecorded(),
			$this->remote_ids(),
			$this->ports->clock()
		);
	}

	public function looks(): Looks {
		return $this->looks ??= new Looks(
			$this->ports->kept_values(),
			$this->ports->site()
		);
	}

	private function lost_document(): LostDocument {
		return $this->lost_document ??= new LostDocument(
			$this->ports->ledger(),
			$this->ports->stored_orders(),
			$this->ports->order_links(),
			$this->detach_document(),
			$this->ports->clock(),
			$this->ports->report()
		);
	}

	private function lost_document_finder(): LostDocumentFinder {
		return $this->lost_document_finder ??= new LostDocumentFinder(
			$this->ports->invoicing(),
			$this->remote_ids(),
			$this->ports->ledger(),
			$this->empty_search(),
			$this->shop_code_conflicts(),
			$this->ports->fingerprints()
		);
	}

	private function lost_payments(): LostPayments {
		return $this->lost_payments ??= new LostPayments(
			$this->ports->ledger(),
			$this->ports->payments(),
			$this->ports->order_links(),
			$this->ports->clock()
		);
	}

	public function mark_done_by_hand(): MarkDoneByHand {
		return $this->mark_done_by_hand ??= new MarkDoneByHand(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->ports->attempts(),
			$this->detach_document(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	public function money_came(): MoneyCame {
		return $this->money_came ??= new MoneyCame(
			$this->ports->paid_orders(),
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function money_on_invoice(): MoneyOnInvoice {
		return $this->money_on_invoice ??= new MoneyOnInvoice(
			$this->ports->ledger(),
			$this->ports->observations()
		);
	}

	private function move_order(): MoveOrder {
		return $this->move_order ??= new MoveOrder(
			$this->ports->settings(),
			$this->ports->paid_orders(),
			$this->hold_row(),
			new HoldInvoice(
				$this->ports->ledger(),
				$this->ports->order_links(),
				$this->ports->clock(),
				$this->ports->randomness()
			),
			$this->turn()
		);
	}

	private function move_payments(): MovePayments {
		return $this->move_payments ??= new MovePayments(
			$this->ports->payments(),
			$this->ports->credit_notes(),
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->recent_answers(),
			$this->ports->clock()
		);
	}

	private function notify_customer(): NotifyCustomer {
		return $this->notify_customer ??= new NotifyCustomer(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->shop_emails(),
			$this->ports->invoicing(),
			$this->recent_answers(),
			$this->complete_task(),
			$this->hand_once(),
			$this->unrecorded()
		);
	}

	public function one_runner(): OneRunner {
		return $this->one_runner ??= new OneRunner(
			$this->due_task_runner(),
			$this->ports->ledger(),
			$this->ports->remote_id_store(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	private function open_earlier(): OpenEarlier {
		return $this->open_earlier ??= new OpenEarlier(
			$this->ports->ledger(),
			$this->ports->clock()
		);
	}

	public function open_reissue(): OpenReissue {
		return $this->open_reissue ??= new OpenReissue(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->sale_orders(),
			$this->ports->clock()
		);
	}

	public function opened_elsewhere(): OpenedElsewhere {
		return $this->opened_elsewhere ??= new OpenedElsewhere(
			$this->ports->ledger(),
			$this->gaps(),
			$this->ports->clock(),
			$this->look_back(),
			$this->site_copy()
		);
	}

	private function optional_step(): OptionalStep {
		return $this->optional_step ??= new OptionalStep(
			$this->ports->logger()
		);
	}

	public function order_event_handler(): OrderEventHandler {
		return $this->order_event_handler ??= new OrderEventHandler(
			$this->ports->settings(),
			$this->workflow_selector(),
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->site_copy( ... )
		);
	}

	private function others_money(): OthersMoney {
		return $this->others_money ??= new OthersMoney(
			$this->ports->payments(),
			$this->ports->ledger(),
			$this->recent_answers(),
			$this->ports->observations(),
			$this->remote_ids()
		);
	}

	private function own_payments(): OwnPayments {
		return $this->own_payments ??= new OwnPayments(
			$this->ports->ledger()
		);
	}

	private function pay_back(): PayBack {
		return $this->pay_back ??= new PayBack(
			$this->sale_orders(),
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->lost_document_finder(),
			$this->pay_once(),
			$this->link_payment(),
			$this->complete_task(),
			$this->told_pay_back(),
			new UnpaidInvoice(
				$this->ports->payments(),
				$this->ports->ledger(),
				$this->recent_answers(),
				$this->ports->observations()
			),
			$this->ports->clock(),
			$this->others_money(),
			$this->lost_payments()
		);
	}

	private function pay_once(): PayOnce {
		return $this->pay_once ??= new PayOnce(
			$this->ports->payments(),
			$this->ports->ledger(),
			$this->empty_search(),
			$this->ports->clock(),
			$this->unrecorded()
		);
	}

	private function pay_order(): PayOrder {
		return $this->pay_order ??= new PayOrder(
			$this->ports->settings(),
			$this->sale_orders(),
			$this->ports->paid_orders(),
			$this->ports->ledger(),
			$this->hold_row(),
			$this->turn(),
			$this->ports->clock(),
			$this->ports->logger()
		);
	}

	public function plan_archive(): PlanArchive {
		return $this->plan_archive ??= new PlanArchive(
			$this->ports->ledger(),
			$this->archives(),
			$this->ports->archive_folder(),
			$this->ports->calls_left(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	public function plan_bulk(): PlanBulk {
		return $this->plan_bulk ??= new PlanBulk(
			$this->ports->ledger(),
			$this->ports->stored_orders(),
			new PlanFinals(
				$this->ports->report(),
				$this->ports->clock()
			),
			$this->plan_retries(),
			$this->ports->settings(),
			$this->ports->order_links(),
			$this->ports->order_events(),
			$this->order_event_handler(),
			$this->sales()
		);
	}

	private function plan_retries(): PlanRetries {
		return $this->plan_retries ??= new PlanRetries(
			$this->ports->settings(),
			$this->ports->clock()
		);
	}

	public function plan_retry_all(): PlanRetryAll {
		return $this->plan_retry_all ??= new PlanRetryAll(
			$this->ports->ledger(),
			$this->ports->stored_orders(),
			$this->ports->report(),
			$this->plan_retries(),
			$this->ports->settings()
		);
	}

	public function preview_credit_note(): PreviewCreditNote {
		return $this->preview_credit_note ??= new PreviewCreditNote(
			$this->ports->stored_orders(),
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->ports->account(),
			$this->refund_to_credit(),
			$this->credit_for(),
			$this->creditable_balance(),
			$this->try_document(),
			$this->lost_document_finder(),
			$this->ports->clock()
		);
	}

	private function read_balance(): ReadBalance {
		return $this->read_balance ??= new ReadBalance(
			$this->ports->ledger(),
			$this->ports->report(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->ports->clock()
		);
	}

	public function read_order_sheet(): ReadOrderSheet {
		return $this->read_order_sheet ??= new ReadOrderSheet(
			$this->sale_orders(),
			$this->ports->ledger(),
			$this->ports->report(),
			$this->ports->settings(),
			$this->billable_order(),
			new Outlook(
				$this->ports->order_events(),
				$this->order_event_handler(),
				$this->workflow_selector(),
				$this->sales()
			),
			$this->ports->seen_documents(),
			$this->ports->clock()
		);
	}

	private function read_stock(): ReadStock {
		return $this->read_stock ??= new ReadStock(
			$this->ports->shop_stocks(),
			$this->ports->sellsy_stocks(),
			$this->find_item(),
			$this->ports->stock_rows()
		);
	}

	private function read_taxes(): ReadTaxes {
		return $this->read_taxes ??= new ReadTaxes(
			$this->ports->account()
		);
	}

	private function recall_customer(): RecallCustomer {
		return $this->recall_customer ??= new RecallCustomer(
			$this->ports->account(),
			$this->ports->customer_memory(),
			$this->ports->fingerprints()
		);
	}

	private function recent_answers(): RecentAnswers {
		return $this->recent_answers ??= new RecentAnswers(
			$this->ports->clock()
		);
	}

	public function record_earlier(): RecordEarlier {
		return $this->record_earlier ??= new RecordEarlier(
			$this->ports->unrecorded_payments(),
			$this->ports->settings(),
			$this->open_earlier(),
			$this->ports->queue(),
			$this->remote_ids(),
			$this->ports->clock()
		);
	}

	public function record_paid_back(): RecordPaidBack {
		return $this->record_paid_back ??= new RecordPaidBack(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->told_pay_back(),
			$this->task_runner(),
			$this->ports->clock()
		);
	}

	private function record_payment(): RecordPayment {
		return $this->record_payment ??= new RecordPayment(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->lost_document_finder(),
			$this->pay_once(),
			new WeighPayment(
				$this->others_money(),
				$this->ports->ledger(),
				$this->sale_orders()
			),
			$this->link_payment(),
			$this->complete_task(),
			new MovedPayment(
				$this->move_payments(),
				$this->ports->payments(),
				$this->ports->ledger(),
				$this->ports->clock(),
				$this->ports->observations(),
				$this->link_payment()
			),
			$this->ports->invoicing(),
			$this->recent_answers(),
			$this->lost_document(),
			$this->open_earlier(),
			$this->ports->clock()
		);
	}

	private function refund_to_credit(): RefundToCredit {
		return $this->refund_to_credit ??= new RefundToCredit(
			$this->sale_orders(),
			$this->ports->ledger(),
			$this->ports->clock()
		);
	}

	public function reissue_invoice(): ReissueInvoice {
		return $this->reissue_invoice ??= new ReissueInvoice(
			$this->open_reissue(),
			$this->fresh_offers(),
			$this->ports->ledger(),
			$this->task_runner(),
			$this->due_task_runner(),
			$this->ports->clock()
		);
	}

	private function remember_customer(): RememberCustomer {
		return $this->remember_customer ??= new RememberCustomer(
			$this->ports->account(),
			$this->ports->customer_memory(),
			$this->recall_customer()
		);
	}

	public function remote_ids(): RemoteIds {
		return $this->remote_ids ??= new RemoteIds(
			$this->ports->account(),
			$this->ports->remote_id_store(),
			$this->ports->clock(),
			$this->ports->randomness(),
			$this->empty_search()
		);
	}

	private function repeat_policy(): RepeatPolicy {
		return $this->repeat_policy ??= new RepeatPolicy();
	}

	private function resolve_addresses(): ResolveAddresses {
		return $this->resolve_addresses ??= new ResolveAddresses(
			$this->ports->customers(),
			$this->remote_ids()
		);
	}

	private function resolve_contact(): ResolveContact {
		return $this->resolve_contact ??= new ResolveContact(
			$this->ports->customers(),
			$this->remote_ids(),
			$this->spellings()
		);
	}

	private function resolve_customer(): ResolveCustomer {
		return $this->resolve_customer ??= new ResolveCustomer(
			$this->ports->customers(),
			$this->remote_ids(),
			$this->recall_customer(),
			$this->remember_customer(),
			new FindCustomer(
				$this->ports->customers(),
				$this->ports->customer_memory(),
				$this->recall_customer(),
				$this->ports->account(),
				$this->customers_by_reference(),
				$this->spellings()
			),
			new CreateFurther(
				$this->remote_ids(),
				$this->remember_customer(),
				$this->recall_customer(),
				$this->customers_by_reference(),
				new CreateCustomer(
					$this->ports->customers(),
					$this->ports->account_findings(),
					$this->ports->order_links(),
					$this->ports->logger(),
					$this->ports->trail()
				)
			),
			$this->keep_customer(),
			$this->resolve_contact(),
			$this->resolve_addresses(),
			$this->ports->order_links(),
			$this->ports->trail()
		);
	}

	public function resume_work(): ResumeWork {
		return $this->resume_work ??= new ResumeWork(
			$this->ports->ledger(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function retry_policy(): RetryPolicy {
		return $this->retry_policy ??= new RetryPolicy();
	}

	public function retry_task(): RetryTask {
		return $this->retry_task ??= new RetryTask(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->sale_orders(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->remote_ids()
		);
	}

	private function row_splitter(): RowSplitter {
		return $this->row_splitter ??= new RowSplitter(
			$this->ports->texts()
		);
	}

	public function sale_orders(): SaleOrders {
		return $this->sale_orders ??= new SaleOrders(
			new CountedRefunds(
				$this->ports->stored_orders(),
				$this->ports->ledger(),
				$this->ports->clock()
			),
			$this->sales(),
			$this->ports->ledger()
		);
	}

	public function sales(): Sales {
		return $this->sales ??= new Sales(
			$this->ports->stored_orders(),
			$this->ports->ledger(),
			$this->ports->order_links(),
			$this->ports->settings()
		);
	}

	public function same_client(): SameClient {
		return $this->same_client ??= new SameClient(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->customers(),
			$this->spellings(),
			$this->recall_customer(),
			$this->remember_customer(),
			$this->take_draft(),
			$this->due_task_runner(),
			$this->billable_order(),
			$this->ports->clock()
		);
	}

	private function say_who_bills(): SayWhoBills {
		return $this->say_who_bills ??= new SayWhoBills(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->sale_orders(),
			$this->sales(),
			$this->change_settings(),
			$this->retry_task()
		);
	}

	private function send_document(): SendDocument {
		return $this->send_document ??= new SendDocument(
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->ports->document_steps(),
			$this->complete_task(),
			$this->ports->clock(),
			$this->unrecorded()
		);
	}

	private function send_held_email(): SendHeldEmail {
		return $this->send_held_email ??= new SendHeldEmail(
			$this->ports->ledger(),
			$this->ports->held_emails(),
			$this->hand_once(),
			$this->complete_task(),
			$this->ports->settings(),
			$this->ports->site(),
			$this->gaps(),
			$this->ports->clock()
		);
	}

	public function shop_code_check(): ShopCodeCheck {
		return $this->shop_code_check ??= new ShopCodeCheck(
			$this->ports->settings(),
			$this->ports->newest_documents(),
			$this->ports->own_documents(),
			$this->shop_code_conflicts(),
			$this->resume_work(),
			$this->ports->clock()
		);
	}

	public function shop_code_conflicts(): ShopCodeConflicts {
		return $this->shop_code_conflicts ??= new ShopCodeConflicts(
			$this->ports->kept_values(),
			$this->ports->site(),
			$this->ports->settings()
		);
	}

	public function shopper_documents(): ShopperDocuments {
		return $this->shopper_documents ??= new ShopperDocuments(
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->ports->report()
		);
	}

	private function site_copy(): SiteCopy {
		return $this->site_copy ??= new SiteCopy(
			$this->ports->site(),
			$this->ports->pauses(),
			$this->ports->clock()
		);
	}

	public function site_guard(): SiteGuard {
		return $this->site_guard ??= new SiteGuard(
			$this->ports->site(),
			$this->ports->account(),
			$this->ports->pauses(),
			$this->ports->clock(),
			$this->site_copy()
		);
	}

	private function spellings(): Spellings {
		return $this->spellings ??= new Spellings(
			$this->ports->written_emails()
		);
	}

	public function steer_backfill(): SteerBackfill {
		return $this->steer_backfill ??= new SteerBackfill(
			$this->backfills(),
			$this->ports->backfill_rows(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->ports->order_history(),
			$this->feed_backfill()
		);
	}

	public function steer_stock(): SteerStock {
		return $this->steer_stock ??= new SteerStock(
			$this->look_at_stock(),
			$this->stock_looks(),
			$this->ports->stock_rows(),
			$this->ports->settings(),
			$this->change_settings(),
			$this->work_gate(),
			$this->ports->clock()
		);
	}

	public function stock_looks(): StockLooks {
		return $this->stock_looks ??= new StockLooks(
			$this->ports->kept_values()
		);
	}

	public function sweeper(): Sweeper {
		return $this->sweeper ??= new Sweeper(
			$this->work_gate(),
			new RepairCopies(
				$this->ports->ledger(),
				$this->document_completion(),
				$this->ports->clock(),
				$this->ports->logger()
			),
			new MissedEventScanner(
				$this->ports->saved_orders(),
				$this->catch_up(),
				$this->follow_up_planner(),
				$this->ports->ledger(),
				$this->edits_seen(),
				$this->ports->clock()
			),
			$this->due_task_runner(),
			new DraftMonitor(
				$this->ports->ledger(),
				$this->draft_looks(),
				$this->ports->documents_since(),
				$this->ports->report(),
				$this->draft_reader(),
				$this->ports->calls_left(),
				$this->ports->clock()
			),
			new KeepAccess(
				$this->ports->lasting_access(),
				$this->ports->pauses(),
				$this->failure_pause(),
				$this->ports->clock()
			),
			new DailyLook(
				$this->ports->account(),
				$this->shop_code_check(),
				$this->ports->site(),
				$this->daily_look_parts()
			),
			$this->ports->attempts(),
			$this->ports->clock(),
			$this->ports->logger(),
			$this->look_back(),
			$this->ports->runtime_cache(),
			new FillReport(
				$this->ports->report(),
				$this->filled(),
				$this->ports->documents_since(),
				$this->sale_orders(),
				$this->ports->clock(),
				Factories::fill_report_nothing_waits( $this->ports, $this->ports->clock() ),
				Factories::fill_report_has_calls_left( $this->ports, $this->ports->clock() )
			),
			$this->held_email_runner(),
			new ReopenFound(
				$this->ports->ledger(),
				$this->sale_orders(),
				$this->ports->clock()
			),
			new WatchBalances(
				$this->ports->changed_orders(),
				$this->read_balance(),
				$this->ports->ledger(),
				$this->ports->queue(),
				$this->ports->clock(),
				$this->ports->logger()
			),
			new LostRefunds(
				$this->ports->ledger(),
				$this->ports->saved_orders(),
				$this->remote_ids(),
				$this->ports->clock()
			),
			new LookAtExemptions(
				$this->earlier_exemptions(),
				$this->ports->settings(),
				$this->ports->account()
			),
			$this->sweeper_features()
		);
	}

	public function sync_order(): SyncOrder {
		return $this->sync_order ??= new SyncOrder(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->task_runner(),
			$this->due_task_runner(),
			$this->ports->clock()
		);
	}

	private function take_draft(): TakeDraft {
		return $this->take_draft ??= new TakeDraft(
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	public function take_event(): TakeEvent {
		return $this->take_event ??= new TakeEvent(
			$this->ports->settings(),
			$this->ports->kept_webhook(),
			$this->ports->signed_events(),
			new EventLimit(
				$this->ports->kept_values()
			),
			$this->document_events(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->ports->observations()
		);
	}

	public function task_acts(): TaskActs {
		return $this->task_acts ??= new TaskActs(
			$this->ports->ledger(),
			Factories::task_acts_handlers( $this->acts() ),
			$this->due_task_runner()
		);
	}

	public function task_runner(): TaskRunner {
		return $this->task_runner ??= new TaskRunner(
			$this->work_gate(),
			$this->ports->ledger(),
			Factories::task_runner_effects( $this->handlers() ),
			new FailureHandler(
				$this->ports->ledger(),
				$this->ports->attempts(),
				$this->ports->pauses(),
				$this->failure_count(),
				$this->retry_policy(),
				$this->failure_pause(),
				$this->ports->order_links(),
				$this->ports->queue(),
				$this->ports->clock(),
				$this->ports->randomness()
			),
			$this->retry_policy(),
			$this->ports->clock(),
			$this->ports->randomness(),
			$this->ports->logger(),
			$this->ports->trail(),
			$this->ports->runtime_cache(),
			new LookAround(
				$this->look_back(),
				$this->opened_elsewhere(),
				$this->unrecorded(),
				$this->ports->documents_since(),
				$this->gaps(),
				$this->ports->clock()
			),
			$this->recent_answers(),
			new TellApart(
				$this->ports->stored_orders(),
				$this->ports->ledger(),
				$this->ports->order_marks(),
				$this->ports->clock()
			)
		);
	}

	public function test_connection(): TestConnection {
		return $this->test_connection ??= new TestConnection(
			$this->ports->account(),
			$this->adopt_connection(),
			$this->shop_code_check()
		);
	}

	private function told_pay_back(): ToldPayBack {
		return $this->told_pay_back ??= new ToldPayBack(
			$this->remote_ids()
		);
	}

	private function try_document(): TryDocument {
		return $this->try_document ??= new TryDocument(
			$this->read_taxes(),
			$this->choose_rate_category(),
			$this->document_builder(),
			$this->ports->texts(),
			$this->ports->clock(),
			$this->check_document()
		);
	}

	public function turn(): Turn {
		return $this->turn ??= new Turn(
			$this->ports->remote_id_store(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}

	public function unlink_document(): UnlinkDocument {
		return $this->unlink_document ??= new UnlinkDocument(
			$this->ports->ledger(),
			$this->fresh_offers(),
			$this->detach_document(),
			$this->ports->attempts(),
			$this->ports->clock()
		);
	}

	private function unrecorded(): Unrecorded {
		return $this->unrecorded ??= new Unrecorded(
			$this->remote_ids(),
			$this->ports->own_documents(),
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->ports->settings(),
			$this->gaps(),
			$this->ports->clock()
		);
	}

	private function validate_document(): ValidateDocument {
		return $this->validate_document ??= new ValidateDocument(
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->sale_orders(),
			$this->ports->settings(),
			$this->eligibility_check(),
			$this->billable_order(),
			new SettleBuyer(
				$this->ports->customers(),
				$this->lost_document_finder(),
				$this->resolve_addresses(),
				$this->take_draft(),
				$this->draft_updater(),
				$this->billable_order(),
				$this->document_completion(),
				$this->ports->clock()
			),
			$this->remote_ids(),
			$this->lost_document(),
			$this->document_completion(),
			$this->ports->clock(),
			$this->unrecorded(),
			$this->recent_answers()
		);
	}

	public function weigh_company(): WeighCompany {
		return $this->weigh_company ??= new WeighCompany(
			$this->ports->company_requests(),
			$this->open_reissue(),
			$this->ports->ledger(),
			$this->ports->report(),
			$this->sale_orders(),
			$this->billable_order()
		);
	}

	private function weigh_stock(): WeighStock {
		return $this->weigh_stock ??= new WeighStock();
	}

	public function work_gate(): WorkGate {
		return $this->work_gate ??= new WorkGate(
			$this->site_guard(),
			$this->ports->account(),
			$this->ports->pauses(),
			$this->failure_count(),
			$this->failure_pause(),
			$this->ports->clock(),
			$this->ports->logger(),
			$this->opened_elsewhere()
		);
	}

	private function workflow_selector(): WorkflowSelector {
		return $this->workflow_selector ??= new WorkflowSelector();
	}

	/** @return list<DailyPart> */
	private function daily_look_parts(): array {
		return [
			$this->keep_archives(),
			$this->look_at_sold(),
		];
	}

	/** @return list<WorkSource> */
	private function due_task_runner_sources(): array {
		return [
			$this->feed_backfill(),
		];
	}

	/** @return list<ItemListener> */
	private function resolve_items_listeners(): array {
		return [
			new OpeningStock(
				$this->ports->sellsy_stocks(),
				$this->ports->products(),
				$this->ports->account(),
				$this->remote_ids(),
				$this->optional_step()
			),
		];
	}

	/** @return list<PassPart> */
	private function sweeper_features(): array {
		return [
			$this->record_earlier(),
			new FillBases(
				$this->ports->baseless_documents(),
				$this->ports->report(),
				$this->filled(),
				$this->ports->invoicing(),
				$this->ports->kept_values(),
				$this->ports->due_tasks(),
				$this->ports->calls_left(),
				$this->ports->clock()
			),
			$this->finish_links(),
			new TellOwner(
				$this->ports->owner_mails(),
				new ToldStore(
					$this->ports->kept_values()
				),
				$this->ports->missing_access(),
				$this->shop_code_conflicts(),
				new StandstillNews(),
				$this->ports->stopped_orders(),
				$this->ports->pauses(),
				$this->ports->settings(),
				$this->ports->clock()
			),
			$this->look_at_stock(),
			new AcceptedBefore(
				$this->ports->ledger(),
				$this->ports->paid_orders(),
				$this->ports->seen_documents(),
				$this->ports->order_links(),
				$this->remote_ids(),
				$this->ports->clock()
			),
			$this->keep_webhook(),
			$this->look_at_sellsy(),
		];
	}
}
