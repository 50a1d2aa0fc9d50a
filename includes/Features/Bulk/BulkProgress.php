<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\OrderRights;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\WordPress\OrderList\RowStates;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * How far the acts are that a person has set going, on the screens of orders, until they put it away: counted from the
 * ledger each time, one query, and none where nothing was set going. While rows are worked the notice asks again by
 * itself.
 */
final class BulkProgress {

	/** admin-ajax.php: how far it is now. */
	public const AJAX = 'orderinvoicer_bulk_progress';

	/** admin-post.php: the person puts it away. */
	public const PUT_AWAY = 'orderinvoicer_bulk_put_away';

	private const SCREENS = [
		'woocommerce_page_wc-orders',
		'edit-shop_order',
		'shop_order',
		'admin_page_' . BulkAddress::PAGE,
	];

	public function __construct(
		private readonly BulkRuns $runs,
		private readonly RowStates $states,
		private readonly BulkText $texts,
		private readonly BuiltScript $script,
	) {}

	public function register(): void {
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
		add_action( 'wp_ajax_' . self::AJAX, [ $this, 'handle_ajax' ] );
		add_action( 'admin_post_' . self::PUT_AWAY, [ $this, 'handle_put_away' ] );
	}

	public function handle_admin_notices(): void {
		if ( ! in_array( get_current_screen()->id ?? '', self::SCREENS, true ) || $this->runs->all() === [] ) {
			return;
		}
		try {
			[ 'html' => $list, 'runs' => $runs ] = $this->now();
		} catch ( DatabaseRefused ) {
			return; // No page fails for want of a notice.
		}
		$address = $runs ? self::address() : '';
		if ( $runs ) {
			$this->script->enqueue_alone();
		}
		printf(
			'<div class="notice notice-info"><p><strong>%1$s</strong></p><div id="orderinvoicer-bulk" role="status"'
				. ' data-url="%2$s">%3$s</div>',
			esc_html__( 'Order Invoicer', 'orderinvoicer' ),
			esc_url( $address ),
			wp_kses_post( $list )
		);
		$this->print_ways_on();
		echo '</div>';
	}

	public function handle_ajax(): void {
		check_ajax_referer( self::AJAX );
		if ( ! current_user_can( OrderRights::CAPABILITY ) ) {
			wp_send_json_error( null, 403 );
		}
		try {
			wp_send_json_success( $this->now() );
		} catch ( DatabaseRefused ) {
			wp_send_json_error( null, 503 );
		}
	}

	public function handle_put_away(): void {
		check_admin_referer( self::PUT_AWAY );
		$this->runs->put_away();
		if ( wp_safe_redirect( BulkAddress::back( (string) wp_get_referer() ) ) ) {
			exit;
		}
	}

	/**
	 * @return array{html: string, runs: bool} a line for each act, and whether anything is worked now.
	 * @throws DatabaseRefused
	 */
	private function now(): array {
		$runs   = $this->runs->all();
		$states = $this->states->of( array_values( array_unique( array_merge( ...array_column( $runs, 1 ) ) ) ) );
		$works  = false;
		$lines  = '';
		foreach ( $runs as [ $request, $ids ] ) {
			$counts = array_count_values( array_intersect_key( $states, array_flip( $ids ) ) );
			$open   = ( $counts[ TaskState::Queued->value ] ?? 0 ) + ( $counts[ TaskState::Working->value ] ?? 0 );
			$works  = $works || $open > 0;
			$lines .= sprintf(
				'<li>%1$s – %2$s</li>',
				esc_html( $this->texts->title( $request ) ),
				esc_html( $this->texts->progress( count( $ids ), $counts ) )
			);
		}
		return [
			'html' => "<ul>$lines</ul>",
			'runs' => $works,
		];
	}

	private static function address(): string {
		return add_query_arg(
			[
				'action'   => self::AJAX,
				'_wpnonce' => wp_create_nonce( self::AJAX ),
			],
			admin_url( 'admin-ajax.php' )
		);
	}

	/** To the history, for those who may read it; and away with the notice, without JavaScript too. */
	private function print_ways_on(): void {
		printf( '<form method="post" action="%s"><p>', esc_url( admin_url( 'admin-post.php' ) ) );
		if ( current_user_can( AdminPage::CAPABILITY ) ) {
			printf(
				'<a href="%1$s">%2$s</a> &nbsp; ',
				esc_url( AdminPage::url() . '#/history' ),
				esc_html__( 'Open the history', 'orderinvoicer' )
			);
		}
		wp_nonce_field( self::PUT_AWAY );
		printf(
			'<button class="button button-small" name="action" value="%1$s">%2$s</button></p></form>',
			esc_attr( self::PUT_AWAY ),
			esc_html__( 'Hide this notice', 'orderinvoicer' )
		);
	}
}
