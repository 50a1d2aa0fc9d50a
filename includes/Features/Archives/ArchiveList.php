<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\OrderRights;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * The PDFs of the orders that were ticked in WooCommerce's list: a bulk action, then a notice that asks, then one that
 * says how far it is. It works without JavaScript; with it, the notice asks again by itself.
 */
final class ArchiveList {

	public const ACTION = 'orderinvoicer_archive';

	/** Of the list's address: the orders that were ticked. */
	private const ORDERS = 'orderinvoicer_archive_orders';

	private const AWAY = 'orderinvoicer_archive_away';

	/** With WooCommerce's own tables, and with orders as posts. */
	private const SCREENS = [ 'woocommerce_page_wc-orders', 'edit-shop_order' ];

	/**
	 * @param \Closure(): OwnArchives $own_archives made when somebody has one, or wants one: most lists show none.
	 * @param \Closure(): PlanArchive $plan_archive likewise.
	 * @param \Closure(): ArchiveText $archive_text likewise.
	 */
	public function __construct(
		private readonly \Closure $own_archives,
		private readonly \Closure $plan_archive,
		private readonly \Closure $archive_text,
		private readonly ArchiveFlag $flag,
		private readonly BuiltScript $script,
	) {}

	public function register(): void {
		foreach ( self::SCREENS as $screen ) {
			add_filter( "bulk_actions-$screen", [ $this, 'handle_bulk_actions' ], 21 );
			add_filter( "handle_bulk_actions-$screen", [ $this, 'handle_chosen' ], 10, 3 );
		}
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
		add_action( 'wp_ajax_' . self::ACTION, [ $this, 'handle_ajax' ] );
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_admin_post' ] );
		add_action( 'admin_post_' . self::AWAY, [ $this, 'handle_put_away' ] );
	}

	public function handle_bulk_actions( mixed $actions ): mixed {
		return ! is_array( $actions ) || isset( $actions['untrash'] ) || ! current_user_can( OrderRights::CAPABILITY )
			? $actions
			: $actions + [ self::ACTION => __( 'Sellsy: download PDFs (ZIP)…', 'orderinvoicer' ) ];
	}

	/** @param mixed $ids of the ticked orders, as WooCommerce's form or WordPress's has sent them. */
	public function handle_chosen( mixed $redirect_to, mixed $action, mixed $ids ): mixed {
		$ids = array_filter( is_array( $ids ) ? $ids : [], is_numeric( ... ) );
		return $action !== self::ACTION || $ids === [] || ! is_string( $redirect_to )
			? $redirect_to
			: add_query_arg( self::ORDERS, implode( '.', array_map( intval( ... ), $ids ) ), $redirect_to );
	}

	public function handle_admin_notices(): void {
		if (
			! in_array( get_current_screen()->id ?? '', self::SCREENS, true )
			|| ! current_user_can( OrderRights::CAPABILITY )
		) {
			return;
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- nothing is done here.
		$ids = self::orders( $_GET );
		try {
			if ( $ids !== [] ) {
				$this->ask( $ids );
			} elseif ( $this->flag->is_there() ) {
				$this->show();
			}
		} catch ( DatabaseRefused ) {
			return; // No page fails for want of a notice.
		}
	}

	public function handle_ajax(): void {
		check_ajax_referer( self::ACTION );
		if ( ! current_user_can( OrderRights::CAPABILITY ) ) {
			wp_send_json_error( null, 403 );
		}
		try {
			( $this->own_archives )()->go_on();
			wp_send_json_success( $this->now() );
		} catch ( DatabaseRefused ) {
			wp_send_json_error( null, 503 );
		}
	}

	public function handle_admin_post(): void {
		check_admin_referer( self::ACTION );
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- checked above.
		$ids = self::orders( $_POST );
		try {
			( $this->own_archives )()->begin( ( $this->plan_archive )()->of_orders( $ids ) );
		} catch ( Refused $refused ) {
			wp_die( esc_html( Refusal::of( $refused )->get_error_message() ), '', [ 'back_link' => true ] );
		}
		$this->go_back();
	}

	public function handle_put_away(): void {
		check_admin_referer( self::AWAY );
		( $this->own_archives )()->take_away( ( $this->own_archives )()->current()->folder ?? '' );
		$this->go_back();
	}

	/** @param non-empty-list<int> $ids */
	private function ask( array $ids ): void {
		try {
			$says = ( $this->archive_text )()->plan( ( $this->plan_archive )()->of_orders( $ids ) );
		} catch ( Refused $refused ) {
			self::print_notice( 'warning', esc_html( Refusal::of( $refused )->get_error_message() ) );
			return;
		}
		self::print_notice(
			'info',
			esc_html( $says ),
			self::form(
				self::ACTION,
				__( 'Prepare the archive', 'orderinvoicer' ),
				[ self::ORDERS => implode( '.', $ids ) ]
			)
		);
	}

	private function show(): void {
		[ 'html' => $says, 'runs' => $runs ] = $this->now();
		if ( $says === '' ) {
			return;
		}
		if ( $runs ) {
			$this->script->enqueue_alone();
		}
		$nonce = [ '_wpnonce' => wp_create_nonce( self::ACTION ) ];
		$url   = $runs ? add_query_arg( [ 'action' => self::ACTION ] + $nonce, admin_url( 'admin-ajax.php' ) ) : '';
		self::print_notice(
			'info',
			sprintf(
				'<span id="orderinvoicer-archive" role="status" data-url="%1$s">%2$s</span>',
				esc_url( $url ),
				$says
			),
			self::form( self::AWAY, __( 'Delete the archive', 'orderinvoicer' ) )
		);
	}

	/** @return array{html: string, runs: bool} as the script of the list takes it. */
	private function now(): array {
		$view = ( $this->own_archives )()->view();
		$link = sprintf(
			' <a class="button button-primary" href="%1$s">%2$s</a>',
			esc_url( $view['url'] ),
			esc_html__( 'Download the archive', 'orderinvoicer' )
		);
		return [
			'html' => esc_html( $view['says'] ) . ( $view['url'] === '' ? '' : $link ),
			'runs' => $view['state'] === 'working',
		];
	}

	private static function print_notice( string $kind, string $html, string $form = '' ): void {
		// phpcs:disable WordPress.Security.EscapeOutput -- escaped where it was put together.
		printf(
			'<div class="notice notice-%1$s"><p><strong>%2$s</strong></p><p>%3$s</p>%4$s</div>',
			esc_attr( $kind ),
			esc_html__( 'Order Invoicer', 'orderinvoicer' ),
			$html,
			$form
		);
		// phpcs:enable
	}

	/** @param array<string, string> $fields */
	private static function form( string $action, string $button, array $fields = [] ): string {
		$inputs = wp_nonce_field( $action, '_wpnonce', true, false );
		foreach ( [ 'action' => $action ] + $fields as $name => $value ) {
			$inputs .= sprintf(
				'<input type="hidden" name="%1$s" value="%2$s">',
				esc_attr( $name ),
				esc_attr( $value )
			);
		}
		return sprintf(
			'<form method="post" action="%1$s"><p>%2$s<button class="button">%3$s</button></p></form>',
			esc_url( admin_url( 'admin-post.php' ) ),
			$inputs,
			esc_html( $button )
		);
	}

	private function go_back(): void {
		$back = remove_query_arg( self::ORDERS, (string) wp_get_referer() );
		if ( wp_safe_redirect( $back === '' ? admin_url( 'admin.php?page=wc-orders' ) : $back ) ) {
			exit;
		}
	}

	/**
	 * @param array<mixed> $sent
	 * @return list<int> those that this person may edit.
	 */
	private static function orders( array $sent ): array {
		$text = is_string( $sent[ self::ORDERS ] ?? null ) ? sanitize_text_field( $sent[ self::ORDERS ] ) : '';
		$ids  = array_unique( array_map( absint( ... ), explode( '.', $text ) ) );
		$may  = static fn ( int $id ): bool => $id > 0 && current_user_can( 'edit_shop_order', $id );
		return array_values( array_filter( $ids, $may ) );
	}
}
