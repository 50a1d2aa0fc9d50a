<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Features\Bulk\BulkActions;
use OrderInvoicer\Features\Bulk\BulkAddress;
use OrderInvoicer\Features\Bulk\BulkPage;
use OrderInvoicer\Features\Bulk\BulkProgress;
use OrderInvoicer\Features\Bulk\BulkRuns;
use OrderInvoicer\Features\Bulk\OrderMenu;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\Group;

/** From the ticked orders to the ledger and the notice, as the plugin puts it together. */
#[Group( 'real-woocommerce' )]
final class BulkOrdersTest extends IntegrationTestCase {

	private const REFERER = 'paged=2';

	private string $went = '';
	private \Closure $stay;

	public static function setUpBeforeClass(): void {
		$objects = new AdminObjects();
		foreach ( [ BulkActions::class, BulkPage::class, OrderMenu::class ] as $class_name ) {
			$objects->get( $class_name )->register();
		}
	}

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		require_once WC_ABSPATH . 'includes/admin/list-tables/class-wc-admin-list-table-orders.php';
		$this->sign_in_as_admin();
		$this->went = '';
		$this->stay = function ( string $url ): bool {
			$this->went = $url;
			return false;
		};
		add_filter( 'wp_redirect', $this->stay );
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'manual' ] ] );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_redirect', $this->stay );
		$_REQUEST = [];
		set_current_screen( 'front' );
		parent::tearDown();
	}

	public function test_the_menu_of_the_list_leads_to_the_page_that_asks_and_back(): void {
		foreach ( [ 'woocommerce_page_wc-orders', 'edit-shop_order' ] as $screen ) {
			$actions = apply_filters( "bulk_actions-$screen", [ 'trash' => 'Trash' ] );
			self::assertSame(
				[ 'trash', 'orderinvoicer_create', 'orderinvoicer_finalise', 'orderinvoicer_retry' ],
				array_keys( $actions )
			);
			$back = admin_url( 'admin.php?page=wc-orders&orderinvoicer_state=works&s=a%20b&' . self::REFERER );
			$url  = apply_filters( "handle_bulk_actions-$screen", $back, 'orderinvoicer_finalise', [ '7', '8', 'x' ] );
			wp_parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
			self::assertSame( 'orderinvoicer-bulk', $query['page'] );
			self::assertSame( '7.8', $query['orderinvoicer_orders'] );
			self::assertSame( $back, $query['orderinvoicer_back'] );
			self::assertSame( $back, apply_filters( "handle_bulk_actions-$screen", $back, 'mark_completed', [ '7' ] ) );
		}
	}

	public function test_the_way_back_is_a_page_of_this_sites_wp_admin(): void {
		$list = BulkAddress::back( '' );
		$path = (string) wp_parse_url( admin_url( 'admin.php?page=wc-orders' ), PHP_URL_PATH );
		foreach ( [
			"$path?page=wc-orders&orderinvoicer_state=made" => "$path?page=wc-orders&orderinvoicer_state=made",
			admin_url( 'edit.php?s=a%20b' ) => admin_url( 'edit.php?s=a%20b' ),
			'https://elsewhere.example/wp-admin/' => $list,
			'//elsewhere.example/wp-admin/' => $list,
			home_url( '/shop/' ) => $list,
			'/shop/' => $list,
		] as $asked => $back ) {
			self::assertSame( $back, BulkAddress::back( $asked ), $asked );
		}
	}

	public function test_what_becomes_final_is_shown_with_its_total_and_needs_a_yes(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$ids  = [ $this->order( '100.10' ), $this->order( '20', 'on-hold' ), $this->order( '1', 'cancelled' ) ];
		$page = $this->page( 'create', $ids );
		self::assertStringContainsString( '2 documents, 120,10', $page );
		self::assertStringContainsString( 'this becomes final', $page );
		self::assertStringContainsString( 'No payment of 2 orders is known.', $page );
		self::assertStringContainsString( 'type="checkbox" name="orderinvoicer_consent" value="1" required', $page );
		self::assertStringContainsString( '1 order is left out:', $page );
		self::assertStringContainsString( "#{$ids[2]}", $page );

		$form = $this->form( $page, 'create:invoice' );
		$this->post( $form );
		self::assertSame( 0, $this->rows() );
		self::assertStringContainsString( 'orderinvoicer_changed=1', $this->went );

		$this->order_total( $ids[0], '90' );
		$this->post( $form + [ 'orderinvoicer_consent' => '1' ] );
		self::assertSame( 0, $this->rows(), 'Another total than the one that was shown.' );

		$this->post(
			$this->form( $this->page( 'create', $ids ), 'create:invoice' ) + [ 'orderinvoicer_consent' => '1' ]
		);
		self::assertSame( 2, $this->rows() );
		self::assertStringContainsString( self::REFERER, $this->went );
	}

	public function test_totals_of_several_currencies_name_them(): void {
		$ids = [ $this->order( '100.10' ), $this->order( '20' ), $this->order( '1500' ) ];
		foreach ( [ 'USD', 'JPY' ] as $i => $currency ) {
			$order = wc_get_order( $ids[ $i + 1 ] );
			$order->set_currency( $currency );
			$order->save();
		}
		$page = $this->page( 'create', $ids );
		self::assertMatchesRegularExpression(
			'/3 documents, 100,10 \S+ \(EUR\) incl\. VAT, 20,00 \S+ \(USD\) incl\. VAT, 1 500 \S+ \(JPY\) incl\. VAT/',
			str_replace( [ "\u{A0}", "\u{202F}" ], ' ', $page )
		);
	}

	public function test_two_hundred_orders_are_written_down_once_and_a_second_click_does_nothing(): void {
		global $wpdb;
		$order = $this->order( '10' );
		$ids   = [ $order, ...$this->copies( $order, 199 ) ];
		$before = $wpdb->num_queries;
		$page   = $this->page( 'create', $ids );
		self::assertLessThan( 1_500, $wpdb->num_queries - $before );
		self::assertStringContainsString( 'Create 200 documents', $page );

		$form = $this->form( $page, 'create:invoice' );
		$this->post( $form );
		self::assertSame( 200, $this->rows() );
		$this->post( $form );
		self::assertSame( 200, $this->rows() );
		self::assertStringContainsString( 'orderinvoicer_changed=1', $this->went );
		self::assertStringContainsString( 'There is nothing to do', $this->page( 'create:invoice', $ids ) );

		$runs = ( new BulkRuns() )->all();
		self::assertCount( 1, $runs );
		self::assertCount( 200, $runs[0][1] );
	}

	public function test_each_order_needs_its_own_right(): void {
		$ids   = [ $this->order( '10' ), $this->order( '20' ) ];
		$other = static fn ( array $caps, string $cap, int $user, array $args ): array =>
			$cap === 'edit_post' && (int) ( $args[0] ?? 0 ) === $ids[1] ? [ 'do_not_allow' ] : $caps;
		$form  = $this->form( $this->page( 'create', $ids ), 'create:invoice' );
		add_filter( 'map_meta_cap', $other, 10, 4 );

		$page = $this->page( 'create', $ids );
		self::assertStringContainsString( 'You may not edit these orders.', $page );
		self::assertStringContainsString( 'Create 1 document<', $page );
		$this->post( $form );
		self::assertSame( 0, $this->rows(), 'A form of before the right went.' );
		$this->post( $this->form( $page, 'create:invoice' ) );
		self::assertSame( [ (string) $ids[0] ], $this->ledger( 'order_id' ) );
		remove_filter( 'map_meta_cap', $other );
	}

	public function test_nobody_else_gets_past_the_door(): void {
		$form = $this->form( $this->page( 'create', [ $this->order( '10' ) ] ), 'create:invoice' );
		add_filter(
			'wp_die_handler',
			$die = static fn (): \Closure =>
				static fn ( mixed $message, mixed $title, mixed $args ) => throw new \RuntimeException( 'died' )
		);
		$tries = [
			fn () => $this->post( [ '_wpnonce' => 'wrong' ] + $form ),
			function () use ( $form ): void {
				wp_set_current_user(
					wp_insert_user(
						[
							'user_login' => 'shopper',
							'user_pass'  => 'secret',
							'role'       => 'customer',
						]
					)
				);
				$this->post( [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_bulk' ) ] + $form );
			},
		];
		foreach ( $tries as $try ) {
			try {
				$try();
				self::fail( 'It was let in.' );
			} catch ( \RuntimeException $stopped ) {
				self::assertSame( 'died', $stopped->getMessage() );
			}
		}
		remove_filter( 'wp_die_handler', $die );
		self::assertSame( 0, $this->rows() );
	}

	public function test_drafts_and_failures_among_mixed_orders(): void {
		$draft   = $this->order( '10' );
		$stopped = $this->order( '10' );
		$final   = $this->order( '10' );
		$id      = $this->row( $draft, $this->made() );
		$this->worth( $id, $draft, 1234 );
		$this->row( $final, [ 'remote_number' => 'F-1' ] + $this->made() );
		$failed = $this->row(
			$stopped,
			[
				'state'      => 'attention',
				'error_code' => 'tax_unmapped',
			]
		);
		$all    = [ $draft, $stopped, $final ];

		$page = $this->page( 'finalise', $all );
		self::assertStringContainsString( "1 document, 12,34\u{A0}€ incl. VAT", $page );
		self::assertStringContainsString( 'These have no draft.', $page );
		$this->post( $this->form( $page, 'finalise' ) + [ 'orderinvoicer_consent' => '1' ] );
		self::assertSame( [ 'validate_invoice' ], $this->ledger( 'effect', "parent_id = $id" ) );
		self::assertSame( [ '1' ], $this->ledger( 'asked', "parent_id = $id" ) );

		$this->post( $this->form( $this->page( 'retry', $all ), 'retry' ) );
		self::assertSame( [ 'queued' ], $this->ledger( 'state', "id = $failed" ) );
		self::assertStringContainsString( 'There is nothing to do', $this->page( 'retry', $all ) );
	}

	public function test_the_notice_says_how_far_it_is_until_it_is_put_away(): void {
		global $wpdb;
		$ids = [ $this->order( '10' ), $this->order( '20' ), $this->order( '30' ) ];
		self::assertSame( '', $this->notice() );
		$this->post( $this->form( $this->page( 'create', $ids ), 'create:invoice' ) );

		wp_dequeue_script( 'orderinvoicer-order-list' );
		$notice = $this->notice();
		self::assertStringContainsString( 'Create in Sellsy: Invoice – 0 of 3 done', $notice );
		self::assertStringContainsString( 'action=orderinvoicer_bulk_progress', $notice );
		self::assertStringContainsString( '#/history', $notice );

		$rows = $this->ledger( 'id' );
		$set  = static fn ( int $row, array $columns ): mixed =>
			$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", $columns, [ 'id' => $rows[ $row ] ] );
		$set( 0, [ 'state' => 'done' ] );
		$set( 1, [ 'state' => 'attention' ] );
		$set( 2, [ 'due_at' => '2090-01-01 00:00:00' ] );
		$before = $wpdb->num_queries;
		$notice = $this->notice();
		self::assertSame( 1, $wpdb->num_queries - $before );
		self::assertStringContainsString( '1 of 3 done, 1 waiting for a later try, 1 needs you', $notice );
		self::assertStringContainsString( 'data-url=""', $notice, 'Nothing is worked: nobody asks again.' );
		set_current_screen( 'dashboard' );
		ob_start();
		( new AdminObjects() )->get( BulkProgress::class )->handle_admin_notices();
		self::assertSame( '', ob_get_clean() );

		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_bulk_put_away' ) ];
		( new AdminObjects() )->get( BulkProgress::class )->handle_put_away();
		self::assertSame( '', $this->notice() );
	}

	public function test_the_preview_knows_the_documents_and_what_can_be_done(): void {
		$order = wc_get_order( $this->order( '10' ) );
		self::assertStringContainsString( 'no document', $this->preview( $order )['orderinvoicer'] );
		self::assertStringContainsString( 'orderinvoicer_do=create', $this->preview( $order )['actions_html'] );

		$this->row( $order->get_id(), $this->made() );
		$menu = ( new AdminObjects() )->get( OrderMenu::class );
		$html = $menu->handle_details( [], $order )['orderinvoicer'];
		self::assertStringContainsString( 'id=77', $html );
		self::assertStringContainsString( 'Draft invoice', $html );
		self::assertStringContainsString( 'no number yet', $html );
		self::assertSame(
			[ 'orderinvoicer_finalise' ],
			array_keys( $menu->handle_preview_actions( [], $order )['orderinvoicer']['actions'] )
		);

		wp_set_current_user( 0 );
		self::assertSame( [], $menu->handle_details( [], $order ) );
		self::assertSame( [], $menu->handle_preview_actions( [], $order ) );
	}

	public function test_woocommerces_menu_of_the_order_leads_to_the_page_that_asks(): void {
		$order = wc_get_order( $this->order( '10' ) );
		$this->row( $order->get_id(), $this->made() );
		$menu = ( new AdminObjects() )->get( OrderMenu::class );
		self::assertSame( [ 'orderinvoicer_finalise' ], array_keys( $menu->handle_order_actions( [], $order ) ) );
		self::assertStringContainsString( 'Draft invoice', $this->pills( $order->get_id() ) );
		self::assertStringContainsString( ' hidden></li>', $this->pills( $this->order( '10' ) ) );

		do_action( 'woocommerce_order_action_orderinvoicer_finalise', $order );
		foreach ( [ 'woocommerce_redirect_order_location', 'redirect_post_location' ] as $hook ) {
			$url = apply_filters( $hook, 'elsewhere', $order->get_id(), $order );
			self::assertStringContainsString( 'orderinvoicer_do=finalise', $url );
			self::assertStringContainsString( "orderinvoicer_orders={$order->get_id()}", $url );
			remove_all_filters( $hook );
		}
	}

	/** What stands above the menu. */
	private function pills( int $order_id ): string {
		ob_start();
		( new AdminObjects() )->get( OrderMenu::class )->handle_actions_start( $order_id );
		return (string) ob_get_clean();
	}

	/** @return array<string, mixed> */
	private function preview( \WC_Order $order ): array {
		return \WC_Admin_List_Table_Orders::order_preview_get_order_details( $order );
	}

	private function notice(): string {
		set_current_screen( 'woocommerce_page_wc-orders' );
		ob_start();
		( new AdminObjects() )->get( BulkProgress::class )->handle_admin_notices();
		return (string) ob_get_clean();
	}

	/** @param list<int> $ids */
	private function page( string $act, array $ids ): string {
		$_GET = [
			'orderinvoicer_do'     => $act,
			'orderinvoicer_orders' => implode( '.', $ids ),
			'orderinvoicer_back'   => admin_url( 'admin.php?page=wc-orders&' . self::REFERER ),
		];
		ob_start();
		( new AdminObjects() )->get( BulkPage::class )->render();
		return (string) ob_get_clean();
	}

	/** @return array<string, string> its hidden fields. */
	private function form( string $page, string $request ): array {
		foreach ( explode( '<form', $page ) as $form ) {
			preg_match_all( '/name="([^"]+)" value="([^"]*)"/', $form, $fields );
			$found = array_combine( $fields[1], array_map( html_entity_decode( ... ), $fields[2] ) );
			unset( $found['orderinvoicer_consent'] );
			if ( ( $found['orderinvoicer_do'] ?? '' ) === $request ) {
				preg_match( '/name="_wpnonce" value="([^"]+)"/', $form, $nonce );
				return [ '_wpnonce' => $nonce[1] ?? '' ] + $found;
			}
		}
		self::fail( "The page does not offer $request." );
	}

	/** @param array<string, string> $fields */
	private function post( array $fields ): void {
		$_POST    = $fields;
		$_REQUEST = $fields;
		do_action( 'admin_post_orderinvoicer_bulk' );
	}

	private function order( string $total, string $status = 'processing' ): int {
		$order = new \WC_Order();
		$order->set_total( $total );
		$order->set_currency( 'EUR' );
		$order->set_status( $status );
		$order->save();
		return $order->get_id();
	}

	/**
	 * The same order's rows under other ids: to save it so often takes far longer than all that is asked here.
	 *
	 * @return list<int>
	 */
	private function copies( int $order, int $count ): array {
		global $wpdb;
		$ids = [
			$wpdb->posts                                => 'ID',
			"{$wpdb->prefix}wc_orders"                  => 'id',
			"{$wpdb->prefix}wc_order_operational_data" => 'order_id',
		];
		foreach ( $ids as $table => $id ) {
			// phpcs:disable WordPress.DB.PreparedSQL -- Our own words.
			$others = array_diff( $wpdb->get_col( "SHOW COLUMNS FROM $table" ), [ $id, 'id' ] );
			$others = '`' . implode( '`, `', $others ) . '`';
			$copied = $wpdb->query(
				"INSERT INTO $table ( $id, $others ) SELECT $order + seq, $others FROM $table JOIN seq_1_to_$count"
					. " WHERE $id = $order"
			);
			// phpcs:enable
			self::assertSame( $count, $copied, $table );
		}
		return range( $order + 1, $order + $count );
	}

	private function order_total( int $id, string $total ): void {
		$order = wc_get_order( $id );
		$order->set_total( $total );
		$order->save();
	}

	/** @return array<string, string|int> */
	private function made(): array {
		return [
			'state'       => 'done',
			'remote_type' => 'invoice',
			'remote_id'   => 77,
		];
	}

	private function rows(): int {
		return count( $this->ledger( 'id' ) );
	}

	/** @return list<string> */
	private function ledger( string $column, string $where = '1 = 1' ): array {
		global $wpdb;
		return $wpdb->get_col(
			// phpcs:ignore WordPress.DB.PreparedSQL -- our own words.
			"SELECT $column FROM {$wpdb->prefix}orderinvoicer_sync WHERE effect <> 'follow_order' AND $where"
				. ' ORDER BY id'
		);
	}

	/** @param array<string, string|int> $columns */
	private function row( int $order_id, array $columns ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			$columns + [
				'order_id'   => $order_id,
				'effect'     => 'create_invoice',
				'due_at'     => $now,
				'created_at' => $now,
				'updated_at' => $now,
			]
		);
		self::assertSame( '', $wpdb->last_error );
		return $wpdb->insert_id;
	}

	private function worth( int $row, int $order_id, int $cents ): void {
		global $wpdb;
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_amounts",
			[
				'sync_id'   => $row,
				'order_id'  => $order_id,
				'kind'      => 'invoice',
				'remote_id' => 77,
				'currency'  => 'EUR',
				'incl_tax'  => $cents,
			]
		);
		self::assertSame( '', $wpdb->last_error );
	}
}
