<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\OwnerMail\OwnerEmails;
use OrderInvoicer\Features\OwnerMail\OwnerTexts;
use OrderInvoicer\Features\ShopperDocuments\HoldEmails;
use OrderInvoicer\Features\ShopperDocuments\LeftPdfs;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\NetworkScreens;
use OrderInvoicer\Wiring\Screens;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\ClassicCheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WooCommerce\CopiedOrders;
use OrderInvoicer\WooCommerce\Emails\EmailHooks;
use OrderInvoicer\WooCommerce\Emails\EmailSwitch;
use OrderInvoicer\WooCommerce\OrderListener;
use OrderInvoicer\WooCommerce\WooOrderEvents;
use OrderInvoicer\WordPress\Options\SettingSwitch;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\FrenchFile;
use OrderInvoicer\WordPress\Tables\Schema;

/**
 * Puts everything together and says which hook needs what. A shopper's request makes only the order listener and
 * what stands at the checkout; all the rest is made when the first hook that needs it is about to run,
 * or, for REST, when one of our routes is asked for.
 */
final class Plugin {

	private readonly \wpdb $wpdb;
	private ?Adapters $adapters = null;
	private ?Engine $engine     = null;
	private ?Screens $screens   = null;

	public function __construct(
		private readonly string $file,
		private readonly Requirements $requirements,
	) {
		global $wpdb;
		assert( $wpdb instanceof \wpdb );
		$this->wpdb = $wpdb;
	}

	public function register(): void {
		$name = plugin_basename( $this->file );
		$this->before(
			[ "activate_$name", "deactivate_$name", 'wp_initialize_site', 'wpmu_drop_tables' ],
			fn(): array => [ $this->lifecycle() ]
		);
		$tables = fn (): bool => Schema::is_current() || $this->lifecycle()->catch_up();
		add_action( 'init', fn (): bool => $this->requirements->guard( $tables ), 1 );
		add_action(
			'plugins_loaded',
			fn (): bool => $this->requirements->guard( [ $this, 'handle_plugins_loaded' ] ),
			20
		);
		$this->before(
			[ 'load_textdomain_mofile', 'load_script_translation_file' ],
			fn(): array => [ new FrenchFile( plugin_dir_path( $this->file ) . 'languages/' ) ],
			static fn ( mixed $file ): bool => is_string( $file ) && str_contains( $file, '/orderinvoicer-' )
		);
	}

	/** @internal */
	public function handle_plugins_loaded(): void {
		if ( is_network_admin() ) {
			( new NetworkScreens( $this->wpdb ) )->page()->register();
		}
		if ( ! $this->requirements->woocommerce_is_recent() ) {
			return;
		}
		( new OrderListener(
			fn (): OrderEventHandler => $this->engine()->order_event_handler(),
			fn (): WooOrderEvents => $this->adapters()->order_events()
		) )->register();
		FeatureHooks::register( $this->before( ... ), $this->adapters( ... ), $this->screens( ... ) );
		$this->register_checkout();
		$this->register_emails();
		$this->register_runners();
		$this->register_shopper();
		$this->register_routes();
		$this->before(
			[ 'site_status_tests', 'wp_ajax_health-check-orderinvoicer-loopback' ],
			fn(): array => [ $this->screens()->site_health() ]
		);
		$this->before( [ 'cli_init' ], fn(): array => $this->runners()->wp_cli() );
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
			( new AdminHooks( $this->before( ... ), $this->adapters( ... ), $this->screens( ... ) ) )->register();
		} else {
			$this->register_for_ajax();
		}
	}

	/** Pages of others ask for routes too. Ours say themselves which are theirs. */
	private function register_routes(): void {
		$this->before(
			[ 'rest_pre_dispatch' ],
			fn(): array => [ $this->screens()->routes() ],
			static fn ( mixed $answer, mixed $server = null, mixed $request = null ): bool =>
				$request instanceof \WP_REST_Request
				&& preg_match( '#^/*($|orderinvoicer/)#i', $request->get_route() ) === 1
		);
	}

	private function register_checkout(): void {
		$this->before( [ 'wc_subscriptions_object_data' ], static fn(): array => [ new CopiedOrders() ] );
		$this->before(
			[ 'woocommerce_init' ],
			static fn(): array => SettingSwitch::is_on( 'checkout_numbers' ) ? [ new FieldsWhereUsed() ] : []
		);
		$this->before(
			[
				'woocommerce_checkout_fields',
				'woocommerce_checkout_get_value',
				'woocommerce_after_checkout_billing_form',
				'woocommerce_after_checkout_validation',
				'woocommerce_checkout_create_order',
				'woocommerce_checkout_update_customer',
				'woocommerce_email_order_meta_fields',
			],
			static fn(): array => [ new ClassicCheckoutNumbers( new CheckoutNumbers() ) ]
		);
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

	/** WooCommerce makes its e-mails when one is to be sent or looked at, and in many requests that do neither. */
	private function register_emails(): void {
		$this->before(
			[ 'woocommerce_email_classes' ],
			fn(): array => [
				new OwnerEmails(
					plugin_dir_path( $this->file ) . 'templates/',
					fn (): OwnerTexts => $this->adapters()->owner_texts(),
					fn (): Logger => $this->adapters()->logger()
				),
				new HoldEmails(
					hold_email: fn (): HoldEmail => $this->engine()->hold_email(),
					is_ticked: fn ( string $id ) => $this->adapters()->settings()->get()->customer_emails->has( $id ),
					order_event_handler: fn (): OrderEventHandler => $this->engine()->order_event_handler(),
					rule: fn ( DocumentKind $kind, \WC_Order $order ): int => $this->adapters()->order_traits_reader()
						->rule( $kind, $order, $this->adapters()->settings()->get() ),
					order_events: fn (): WooOrderEvents => $this->adapters()->order_events(),
					logger: fn (): Logger => $this->adapters()->logger()
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
			fn(): array => [
				new EmailHooks(
					fn (): SettingsStore => $this->adapters()->settings(),
					new EmailSwitch( fn (): Clock => $this->adapters()->clock() )
				),
			]
		);
	}

	private function register_runners(): void {
		$this->before( [ 'woocommerce_api_orderinvoicer_events' ], fn () => [ $this->runners()->event_endpoint() ] );
		$this->before(
			[ 'action_scheduler_init', 'action_scheduler_ensure_recurring_actions' ],
			static fn(): array => [ new Wakeups() ]
		);
		$this->before( [ Wakeups::TASKS, Wakeups::SWEEP ], fn(): array => $this->runners()->scheduled() );
		$this->before( [ Wakeups::DOCTOR ], fn(): array => [ $this->screens()->doctor_runner() ] );
		$this->before(
			[ 'wp_ajax_' . Wakeups::RUN, 'wp_ajax_nopriv_' . Wakeups::RUN ],
			fn(): array => [ $this->runners()->runner_endpoint() ]
		);
		// WordPress's own daily event for what has had its time.
		$this->before( [ 'delete_expired_transients' ], fn () => [ new LeftPdfs( $this->adapters()->logger() ) ] );
	}

	/** Made on pages and in e-mails that show orders, for a download and a request: an argument's name says which. */
	private function register_shopper(): void {
		$this->before(
			[
				'woocommerce_account_orders_endpoint',
				'woocommerce_my_account_my_orders_actions',
				'woocommerce_order_details_after_order_table',
			],
			fn(): array => $this->screens()->shopper_pages()
		);
		$this->before(
			[ 'woocommerce_email_order_meta' ],
			fn(): array => [ $this->screens()->documents_in_emails() ],
			fn ( mixed $order, mixed $own = false, mixed $plain = false, mixed $email = null ): bool => $own !== true
				&& $email instanceof \WC_Email
				&& $this->adapters()->settings()->get()->customer_emails->has( (string) $email->id )
		);
		$this->before( [ 'wc_ajax_orderinvoicer_documents' ], fn () => [ $this->screens()->renewed_documents() ] );
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only whether it is there.
		if ( isset( $_GET['orderinvoicer-document'] ) ) {
			$this->before( [ 'template_redirect' ], fn(): array => [ $this->screens()->download_request() ] );
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- only whether it is there.
		if ( isset( $_POST['orderinvoicer-company'] ) ) {
			$this->before( [ 'template_redirect' ], fn(): array => [ $this->screens()->company_post() ] );
		}
	}

	private function lifecycle(): Lifecycle {
		return new Lifecycle( $this->file, fn (): Logger => $this->adapters()->logger(), $this->wpdb );
	}

	private function adapters(): Adapters {
		return $this->adapters ??= new Adapters( $this->wpdb );
	}

	private function engine(): Engine {
		return $this->engine ??= new Engine( new Answers( $this->adapters() ) );
	}

	private function screens(): Screens {
		return $this->screens ??= new Screens( $this->adapters(), $this->engine( ... ) );
	}

	/** What works the ledger reads where it writes. */
	private function runners(): Screens {
		$this->adapters()->sql()->read_what_was_written();
		return $this->screens();
	}

	/**
	 * Registers the objects when the first of these hooks is about to run, before any other callback of it. Filters get
	 * their value back.
	 *
	 * @param non-empty-list<string>          $hooks
	 * @param \Closure(): list<object>       $objects
	 * @param (\Closure( mixed, mixed=, mixed=, mixed= ): bool)|null $needed whether, with what the hook is about.
	 */
	private function before( array $hooks, \Closure $objects, ?\Closure $needed = null ): void {
		$registered = false;
		foreach ( $hooks as $hook ) {
			add_filter(
				$hook,
				function ( mixed $value = null, mixed ...$more ) use ( $objects, $needed, &$registered ): mixed {
					$register = function () use ( $objects, $needed, &$registered, $value, $more ): void {
						$registered = $needed === null || $needed( $value, ...$more );
						$this->register_each( $registered ? $objects() : [] );
					};
					$registered || $this->requirements->guard( $register );
					return $value;
				},
				PHP_INT_MIN,
				4
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
