<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Domain\StockLevels\MarkStock;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\Emails\EmailHooks;
use OrderInvoicer\WooCommerce\Emails\EmailSwitch;
use OrderInvoicer\WooCommerce\Emails\WooShopEmails;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\SoldProducts;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WooCommerce\PaymentGateways;
use OrderInvoicer\WooCommerce\Stock\OwnStockChange;
use OrderInvoicer\WooCommerce\Stock\StockListener;
use OrderInvoicer\WooCommerce\WooOrderEvents;
use OrderInvoicer\WooCommerce\WooOrderHistory;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WooCommerce\WooSavedOrders;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\Log\WcLogger;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionBackfills;
use OrderInvoicer\WordPress\Options\OptionDraftLooks;
use OrderInvoicer\WordPress\Options\OptionEditsSeen;
use OrderInvoicer\WordPress\Options\OptionFailureCount;
use OrderInvoicer\WordPress\Options\OptionLooks;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionShopCodeConflicts;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\AfterResponse;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Stock\WpdbStockRows;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskPages;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use OrderInvoicer\Wording\RuleText;

/**
 * What everything else stands on: the ports that WordPress and WooCommerce answer. Each object is made when first asked
 * for.
 */
final class Foundation {

	private ?WcLogger $logger               = null;
	private ?OptionSettings $settings       = null;
	private ?Sql $sql                       = null;
	private ?WpdbLedger $ledger             = null;
	private ?WpdbRemoteIds $remote_id_store = null;
	private ?WpdbAttemptLog $attempts       = null;
	private ?AfterResponse $after_response  = null;
	private ?ActionSchedulerQueue $queue    = null;
	private ?SodiumSecretStore $secrets     = null;
	private ?WooOrderLinks $order_links     = null;
	private ?FreshOptions $options          = null;
	private ?WooOrders $stored_orders       = null;
	private ?OwnStockChange $own_stock      = null;
	private ?HourlyCount $hourly_count      = null;

	public readonly SystemClock $clock;
	public readonly SettingsArray $settings_array;
	public readonly DocumentMeta $document_meta;
	public readonly Moment $moment;

	public function __construct( private readonly \wpdb $wpdb ) {
		$this->clock          = new SystemClock();
		$this->settings_array = new SettingsArray();
		$this->document_meta  = new DocumentMeta();
		$this->moment         = new Moment();
	}

	public function randomness(): SystemRandomness {
		return new SystemRandomness();
	}

	public function endpoints(): Endpoints {
		return Endpoints::from_constants();
	}

	public function logger(): WcLogger {
		return $this->logger ??= new WcLogger( $this->settings() );
	}

	public function settings(): OptionSettings {
		return $this->settings ??= new OptionSettings( $this->settings_array, new ShopCodeProposal() );
	}

	public function ledger(): WpdbLedger {
		return $this->ledger ??= new WpdbLedger( $this->sql(), $this->clock );
	}

	public function remote_id_store(): WpdbRemoteIds {
		return $this->remote_id_store ??= new WpdbRemoteIds( $this->sql(), $this->clock );
	}

	public function attempts(): WpdbAttemptLog {
		return $this->attempts ??= new WpdbAttemptLog( $this->sql() );
	}

	public function pauses(): OptionPauses {
		return new OptionPauses( $this->options() );
	}

	public function failure_count(): OptionFailureCount {
		return new OptionFailureCount( $this->options() );
	}

	public function backfills(): OptionBackfills {
		return new OptionBackfills( $this->options() );
	}

	public function edits_seen(): OptionEditsSeen {
		return new OptionEditsSeen( $this->options() );
	}

	public function draft_looks(): OptionDraftLooks {
		return new OptionDraftLooks( $this->options() );
	}

	public function looks(): OptionLooks {
		return new OptionLooks( $this->options(), $this->site() );
	}

	public function site(): OptionSite {
		return new OptionSite( $this->options() );
	}

	public function clashes(): OptionShopCodeConflicts {
		return new OptionShopCodeConflicts( $this->options(), $this->site(), $this->settings() );
	}

	public function secrets(): SodiumSecretStore {
		return $this->secrets ??= SodiumSecretStore::for_site( $this->options() );
	}

	public function after_response(): AfterResponse {
		return $this->after_response ??= new AfterResponse();
	}

	public function queue(): ActionSchedulerQueue {
		return $this->queue ??= new ActionSchedulerQueue( $this->after_response(), $this->logger() );
	}

	public function counts(): LedgerCounts {
		return new LedgerCounts( $this->hourly_count(), new TaskPages( new TaskTable( $this->sql(), $this->clock ) ) );
	}

	public function hourly_count(): HourlyCount {
		return $this->hourly_count ??= new HourlyCount(
			sql: $this->sql(),
			options: $this->options(),
			made: new MadeDocuments( $this->sql() ),
			money: new MoneyOfMonths( $this->sql() ),
			clock: $this->clock
		);
	}

	/** With refunds that do not count yet: for looking, not for arithmetic that something comes of. */
	public function stored_orders(): WooOrders {
		$products  = new SoldProducts();
		$snapshots = new OrderSnapshotFactory(
			new OrderLines( products: $products ),
			new BuyerNumbers(),
			new OrderPayments( new PartPayments() ),
			new OrderShipments( new Parcels(), new SubscriptionPeriod(), $products )
		);
		return $this->stored_orders ??= new WooOrders(
			$snapshots,
			new OrderRefunds( new RelatedOrders( $this->sql() ) ),
			new OrderCaches( $this->sql() ),
			$this->moment
		);
	}

	public function stock_rows(): WpdbStockRows {
		return new WpdbStockRows( $this->sql() );
	}

	public function own_stock_change(): OwnStockChange {
		return $this->own_stock ??= new OwnStockChange();
	}

	public function stock_listener(): StockListener {
		return new StockListener(
			fn (): MarkStock => new MarkStock( $this->settings(), $this->stock_rows(), $this->clock ),
			$this->own_stock_change(),
			$this->logger()
		);
	}

	public function order_history(): WooOrderHistory {
		return new WooOrderHistory();
	}

	public function saved_orders(): WooSavedOrders {
		return new WooSavedOrders( $this->sql(), $this->wpdb );
	}

	public function order_events(): WooOrderEvents {
		return new WooOrderEvents(
			settings: $this->settings(),
			meta: $this->document_meta,
			shipments: new OrderShipments( new Parcels(), new SubscriptionPeriod() ),
			logger: $this->logger(),
			traits: $this->order_traits( ... )
		);
	}

	public function rule_text(): RuleText {
		return new RuleText(
			static fn (): array => array_column( ( new PaymentGateways() )->registered(), 'title', 'id' )
		);
	}

	public function order_traits(): OrderTraitsReader {
		return new OrderTraitsReader( new BuyerNumbers() );
	}

	/** By which the order gets a document of that kind, as it stands. */
	public function rule( DocumentKind $kind, \WC_Order $order ): int {
		return $this->order_traits()->rule( $kind, $order, $this->settings()->get() );
	}

	public function order_links(): WooOrderLinks {
		return $this->order_links ??= new WooOrderLinks(
			$this->document_meta,
			$this->pages(),
			$this->problem_text(),
			new DocumentNames(),
			$this->logger()
		);
	}

	public function shop_emails(): WooShopEmails {
		return new WooShopEmails( $this->email_switch(), new DocumentNames() );
	}

	public function email_switch(): EmailSwitch {
		return new EmailSwitch( $this->clock );
	}

	/** What WooCommerce asks of our e-mails. */
	public function email_hooks(): EmailHooks {
		return new EmailHooks( $this->settings(), $this->email_switch() );
	}

	public function pages(): DocumentPage {
		return new DocumentPage( $this->endpoints()->app );
	}

	public function problem_text(): ProblemText {
		return new ProblemText( new SituationText() );
	}

	public function wpdb(): \wpdb {
		return $this->wpdb;
	}

	public function options(): FreshOptions {
		return $this->options ??= new FreshOptions( $this->sql() );
	}

	public function sql(): Sql {
		return $this->sql ??= new Sql( $this->wpdb, $this->moment );
	}
}
