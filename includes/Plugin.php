<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OpenSetup;
use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Rest\Routes;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Features\DoctorParts;
use OrderInvoicer\Wiring\Foundation;
use OrderInvoicer\Wiring\Leaving;
use OrderInvoicer\Wiring\NetworkScreens;
use OrderInvoicer\Wiring\OrderScreen;
use OrderInvoicer\Wiring\OwnerEmailParts;
use OrderInvoicer\Wiring\Runners;
use OrderInvoicer\Wiring\Screens;
use OrderInvoicer\Wiring\SellsyParts;
use OrderInvoicer\Wiring\ShopperPages;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\ClassicCheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WooCommerce\CopiedOrders;
use OrderInvoicer\WooCommerce\CustomerEmails\HoldEmails;
use OrderInvoicer\WooCommerce\CustomerEmails\LeftPdfs;
use OrderInvoicer\WooCommerce\DeclaredFeatures;
use OrderInvoicer\WooCommerce\OrderListener;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\AfterResponse;
use OrderInvoicer\WordPress\Queue\SweepSchedule;
use OrderInvoicer\WordPress\System\FrenchFile;

/**
 * Puts everything together and says which hook needs what. A shopper's request makes only the order listener and
 * what stands at the checkout; all the rest is made when the first hook that needs it is about to run,
 * or, for REST, when one of our routes is asked for.
 */
final class Plugin {

	private readonly Foundation $foundation;
	private ?SellsyParts $sellsy = null;
	private ?Engine $engine      = null;
	private ?Screens $screens    = null;
	private ?ShopperPages $shopper = null;

	public function __construct(
		private readonly string $file,
		private readonly Requirements $requirements,
	) {
		global $wpdb;
		assert( $wpdb instanceof \wpdb );
		$this->foundation = new Foundation( $wpdb );
	}

	public function register(): void {
		( new Lifecycle(
			file: $this->file,
			logger: $this->foundation->logger(),
			schedule: new SweepSchedule(),
			wpdb: $this->foundation->wpdb(),
			leaving: fn (): Leaving => new Leaving( $this->foundation->wpdb() )
		) )->register();
		add_action( 'before_woocommerce_init', [ $this, 'handle_before_woocommerce_init' ] );
		add_action(
			'plugins_loaded',
			fn (): bool => $this->requirements->guard( [ $this, 'handle_plugins_loaded' ] ),
			20
		);
		( new FrenchFile( plugin_dir_path( $this->file ) . 'languages/' ) )->register();
	}

	/** @internal */
	public function handle_before_woocommerce_init(): void {
		DeclaredFeatures::declare( $this->file );
	}

	/** @internal */
	public function handle_plugins_loaded(): void {
		if ( is_network_admin() ) {
			( new NetworkScreens( $this->file, $this->foundation->wpdb() ) )->page()->register();
		}
		if ( ! $this->requirements->woocommerce_is_recent() ) {
			return;
		}
		$handler = fn (): OrderEventHandler => $this->engine()->order_event_handler();
		( new OrderListener( $handler, $this->foundation->order_events() ) )->register();
		( new CopiedOrders() )->register();
		$numbers = new CheckoutNumbers( $this->foundation->settings() );
		( new FieldsWhereUsed( $numbers ) )->register();
		( new ClassicCheckoutNumbers( $numbers ) )->register();
		$this->register_emails( $handler );
		$this->register_runners();
		$this->register_shopper();
		$stock = [ 'woocommerce_product_set_stock', 'woocommerce_variation_set_stock' ];
		$this->before( $stock, fn(): array => [ $this->foundation->stock_listener() ] );
		( new Routes( fn(): array => [ ...$this->screens()->rest(), $this->doctor()->controller() ] ) )->register();
		$this->before(
			[ 'site_status_tests', 'wp_ajax_health-check-orderinvoicer-loopback' ],
			fn(): array => $this->screens()->health()
		);
		$this->before( [ 'cli_init' ], $this->commands( ... ) );
		$this->before(
			[
				'wp_privacy_personal_data_exporters',
				'wp_privacy_personal_data_erasers',
				'woocommerce_privacy_export_order_personal_data_meta',
				'woocommerce_privacy_remove_order_personal_data_meta',
			],
			fn(): array => $this->screens()->privacy()
		);
		if ( is_admin() && ! wp_doing_ajax() ) {
			$this->register_admin();
		} else {
			$this->register_for_ajax();
		}
	}

	/** What wp-admin asks behind its pages. */
	private function register_for_ajax(): void {
		$this->before(
			[
				'woocommerce_admin_order_preview_actions',
				'woocommerce_admin_order_preview_get_order_details',
				'wp_ajax_orderinvoicer_bulk_progress',
			],
			fn(): array => $this->screens()->order_list_ajax()
		);
	}

	/**
	 * WooCommerce makes its e-mails when one is to be sent or looked at.
	 *
	 * @param \Closure(): OrderEventHandler $handler
	 */
	private function register_emails( \Closure $handler ): void {
		$this->before(
			[ 'woocommerce_email_classes' ],
			fn(): array => [
				( new OwnerEmailParts( $this->foundation ) )->emails( $this->file ),
				new HoldEmails(
					hold: fn (): HoldEmail => $this->engine()->hold_email(),
					handler: $handler,
					rule: $this->foundation->rule( ... ),
					events: $this->foundation->order_events(),
					logger: $this->foundation->logger()
				),
			]
		);
		$this->before(
			[
				'woocommerce_email_classes',
				'woocommerce_transactional_emails_for_block_editor',
				'pre_update_option_woocommerce_orderinvoicer_invoice_settings',
				'pre_update_option_woocommerce_orderinvoicer_creditnote_settings',
			],
			fn(): array => [ $this->foundation->email_hooks() ]
		);
	}

	private function register_runners(): void {
		$this->before(
			[ 'woocommerce_api_orderinvoicer_events' ],
			fn(): array => [ $this->runners()->events() ]
		);
		( new SweepSchedule() )->register();
		$this->before(
			[ ActionSchedulerQueue::HOOK, SweepSchedule::HOOK ],
			fn(): array => $this->runners()->scheduled()
		);
		$this->before( [ ActionSchedulerQueue::DOCTOR ], fn(): array => [ $this->doctor()->runner() ] );
		$this->before(
			[ 'wp_ajax_' . AfterResponse::ACTION, 'wp_ajax_nopriv_' . AfterResponse::ACTION ],
			fn(): array => [ $this->runners()->endpoint() ]
		);
		$this->before(
			[ 'delete_expired_transients' ], // WordPress's own daily event for what has had its time.
			fn(): array => [ new LeftPdfs( $this->foundation->logger() ) ]
		);
	}

	/** Made on pages and in e-mails that show orders, for a download and a request: an argument's name says which. */
	private function register_shopper(): void {
		$this->before(
			[
				'woocommerce_account_orders_endpoint',
				'woocommerce_my_account_my_orders_actions',
				'woocommerce_order_details_after_order_table',
			],
			fn(): array => $this->shopper()->pages()
		);
		$this->before(
			[ 'woocommerce_email_order_meta' ],
			fn(): array => [ $this->shopper()->in_emails( $this->file ) ]
		);
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only whether it is there.
		if ( isset( $_GET['orderinvoicer-document'] ) ) {
			$this->before( [ 'template_redirect' ], fn(): array => [ $this->shopper()->download() ] );
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- only whether it is there.
		if ( isset( $_POST['orderinvoicer-company'] ) ) {
			$this->before( [ 'template_redirect' ], fn(): array => [ $this->shopper()->company_post() ] );
		}
	}

	/** Most pages of wp-admin are not ours: what belongs to one of them waits for its hook. */
	private function register_admin(): void {
		$this->register_each( $this->screens()->admin() );
		$this->before( OrderScreen::HOOKS, fn(): array => $this->screens()->order() );
		$this->before(
			[
				'woocommerce_order_actions',
				'woocommerce_order_action_' . OrderEmailActions::name( DocumentKind::Invoice ),
				'woocommerce_order_action_' . OrderEmailActions::name( DocumentKind::CreditNote ),
				'woocommerce_order_action_' . MoneyIsThere::NAME,
			],
			fn(): array => $this->screens()->order_menu()
		);
		$this->before( [ 'admin_post', 'admin_post_nopriv' ], fn(): array => $this->screens()->consent() );
		$this->before( OpenSetup::PAGES, static fn (): array => [ new OpenSetup() ] );
		$this->before(
			[ 'debug_information', 'woocommerce_system_status_report' ],
			fn(): array => $this->screens()->reports()
		);
	}

	private function sellsy(): SellsyParts {
		return $this->sellsy ??= new SellsyParts( $this->foundation );
	}

	private function engine(): Engine {
		return $this->engine ??= new Engine( new Adapters( $this->foundation, $this->sellsy() ) );
	}

	private function runners(): Runners {
		return new Runners( $this->foundation, $this->engine() );
	}

	private function shopper(): ShopperPages {
		return $this->shopper ??= new ShopperPages( $this->foundation, $this->engine() );
	}

	/** @return list<object> of WP-CLI. */
	private function commands(): array {
		$screens = $this->screens();
		return [ $screens->cli(), $this->doctor()->cli( $screens->health_screens()->report() ) ];
	}

	private function doctor(): DoctorParts {
		return new DoctorParts( $this->foundation, $this->sellsy(), $this->engine() );
	}

	private function screens(): Screens {
		return $this->screens ??= new Screens(
			file: $this->file,
			on: $this->foundation,
			sellsy: $this->sellsy(),
			engine: $this->engine( ... )
		);
	}

	/**
	 * Registers the objects when the first of these hooks is about to run, before any other callback of it. Filters get
	 * their value back.
	 *
	 * @param non-empty-list<string>   $hooks
	 * @param \Closure(): list<object> $objects
	 */
	private function before( array $hooks, \Closure $objects ): void {
		$registered = false;
		foreach ( $hooks as $hook ) {
			add_filter(
				$hook,
				function ( mixed $value = null ) use ( $objects, &$registered ): mixed {
					if ( ! $registered ) {
						$registered = true;
						$this->requirements->guard( fn () => $this->register_each( $objects() ) );
					}
					return $value;
				},
				PHP_INT_MIN
			);
		}
	}

	/** @param list<object> $objects each with register(). */
	private function register_each( array $objects ): void {
		foreach ( $objects as $object ) {
			if ( method_exists( $object, 'register' ) ) {
				$object->register();
			}
		}
	}
}
