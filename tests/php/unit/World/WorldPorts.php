<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

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
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequests;
use OrderInvoicer\Features\SoldLately\Rules\SoldLately;
use OrderInvoicer\Features\TalkBack\Rules\SignedEvents;
use OrderInvoicer\Features\TalkBack\SellsyEvents;
use OrderInvoicer\Tests\Unit\Features\OwnerMail\FakeOwner;
use OrderInvoicer\Tests\Unit\Features\ShopperDocuments\FakeDownloads;
use OrderInvoicer\Tests\Unit\Features\TalkBack\FakeWebhooks;
use OrderInvoicer\Tests\Unit\World\Fakes\DueOfLedger;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccess;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccount;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCustomers;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFingerprints;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeTaxes;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeWrittenEmails;
use OrderInvoicer\Wiring\Composition\Ports;

/** Who answers each port in the world of the unit tests. */
final class WorldPorts implements Ports {

	use FeatureFakes;

	public function __construct(
		private readonly World $world,
		private readonly FakeAccount $account,
		private readonly FakeCustomers $customers,
		private readonly FakeRandomness $randomness,
		private readonly BackfillRows $backfill_rows,
	) {}

	public function clock(): Clock {
		return $this->world->clock;
	}

	public function randomness(): Randomness {
		return $this->randomness;
	}

	public function sleep(): Sleep {
		return $this->world->calls;
	}

	public function logger(): Logger {
		return $this->world->shop;
	}

	public function queue(): JobQueue {
		return $this->world->shop;
	}

	public function runtime_cache(): RuntimeCache {
		return new NoMemory();
	}

	public function fingerprints(): Fingerprints {
		return new FakeFingerprints();
	}

	public function kept_values(): KeptValues {
		return $this->world->kept;
	}

	public function ledger(): Ledger {
		return $this->world->ledger;
	}

	public function order_marks(): OrderMarks {
		return $this->world->ledger instanceof OrderMarks ? $this->world->ledger : new NoOrderMarks();
	}

	public function due_tasks(): DueTasks {
		return new DueOfLedger( $this->world->ledger );
	}

	public function attempts(): AttemptLog {
		return $this->world->shop;
	}

	public function trail(): Trail {
		return $this->world->shop;
	}

	public function report(): Report {
		return $this->world->report;
	}

	public function remote_id_store(): RemoteIdStore {
		return $this->world->links;
	}

	public function customer_memory(): CustomerMemory {
		return $this->world->memory;
	}

	public function own_documents(): OwnDocuments {
		return $this->world->gaps;
	}

	public function account_findings(): AccountFindings {
		return $this->world->findings;
	}

	public function agreements(): Agreements {
		return $this->world->agreements;
	}

	public function observations(): Observations {
		return $this->world->observations;
	}

	public function pauses(): Pauses {
		return $this->world->pauses;
	}

	public function changed_orders(): ChangedOrders {
		return $this->world->changed_orders;
	}

	public function seen_documents(): SeenDocuments {
		return $this->world->seen;
	}

	public function webhooks(): Webhooks {
		return $this->world->fake( FakeWebhooks::class );
	}

	public function event_address(): EventAddress {
		return $this->world->fake( FakeWebhooks::class );
	}

	public function signed_events(): SignedEvents {
		return new SellsyEvents();
	}

	public function document_files(): DocumentFiles {
		return $this->world->fake( FakeDownloads::class );
	}

	public function paid_orders(): PaidOrders {
		return $this->world->shop;
	}

	public function newest_payments(): NewestPayments {
		return $this->world->newest_payments;
	}

	public function backfill_rows(): BackfillRows {
		return $this->backfill_rows;
	}

	public function site(): Site {
		return $this->world->shop;
	}

	public function settings(): SettingsStore {
		return $this->world->shop;
	}

	public function settings_array(): SettingsArray {
		return new SettingsArray();
	}

	public function texts(): DocumentTexts {
		return new Texts();
	}

	public function stored_orders(): Orders {
		return $this->world->shop;
	}

	public function order_events(): OrderEvents {
		return $this->world->shop;
	}

	public function order_links(): OrderLinks {
		return $this->world->shop;
	}

	public function order_history(): OrderHistory {
		return $this->world->old;
	}

	public function shop_emails(): ShopEmails {
		return $this->world->emails;
	}

	public function held_emails(): HeldEmails {
		return $this->world->held;
	}

	public function background_work(): BackgroundWork {
		return $this->world->held;
	}

	public function saved_orders(): SavedOrders {
		return $this->world->shop;
	}

	public function written_emails(): WrittenEmails {
		return new FakeWrittenEmails( $this->world->shop );
	}

	public function products(): Products {
		return $this->world->products;
	}

	public function account(): Account {
		return $this->account;
	}

	public function missing_access(): MissingAccess {
		return $this->world->fake( FakeOwner::class );
	}

	public function owner_is_told(): OwnerIsTold {
		return $this->world->fake( FakeOwner::class );
	}

	public function lasting_access(): LastingAccess {
		return new FakeAccess();
	}

	public function calls_left(): CallsLeft {
		return $this->world->calls;
	}

	public function taxes(): Taxes {
		return new FakeTaxes( $this->account, $this->world->sellsy );
	}

	public function customers(): Customers {
		return $this->customers;
	}

	public function items(): Items {
		return $this->world->items;
	}

	public function invoicing(): Invoicing {
		return $this->world->invoicing;
	}

	public function document_steps(): DocumentSteps {
		return $this->world->steps;
	}

	public function credit_notes(): CreditNotes {
		return $this->world->credit_notes;
	}

	public function payments(): Payments {
		return $this->world->payments;
	}

	public function newest_documents(): NewestDocuments {
		return $this->world->clashes;
	}

	public function documents_since(): DocumentsSince {
		return $this->world->gaps;
	}

	public function documents_to_link(): DocumentsToLink {
		return $this->world->to_link;
	}
}
