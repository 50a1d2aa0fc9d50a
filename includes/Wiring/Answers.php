<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\LastingAccess;
use OrderInvoicer\Domain\Account\MissingAccess;
use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Balance\ChangedOrders;
use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\WrittenEmails;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\Emails\HeldEmails;
use OrderInvoicer\Domain\Emails\OwnerIsTold;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\SameOrder\OrderMarks;
use OrderInvoicer\Domain\Seen\DocumentsToLink;
use OrderInvoicer\Domain\Seen\EventAddress;
use OrderInvoicer\Domain\Seen\NewestPayments;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\Seen\Webhooks;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Fingerprints;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\Domain\Taxes\Taxes;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Features\Archives\Rules\ArchiveFolder;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequests;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayments;
use OrderInvoicer\Features\Figures\Rules\BaselessDocuments;
use OrderInvoicer\Features\OwnerMail\Rules\OwnerMails;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedOrders;
use OrderInvoicer\Features\SoldLately\Rules\SoldLately;
use OrderInvoicer\Features\SoldLately\Rules\SoldLooks;
use OrderInvoicer\Features\Stock\Rules\SellsyStocks;
use OrderInvoicer\Features\Stock\Rules\ShopStocks;
use OrderInvoicer\Features\Stock\Rules\StockRows;
use OrderInvoicer\Features\TalkBack\Rules\KeptWebhook;
use OrderInvoicer\Features\TalkBack\Rules\SignedEvents;
use OrderInvoicer\Wiring\Composition\Ports;

/**
 * The ports, each answered by the adapters. Apart from them, because PHP reads every class that a method is said to
 * return where its interface says less. Written by `npm run composition`: never edit it.
 */
final class Answers implements Ports {

	public function __construct( private readonly Adapters $adapters ) {}

	public function account(): Account {
		return $this->adapters->account();
	}

	public function account_findings(): AccountFindings {
		return $this->adapters->account_findings();
	}

	public function agreements(): Agreements {
		return $this->adapters->agreements();
	}

	public function archive_folder(): ArchiveFolder {
		return $this->adapters->archive_folder();
	}

	public function attempts(): AttemptLog {
		return $this->adapters->attempts();
	}

	public function backfill_rows(): BackfillRows {
		return $this->adapters->backfill_rows();
	}

	public function background_work(): BackgroundWork {
		return $this->adapters->background_work();
	}

	public function baseless_documents(): BaselessDocuments {
		return $this->adapters->baseless_documents();
	}

	public function calls_left(): CallsLeft {
		return $this->adapters->calls_left();
	}

	public function changed_orders(): ChangedOrders {
		return $this->adapters->changed_orders();
	}

	public function clock(): Clock {
		return $this->adapters->clock();
	}

	public function company_requests(): CompanyRequests {
		return $this->adapters->company_requests();
	}

	public function credit_notes(): CreditNotes {
		return $this->adapters->credit_notes();
	}

	public function customer_memory(): CustomerMemory {
		return $this->adapters->customer_memory();
	}

	public function customers(): Customers {
		return $this->adapters->customers();
	}

	public function document_files(): DocumentFiles {
		return $this->adapters->document_files();
	}

	public function document_steps(): DocumentSteps {
		return $this->adapters->document_steps();
	}

	public function documents_since(): DocumentsSince {
		return $this->adapters->documents_since();
	}

	public function documents_to_link(): DocumentsToLink {
		return $this->adapters->documents_to_link();
	}

	public function due_tasks(): DueTasks {
		return $this->adapters->due_tasks();
	}

	public function event_address(): EventAddress {
		return $this->adapters->event_address();
	}

	public function fingerprints(): Fingerprints {
		return $this->adapters->fingerprints();
	}

	public function held_emails(): HeldEmails {
		return $this->adapters->held_emails();
	}

	public function invoicing(): Invoicing {
		return $this->adapters->invoicing();
	}

	public function items(): Items {
		return $this->adapters->items();
	}

	public function kept_values(): KeptValues {
		return $this->adapters->kept_values();
	}

	public function kept_webhook(): KeptWebhook {
		return $this->adapters->kept_webhook();
	}

	public function lasting_access(): LastingAccess {
		return $this->adapters->lasting_access();
	}

	public function ledger(): Ledger {
		return $this->adapters->ledger();
	}

	public function logger(): Logger {
		return $this->adapters->logger();
	}

	public function missing_access(): MissingAccess {
		return $this->adapters->missing_access();
	}

	public function newest_documents(): NewestDocuments {
		return $this->adapters->newest_documents();
	}

	public function newest_payments(): NewestPayments {
		return $this->adapters->newest_payments();
	}

	public function observations(): Observations {
		return $this->adapters->observations();
	}

	public function order_events(): OrderEvents {
		return $this->adapters->order_events();
	}

	public function order_history(): OrderHistory {
		return $this->adapters->order_history();
	}

	public function order_links(): OrderLinks {
		return $this->adapters->order_links();
	}

	public function order_marks(): OrderMarks {
		return $this->adapters->order_marks();
	}

	public function own_documents(): OwnDocuments {
		return $this->adapters->own_documents();
	}

	public function owner_is_told(): OwnerIsTold {
		return $this->adapters->owner_is_told();
	}

	public function owner_mails(): OwnerMails {
		return $this->adapters->owner_mails();
	}

	public function paid_orders(): PaidOrders {
		return $this->adapters->paid_orders();
	}

	public function pauses(): Pauses {
		return $this->adapters->pauses();
	}

	public function payments(): Payments {
		return $this->adapters->payments();
	}

	public function products(): Products {
		return $this->adapters->products();
	}

	public function queue(): JobQueue {
		return $this->adapters->queue();
	}

	public function randomness(): Randomness {
		return $this->adapters->randomness();
	}

	public function remote_id_store(): RemoteIdStore {
		return $this->adapters->remote_id_store();
	}

	public function report(): Report {
		return $this->adapters->report();
	}

	public function runtime_cache(): RuntimeCache {
		return $this->adapters->runtime_cache();
	}

	public function saved_orders(): SavedOrders {
		return $this->adapters->saved_orders();
	}

	public function seen_documents(): SeenDocuments {
		return $this->adapters->seen_documents();
	}

	public function sellsy_stocks(): SellsyStocks {
		return $this->adapters->sellsy_stocks();
	}

	public function settings(): SettingsStore {
		return $this->adapters->settings();
	}

	public function settings_array(): SettingsArray {
		return $this->adapters->settings_array();
	}

	public function shop_emails(): ShopEmails {
		return $this->adapters->shop_emails();
	}

	public function shop_stocks(): ShopStocks {
		return $this->adapters->shop_stocks();
	}

	public function signed_events(): SignedEvents {
		return $this->adapters->signed_events();
	}

	public function site(): Site {
		return $this->adapters->site();
	}

	public function sleep(): Sleep {
		return $this->adapters->sleep();
	}

	public function sold_lately(): SoldLately {
		return $this->adapters->sold_lately();
	}

	public function sold_looks(): SoldLooks {
		return $this->adapters->sold_looks();
	}

	public function stock_rows(): StockRows {
		return $this->adapters->stock_rows();
	}

	public function stopped_orders(): StoppedOrders {
		return $this->adapters->stopped_orders();
	}

	public function stored_orders(): Orders {
		return $this->adapters->stored_orders();
	}

	public function taxes(): Taxes {
		return $this->adapters->taxes();
	}

	public function texts(): DocumentTexts {
		return $this->adapters->texts();
	}

	public function trail(): Trail {
		return $this->adapters->trail();
	}

	public function unrecorded_payments(): UnrecordedPayments {
		return $this->adapters->unrecorded_payments();
	}

	public function webhooks(): Webhooks {
		return $this->adapters->webhooks();
	}

	public function written_emails(): WrittenEmails {
		return $this->adapters->written_emails();
	}
}
