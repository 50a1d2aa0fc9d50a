<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AccountFindings;
use OrderInvoicer\Domain\Account\Observations;
use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Backfill\BackfillRows;
use OrderInvoicer\Domain\Backfill\Backfills;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Balance\ChangedOrders;
use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Downloads\DownloadLimit;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Notifying\OwnerMails;
use OrderInvoicer\Domain\Notifying\StoppedOrders;
use OrderInvoicer\Domain\Notifying\ToldStore;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Payments\UnrecordedPayments;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\OldReport;
use OrderInvoicer\Domain\SameOrder\OrderMarks;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Fingerprints;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\Domain\TalkBack\Looks;
use OrderInvoicer\Domain\TalkBack\SeenDocuments;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Domain\Webhooks\EventAddress;
use OrderInvoicer\Domain\Webhooks\EventLimit;
use OrderInvoicer\Domain\Webhooks\KeptWebhook;
use OrderInvoicer\Domain\Work\DraftLooks;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\WooCommerce\ShopEventAddress;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\StoredAgreements;
use OrderInvoicer\WordPress\Balance\WpdbChangedOrders;
use OrderInvoicer\WordPress\Counts\LedgerStoppedOrders;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Counts\WpdbUnrecordedPayments;
use OrderInvoicer\WordPress\Options\OptionDownloads;
use OrderInvoicer\WordPress\Options\OptionEarlierExemptions;
use OrderInvoicer\WordPress\Options\OptionEventLimit;
use OrderInvoicer\WordPress\Options\OptionGaps;
use OrderInvoicer\WordPress\Options\OptionReportFilled;
use OrderInvoicer\WordPress\Options\OptionTold;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\WorkInBackground;
use OrderInvoicer\WordPress\SameOrder\WpdbOrderMarks;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\Secrets\SecretWebhook;
use OrderInvoicer\WordPress\System\SystemSleep;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbCustomerMemory;
use OrderInvoicer\WordPress\Tables\WpdbDueTasks;
use OrderInvoicer\WordPress\Tables\WpdbOwnDocuments;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;
use OrderInvoicer\Wording\Names\ShopTexts;

/** Who answers each port in the plugin: WordPress, WooCommerce, Sellsy. */
final class Adapters implements Ports {

	use SellsyAdapters;
	use StockAdapters;
	use WooAdapters;

	private ?WordPressRuntimeCache $runtime_cache = null;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function clock(): Clock {
		return $this->on->clock;
	}

	public function randomness(): Randomness {
		return $this->on->randomness();
	}

	public function sleep(): Sleep {
		return new SystemSleep();
	}

	public function logger(): Logger {
		return $this->on->logger();
	}

	public function queue(): JobQueue {
		return $this->on->queue();
	}

	public function runtime_cache(): RuntimeCache {
		return $this->runtime_cache ??= new WordPressRuntimeCache(
			$this->sellsy->credentials(),
			$this->on->clock,
			$this->on->moment,
			$this->on->options()
		);
	}

	public function fingerprints(): Fingerprints {
		return new SaltedFingerprints();
	}

	public function ledger(): Ledger {
		return $this->on->ledger();
	}

	public function order_marks(): OrderMarks {
		return new WpdbOrderMarks( $this->on->sql() );
	}

	public function due_tasks(): DueTasks {
		return new WpdbDueTasks( $this->on->sql(), $this->on->clock );
	}

	public function attempts(): AttemptLog {
		return $this->on->attempts();
	}

	public function trail(): Trail {
		return $this->on->attempts();
	}

	public function report(): OldReport {
		return new WpdbReport( $this->on->sql(), $this->on->clock );
	}

	public function report_filled(): Filled {
		return new OptionReportFilled( $this->on->options() );
	}

	public function remote_id_store(): RemoteIdStore {
		return $this->on->remote_id_store();
	}

	public function customer_memory(): CustomerMemory {
		return new WpdbCustomerMemory( $this->on->sql(), $this->on->clock );
	}

	public function own_documents(): OwnDocuments {
		return new WpdbOwnDocuments( $this->on->sql(), $this->sellsy->account() );
	}

	public function account_findings(): AccountFindings {
		return $this->sellsy->findings();
	}

	public function observations(): Observations {
		return $this->sellsy->observations();
	}

	public function agreements(): Agreements {
		return new StoredAgreements( new AccountIdentity( $this->sellsy->credentials() ) );
	}

	public function gaps(): Gaps {
		return new OptionGaps( $this->on->options(), $this->sellsy->account() );
	}

	public function pauses(): Pauses {
		return $this->on->pauses();
	}

	public function failure_count(): FailureCount {
		return $this->on->failure_count();
	}

	public function shop_code_conflicts(): ShopCodeConflicts {
		return $this->on->clashes();
	}

	public function changed_orders(): ChangedOrders {
		return new WpdbChangedOrders( $this->on->sql(), $this->on->options(), $this->edits_seen(), $this->on->clock );
	}

	public function edits_seen(): EditsSeen {
		return $this->on->edits_seen();
	}

	public function draft_looks(): DraftLooks {
		return $this->on->draft_looks();
	}

	public function seen_documents(): SeenDocuments {
		return new WpdbSeenDocuments( $this->on->sql() );
	}

	public function looks(): Looks {
		return $this->on->looks();
	}

	public function kept_webhook(): KeptWebhook {
		return new SecretWebhook( $this->on->secrets() );
	}

	public function event_limit(): EventLimit {
		return new OptionEventLimit( $this->on->options() );
	}

	public function event_address(): EventAddress {
		return new ShopEventAddress();
	}

	public function backfills(): Backfills {
		return $this->on->backfills();
	}

	public function backfill_rows(): BackfillRows {
		return new WpdbBackfillRows( new Sql( $this->on->wpdb() ), $this->on->clock );
	}

	public function told(): ToldStore {
		return new OptionTold( $this->on->options() );
	}

	public function earlier_exemptions(): EarlierExemptions {
		return new OptionEarlierExemptions( $this->on->options() );
	}

	public function unrecorded_payments(): UnrecordedPayments {
		return new WpdbUnrecordedPayments( $this->on->sql() );
	}

	public function stopped_orders(): StoppedOrders {
		$groups = new ProblemGroups( new TaskTable( new Sql( $this->on->wpdb() ), $this->on->clock ) );
		return new LedgerStoppedOrders( $groups, $this->on->ledger() );
	}

	public function download_limit(): DownloadLimit {
		return new OptionDownloads( $this->on->options() );
	}

	public function site(): Site {
		return $this->on->site();
	}

	public function settings(): SettingsStore {
		return $this->on->settings();
	}

	public function settings_array(): SettingsArray {
		return $this->on->settings_array;
	}

	public function texts(): DocumentTexts {
		return new ShopTexts();
	}

	public function background_work(): BackgroundWork {
		return new WorkInBackground( new Heartbeat( $this->on->clock ), $this->on->site(), $this->on->clock );
	}

	public function owner_mails(): OwnerMails {
		return ( new OwnerEmailParts( $this->on ) )->mailer();
	}
}
