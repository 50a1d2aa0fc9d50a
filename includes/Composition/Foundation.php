<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\CountedRefunds;
use OrderInvoicer\Application\Ports\Account;
use OrderInvoicer\Admin\ProblemText;
use OrderInvoicer\Admin\SituationText;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Jobs\ActionSchedulerQueue;
use OrderInvoicer\Jobs\AfterResponse;
use OrderInvoicer\Jobs\SystemClock;
use OrderInvoicer\Jobs\SystemRandomness;
use OrderInvoicer\Logging\WcLogger;
use OrderInvoicer\Persistence\FreshOptions;
use OrderInvoicer\Persistence\OptionCodeClashes;
use OrderInvoicer\Persistence\OptionEditsSeen;
use OrderInvoicer\Persistence\OptionFailureCount;
use OrderInvoicer\Persistence\OptionGaps;
use OrderInvoicer\Persistence\OptionPauses;
use OrderInvoicer\Persistence\OptionSettings;
use OrderInvoicer\Persistence\OptionSite;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\WpdbAttemptLog;
use OrderInvoicer\Persistence\WpdbLedger;
use OrderInvoicer\Persistence\WpdbLinks;
use OrderInvoicer\Persistence\WpdbOwnDocuments;
use OrderInvoicer\Security\SodiumSecretStore;
use OrderInvoicer\Sellsy\Endpoints;
use OrderInvoicer\WooCommerce\BuyerNumbers;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\DocumentNames;
use OrderInvoicer\WooCommerce\DocumentPage;
use OrderInvoicer\WooCommerce\OrderCaches;
use OrderInvoicer\WooCommerce\OrderLines;
use OrderInvoicer\WooCommerce\OrderPayments;
use OrderInvoicer\WooCommerce\OrderRefunds;
use OrderInvoicer\WooCommerce\OrderShipments;
use OrderInvoicer\WooCommerce\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Parcels;
use OrderInvoicer\WooCommerce\PartPayments;
use OrderInvoicer\WooCommerce\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\WooOrderEvents;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WooCommerce\WooOrders;
use OrderInvoicer\WooCommerce\WooSavedOrders;

/** What everything else stands on: the ports that WordPress and WooCommerce answer. Each object is made when first asked for. */
final class Foundation {

	private ?WcLogger $logger               = null;
	private ?OptionSettings $settings       = null;
	private ?Sql $sql                       = null;
	private ?WpdbLedger $ledger             = null;
	private ?WpdbLinks $links               = null;
	private ?WpdbAttemptLog $attempts       = null;
	private ?AfterResponse $after_response  = null;
	private ?ActionSchedulerQueue $queue    = null;
	private ?SodiumSecretStore $secrets     = null;
	private ?WooOrderLinks $order_links     = null;

	public readonly SystemClock $clock;
	public readonly SystemRandomness $randomness;
	public readonly SettingsArray $settings_array;
	public readonly DocumentMeta $document_meta;
	public readonly Endpoints $endpoints;

	public function __construct( private readonly \wpdb $wpdb ) {
		$this->clock          = new SystemClock();
		$this->randomness     = new SystemRandomness();
		$this->settings_array = new SettingsArray();
		$this->document_meta  = new DocumentMeta();
		$this->endpoints      = Endpoints::from_constants();
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

	public function links(): WpdbLinks {
		return $this->links ??= new WpdbLinks( $this->sql(), $this->clock );
	}

	public function attempts(): WpdbAttemptLog {
		return $this->attempts ??= new WpdbAttemptLog( $this->sql() );
	}

	public function pauses(): OptionPauses {
		return new OptionPauses( new FreshOptions( $this->sql() ) );
	}

	public function failures(): OptionFailureCount {
		return new OptionFailureCount( new FreshOptions( $this->sql() ) );
	}

	public function edits_seen(): OptionEditsSeen {
		return new OptionEditsSeen( new FreshOptions( $this->sql() ) );
	}

	public function gaps( Account $account ): OptionGaps {
		return new OptionGaps( new FreshOptions( $this->sql() ), $account );
	}

	public function site(): OptionSite {
		return new OptionSite( new FreshOptions( $this->sql() ) );
	}

	public function clashes(): OptionCodeClashes {
		return new OptionCodeClashes( new FreshOptions( $this->sql() ), $this->site(), $this->settings() );
	}

	public function own_documents( Account $account ): WpdbOwnDocuments {
		return new WpdbOwnDocuments( $this->sql(), $account );
	}

	public function secrets(): SodiumSecretStore {
		return $this->secrets ??= SodiumSecretStore::for_site( new FreshOptions( $this->sql() ) );
	}

	public function after_response(): AfterResponse {
		return $this->after_response ??= new AfterResponse();
	}

	public function queue(): ActionSchedulerQueue {
		return $this->queue ??= new ActionSchedulerQueue( $this->after_response(), $this->logger() );
	}

	public function orders(): CountedRefunds {
		return new CountedRefunds( $this->stored_orders(), $this->ledger(), $this->clock );
	}

	/** With refunds that do not count yet: for looking, not for arithmetic that something comes of. */
	public function stored_orders(): WooOrders {
		return new WooOrders( new OrderSnapshotFactory( new OrderLines(), new BuyerNumbers(), new OrderPayments( new PartPayments() ), new OrderShipments( new Parcels(), new SubscriptionPeriod() ) ), new OrderRefunds(), new OrderCaches( $this->sql() ) );
	}

	public function saved_orders(): WooSavedOrders {
		return new WooSavedOrders( $this->sql(), $this->wpdb );
	}

	public function order_events(): WooOrderEvents {
		return new WooOrderEvents( $this->settings(), $this->document_meta, new OrderShipments( new Parcels(), new SubscriptionPeriod() ), $this->logger() );
	}

	public function order_links(): WooOrderLinks {
		return $this->order_links ??= new WooOrderLinks( $this->document_meta, $this->pages(), $this->problem_text(), new DocumentNames(), $this->logger() );
	}

	public function pages(): DocumentPage {
		return new DocumentPage( $this->endpoints->app );
	}

	public function problem_text(): ProblemText {
		return new ProblemText( new SituationText() );
	}

	public function wpdb(): \wpdb {
		return $this->wpdb;
	}

	public function sql(): Sql {
		return $this->sql ??= new Sql( $this->wpdb );
	}
}
