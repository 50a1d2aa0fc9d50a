<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\Wording\HelpTopic;

/** The settings page under WooCommerce: a React app that talks to `orderinvoicer/v1`. */
final class AdminPage {

	public const SLUG       = 'orderinvoicer';
	public const BULK_SLUG  = self::SLUG . '-bulk';
	public const CAPABILITY = 'manage_woocommerce';

	/** Below wp-admin. */
	public const PATH = 'admin.php?page=' . self::SLUG;

	/** Where the cache holds how many orders need a person. */
	private const ORDERS = 'orders_that_need_you';

	/** Behind WooCommerce's own entries. */
	private const POSITION = 60;

	private string $hook_suffix = '';

	private ?BuiltScript $script = null;

	/**
	 * Its entry in the menu stands on every page of wp-admin: what the page itself needs is made on it.
	 *
	 * @param string                        $file the plugin's main file.
	 * @param \Closure(): ProblemGroups    $problem_groups
	 * @param \Closure(): PreloadedAnswers $preloaded_answers
	 * @param \Closure(): Help             $help
	 * @param \Closure(): Obstacle         $obstacle
	 */
	public function __construct(
		private readonly string $file,
		private readonly \Closure $problem_groups,
		private readonly \Closure $preloaded_answers,
		private readonly \Closure $help,
		private readonly \Closure $obstacle,
	) {}

	public function register(): void {
		add_action( 'admin_menu', [ $this, 'handle_admin_menu' ], self::POSITION );
		add_action( 'admin_enqueue_scripts', [ $this, 'handle_admin_enqueue_scripts' ] );
		add_filter( 'plugin_action_links_' . plugin_basename( $this->file ), [ $this, 'handle_plugin_action_links' ] );
	}

	public static function url(): string {
		return admin_url( self::PATH );
	}

	/** @internal */
	public function handle_admin_menu(): void {
		$bubble = current_user_can( self::CAPABILITY ) ? $this->bubble() : '';

		$this->hook_suffix = (string) add_submenu_page(
			'woocommerce',
			__( 'Order Invoicer', 'orderinvoicer' ),
			__( 'Order Invoicer', 'orderinvoicer' ) . $bubble,
			self::CAPABILITY,
			self::SLUG,
			[ $this, 'render' ]
		);
		add_action( "load-$this->hook_suffix", fn () => ( $this->help )()->show( ...HelpTopic::of_app() ) );
	}

	/**
	 * @internal
	 * @param mixed $hook_suffix
	 */
	public function handle_admin_enqueue_scripts( $hook_suffix ): void {
		if ( $hook_suffix !== $this->hook_suffix || ! $this->script()->is_built() ) {
			return;
		}
		$this->script()->enqueue();
		wp_add_inline_script( 'wp-api-fetch', ( $this->preloaded_answers )()->script(), 'after' );
	}

	/** @internal */
	public function render(): void {
		echo '<div class="wrap">';
		printf(
			'<h1 class="wp-heading-inline">%s</h1><hr class="wp-header-end">',
			esc_html__( 'Order Invoicer', 'orderinvoicer' )
		);
		if ( ! $this->script()->is_built() ) {
			printf(
				'<div class="notice notice-error"><p>%s</p></div></div>',
				esc_html__( 'The built files of this page are missing. Install the released zip again, or run "npm run build" in a development copy.', 'orderinvoicer' )
			);
			return;
		}
		printf(
			'<div id="orderinvoicer-app"><noscript><p>%s</p></noscript></div></div>',
			esc_html__( 'This page needs JavaScript. Without it, settings can be read and imported with WP-CLI: wp orderinvoicer settings.', 'orderinvoicer' )
		);
	}

	/**
	 * @internal
	 * @param array<string> $links
	 * @return array<string>
	 */
	public function handle_plugin_action_links( array $links ): array {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			return $links;
		}
		[ $url, $text ] = self::unless_it_fails( fn (): bool => ( $this->obstacle )()->is_new_shop() ) === true
			? [ self::url() . '#/setup', __( 'Set up', 'orderinvoicer' ) ]
			: [ self::url(), __( 'Settings', 'orderinvoicer' ) ];
		return [ sprintf( '<a href="%1$s">%2$s</a>', esc_url( $url ), esc_html( $text ) ), ...$links ];
	}

	/**
	 * How many orders need a person, as WooCommerce counts its orders. WordPress hides `count-0`; our pages count on.
	 * One indexed query per screen; none for a minute where the site has an object cache.
	 */
	public function bubble(): string {
		$orders = (int) self::unless_it_fails( $this->orders( ... ) );
		$number = number_format_i18n( $orders );
		return sprintf(
			' <span class="awaiting-mod count-%1$d"><span aria-hidden="true">%2$s</span><span'
				. ' class="screen-reader-text">%3$s</span></span>',
			$orders,
			esc_html( $number ),
			/* translators: %s: number of orders. */
			esc_html( sprintf( _n( '%s order needs you.', '%s orders need you.', $orders, 'orderinvoicer' ), $number ) )
		);
	}

	private function orders(): int {
		$kept = wp_cache_get( self::ORDERS, self::SLUG );
		if ( is_int( $kept ) ) {
			return $kept;
		}
		$orders = ( $this->problem_groups )()->orders();
		wp_cache_set( self::ORDERS, $orders, self::SLUG, MINUTE_IN_SECONDS );
		return $orders;
	}

	private function script(): BuiltScript {
		return $this->script ??= new BuiltScript( $this->file, 'index', 'orderinvoicer-admin' );
	}

	/**
	 * No page fails for want of a number or a link, nor of a file that an upload has not brought yet.
	 *
	 * @template T
	 * @param \Closure(): T $ask
	 * @return T|null
	 */
	private static function unless_it_fails( \Closure $ask ): mixed {
		try {
			return $ask();
		} catch ( \Throwable ) {
			return null;
		}
	}
}
