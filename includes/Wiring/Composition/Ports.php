<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\AccountFindings;
use OrderInvoicer\Domain\Account\LastingAccess;
use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Account\Observations;
use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Backfill\BackfillRows;
use OrderInvoicer\Domain\Balance\ChangedOrders;
use OrderInvoicer\Domain\CompanyRequests\CompanyRequests;
use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\WrittenEmails;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Downloads\DocumentFiles;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\Emails\HeldEmails;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Items\Stock;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Linking\DocumentsToLink;
use OrderInvoicer\Domain\Notifying\MissingAccess;
use OrderInvoicer\Domain\Notifying\OwnerMails;
use OrderInvoicer\Domain\Notifying\StoppedOrders;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\Payments\UnrecordedPayments;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\Report\OldReport;
use OrderInvoicer\Domain\SameOrder\OrderMarks;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\SoldLately\SoldLately;
use OrderInvoicer\Domain\SoldLately\SoldLooks;
use OrderInvoicer\Domain\StockLevels\SellsyStocks;
use OrderInvoicer\Domain\StockLevels\ShopStocks;
use OrderInvoicer\Domain\StockLevels\StockRows;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Fingerprints;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\Domain\TalkBack\NewestPayments;
use OrderInvoicer\Domain\TalkBack\PaidOrders;
use OrderInvoicer\Domain\TalkBack\SeenDocuments;
use OrderInvoicer\Domain\Taxes\Taxes;
use OrderInvoicer\Domain\Webhooks\EventAddress;
use OrderInvoicer\Domain\Webhooks\KeptWebhook;
use OrderInvoicer\Domain\Webhooks\SignedEvents;
use OrderInvoicer\Domain\Webhooks\Webhooks;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DueTasks;

/**
 * The record of ports: whom the use cases ask and tell. The plugin answers each with `Wiring/Adapters`, the unit tests
 * with the fakes of their world. A port is asked for when a module is made, never before.
 */
interface Ports {

	// The machine, and what runs on it.
	public function clock(): Clock;
	public function randomness(): Randomness;
	public function sleep(): Sleep;
	public function logger(): Logger;
	public function queue(): JobQueue;
	public function runtime_cache(): RuntimeCache;
	public function fingerprints(): Fingerprints;

	// What is to be done, what was, and what is remembered.
	public function kept_values(): KeptValues;

	public function ledger(): Ledger;

	public function order_marks(): OrderMarks;
	public function due_tasks(): DueTasks;
	public function attempts(): AttemptLog;
	public function trail(): Trail;
	public function report(): OldReport;
	public function remote_id_store(): RemoteIdStore;
	public function customer_memory(): CustomerMemory;
	public function own_documents(): OwnDocuments;
	public function pauses(): Pauses;
	public function changed_orders(): ChangedOrders;

	public function seen_documents(): SeenDocuments;

	public function kept_webhook(): KeptWebhook;
	public function backfill_rows(): BackfillRows;
	public function stopped_orders(): StoppedOrders;
	public function unrecorded_payments(): UnrecordedPayments;
	public function stock_rows(): StockRows;
	public function sold_looks(): SoldLooks;

	// The shop, its orders and its owner.
	public function site(): Site;
	public function event_address(): EventAddress;
	public function settings(): SettingsStore;

	/** No port, but made once: it reads the attributes of every setting. */
	public function settings_array(): SettingsArray;

	public function texts(): DocumentTexts;

	/** As the shop has them, with refunds that do not count yet. */
	public function stored_orders(): Orders;

	public function order_events(): OrderEvents;
	public function order_links(): OrderLinks;
	public function paid_orders(): PaidOrders;
	public function company_requests(): CompanyRequests;

	public function order_history(): OrderHistory;
	public function shop_emails(): ShopEmails;
	public function held_emails(): HeldEmails;
	public function background_work(): BackgroundWork;
	public function saved_orders(): SavedOrders;
	public function products(): Products;
	public function sold_lately(): SoldLately;
	public function written_emails(): WrittenEmails;
	public function shop_stocks(): ShopStocks;
	public function owner_mails(): OwnerMails;

	// Sellsy.
	public function account(): Account;
	public function account_findings(): AccountFindings;
	public function observations(): Observations;
	public function agreements(): Agreements;
	public function lasting_access(): LastingAccess;
	public function missing_access(): MissingAccess;
	public function calls_left(): CallsLeft;
	public function taxes(): Taxes;
	public function customers(): Customers;
	public function items(): Items;
	public function stock(): Stock;
	public function sellsy_stocks(): SellsyStocks;
	public function invoicing(): Invoicing;
	public function document_steps(): DocumentSteps;
	public function credit_notes(): CreditNotes;
	public function payments(): Payments;
	public function newest_payments(): NewestPayments;
	public function webhooks(): Webhooks;
	public function signed_events(): SignedEvents;

	public function newest_documents(): NewestDocuments;
	public function documents_since(): DocumentsSince;
	public function document_files(): DocumentFiles;
	public function documents_to_link(): DocumentsToLink;
}
