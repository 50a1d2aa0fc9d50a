<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Downloads\DocumentFiles;
use OrderInvoicer\Domain\Downloads\ShopperDocuments;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\WooCommerce\Catalogue\WooProducts;
use OrderInvoicer\WooCommerce\CustomerEmails\WooHeldEmails;
use OrderInvoicer\WooCommerce\Emails\OwnerMailer;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Emails\WooShopEmails;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WooCommerce\ShopEventAddress;
use OrderInvoicer\WooCommerce\Shopper\VisibleDocuments;
use OrderInvoicer\WooCommerce\WooOrderEvents;
use OrderInvoicer\WooCommerce\WooOrderHistory;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WooCommerce\WooSavedOrders;
use OrderInvoicer\WooCommerce\Shopper\OrderCompanyRequests;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\ShopTexts;
use OrderInvoicer\WordPress\Balance\WpdbChangedOrders;
use OrderInvoicer\WordPress\Counts\LedgerStoppedOrders;
use OrderInvoicer\WordPress\Counts\WpdbUnrecordedPayments;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Log\WcLogger;
use OrderInvoicer\WordPress\Options\OptionBackfills;
use OrderInvoicer\WordPress\Options\OptionDownloads;
use OrderInvoicer\WordPress\Options\OptionDraftLooks;
use OrderInvoicer\WordPress\Options\OptionEditsSeen;
use OrderInvoicer\WordPress\Options\OptionEventLimit;
use OrderInvoicer\WordPress\Options\OptionFailureCount;
use OrderInvoicer\WordPress\Options\OptionGaps;
use OrderInvoicer\WordPress\Options\OptionLooks;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Options\OptionReportFilled;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionShopCodeConflicts;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Options\OptionTold;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\WorkInBackground;
use OrderInvoicer\WordPress\SameOrder\WpdbOrderMarks;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\Secrets\SecretWebhook;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\System\SystemSleep;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbCustomerMemory;
use OrderInvoicer\WordPress\Tables\WpdbDueTasks;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbOwnDocuments;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;

/** Who answers each port in the plugin: WordPress, WooCommerce, Sellsy. */
final class Adapters implements Ports {

	use SellsyAdapters;
	use StockAdapters;

	private ?WordPressRuntimeCache $runtime_cache = null;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function clock(): SystemClock {
		return $this->on->clock;
	}

	public function randomness(): SystemRandomness {
		return $this->on->randomness();
	}

	public function sleep(): SystemSleep {
		return new SystemSleep();
	}

	public function logger(): WcLogger {
		return $this->on->logger();
	}

	public function queue(): ActionSchedulerQueue {
		return $this->on->queue();
	}

	public function runtime_cache(): WordPressRuntimeCache {
		return $this->runtime_cache ??= new WordPressRuntimeCache(
			$this->sellsy->credentials(),
			$this->on->clock,
			$this->on->moment,
			$this->on->options()
		);
	}

	public function fingerprints(): SaltedFingerprints {
		return new SaltedFingerprints();
	}

	public function ledger(): WpdbLedger {
		return $this->on->ledger();
	}

	public function order_marks(): WpdbOrderMarks {
		return new WpdbOrderMarks( $this->on->sql() );
	}

	public function due_tasks(): WpdbDueTasks {
		return new WpdbDueTasks( $this->on->sql(), $this->on->clock );
	}

	public function attempts(): WpdbAttemptLog {
		return $this->on->attempts();
	}

	public function trail(): WpdbAttemptLog {
		return $this->on->attempts();
	}

	public function report(): WpdbReport {
		return new WpdbReport( $this->on->sql(), $this->on->clock );
	}

	public function report_filled(): OptionReportFilled {
		return new OptionReportFilled( $this->on->options() );
	}

	public function remote_id_store(): WpdbRemoteIds {
		return $this->on->remote_id_store();
	}

	public function customer_memory(): WpdbCustomerMemory {
		return new WpdbCustomerMemory( $this->on->sql(), $this->on->clock );
	}

	public function own_documents(): WpdbOwnDocuments {
		return new WpdbOwnDocuments( $this->on->sql(), $this->sellsy->account() );
	}

	public function gaps(): OptionGaps {
		return new OptionGaps( $this->on->options(), $this->sellsy->account() );
	}

	public function pauses(): OptionPauses {
		return $this->on->pauses();
	}

	public function failure_count(): OptionFailureCount {
		return $this->on->failure_count();
	}

	public function shop_code_conflicts(): OptionShopCodeConflicts {
		return $this->on->clashes();
	}

	public function changed_orders(): WpdbChangedOrders {
		return new WpdbChangedOrders( $this->on->sql(), $this->on->options(), $this->edits_seen(), $this->on->clock );
	}

	public function edits_seen(): OptionEditsSeen {
		return $this->on->edits_seen();
	}

	public function draft_looks(): OptionDraftLooks {
		return $this->on->draft_looks();
	}

	public function seen_documents(): WpdbSeenDocuments {
		return new WpdbSeenDocuments( $this->on->sql() );
	}

	public function looks(): OptionLooks {
		return $this->on->looks();
	}

	public function kept_webhook(): SecretWebhook {
		return new SecretWebhook( $this->on->secrets() );
	}

	public function event_limit(): OptionEventLimit {
		return new OptionEventLimit( $this->on->options() );
	}

	public function event_address(): ShopEventAddress {
		return new ShopEventAddress();
	}

	public function paid_orders(): WooPaidOrders {
		return new WooPaidOrders( new OrderCaches( $this->on->sql() ), new DocumentNames(), $this->logger() );
	}

	public function company_requests(): OrderCompanyRequests {
		return new OrderCompanyRequests( new OrderCaches( $this->on->sql() ) );
	}

	public function backfills(): OptionBackfills {
		return $this->on->backfills();
	}

	public function backfill_rows(): WpdbBackfillRows {
		return new WpdbBackfillRows( new Sql( $this->on->wpdb() ), $this->on->clock );
	}

	public function told(): OptionTold {
		return new OptionTold( $this->on->options() );
	}

	public function unrecorded_payments(): WpdbUnrecordedPayments {
		return new WpdbUnrecordedPayments( $this->on->sql() );
	}

	public function stopped_orders(): LedgerStoppedOrders {
		$groups = new ProblemGroups( new TaskTable( new Sql( $this->on->wpdb() ), $this->on->clock ) );
		return new LedgerStoppedOrders( $groups, $this->on->ledger() );
	}

	public function download_limit(): OptionDownloads {
		return new OptionDownloads( $this->on->options() );
	}

	public function site(): OptionSite {
		return $this->on->site();
	}

	public function settings(): OptionSettings {
		return $this->on->settings();
	}

	public function settings_array(): SettingsArray {
		return $this->on->settings_array;
	}

	public function texts(): ShopTexts {
		return new ShopTexts();
	}

	public function stored_orders(): WooOrders {
		return $this->on->stored_orders();
	}

	public function order_events(): WooOrderEvents {
		return $this->on->order_events();
	}

	public function order_links(): WooOrderLinks {
		return $this->on->order_links();
	}

	public function order_history(): WooOrderHistory {
		return $this->on->order_history();
	}

	public function shop_emails(): WooShopEmails {
		return $this->on->shop_emails();
	}

	public function held_emails(): WooHeldEmails {
		return new WooHeldEmails(
			fn (): VisibleDocuments => new VisibleDocuments(
				new ShopperDocuments( $this->settings(), $this->ledger(), $this->report() )
			),
			fn (): DocumentFiles => $this->document_files(),
			$this->on->logger()
		);
	}

	public function background_work(): WorkInBackground {
		return new WorkInBackground( new Heartbeat( $this->on->clock ), $this->on->site(), $this->on->clock );
	}

	public function saved_orders(): WooSavedOrders {
		return $this->on->saved_orders();
	}

	public function products(): WooProducts {
		return new WooProducts();
	}

	public function owner_mails(): OwnerMailer {
		return ( new OwnerEmailParts( $this->on ) )->mailer();
	}
}
