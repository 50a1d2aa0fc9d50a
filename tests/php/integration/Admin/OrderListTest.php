<?php
declare( strict_types=1 );

// phpcs:disable WordPress.WP.GlobalVariablesOverride.Prohibited -- As the pages of wp-admin set them.

namespace OrderInvoicer\Tests\Integration\Admin;

use Automattic\WooCommerce\Internal\Admin\Orders\ListTable;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Admin\OrderList\OrderListFilter;
use OrderInvoicer\Features\Bulk\BulkActions;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The list of orders as WooCommerce and WordPress make it, in both storages, over rows written into the ledger. */
#[Group( 'real-woocommerce' )]
final class OrderListTest extends IntegrationTestCase {

	/** @var array<string, int> orders by what is special about them. */
	private array $orders = [];

	/** @var array<string, \Closure> */
	private array $filters = [];

	public static function setUpBeforeClass(): void {
		if ( getenv( 'ORDERINVOICER_WOOCOMMERCE_KIND' ) === 'standin' ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/list-tables/class-wc-admin-list-table-orders.php';
		new \WC_Admin_List_Table_Orders(); // Orders as posts: its filters of the request.
		$objects = new AdminObjects();
		$objects->get( OrderListFilter::class )->register();
		$objects->get( BulkActions::class )->register();
	}

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		$this->sign_in_as_admin();
	}

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		$_REQUEST               = [];
		$GLOBALS['pagenow']     = 'index.php';
		$GLOBALS['hook_suffix'] = '';
		set_current_screen( 'front' );
		parent::tearDown();
	}

	/** @return array<string, array{array{string, string}, list<string>}> state and kind of document, orders. */
	private static function choices(): array {
		return [
			'needs you'                => [ [ 'attention', '' ], [ 'stopped', 'not final' ] ],
			'in the works'             => [ [ 'works', '' ], [ 'waits', 'email waits' ] ],
			'made'                     => [ [ 'made', '' ], [ 'estimate', 'email waits', 'not final', 'done' ] ],
			'a draft'                  => [ [ 'draft', '' ], [ 'not final' ] ],
			'a draft invoice'          => [ [ 'draft', 'invoice' ], [ 'not final' ] ],
			'a draft estimate'         => [ [ 'draft', 'estimate' ], [] ],
			'nothing'                  => [ [ 'nothing', '' ], [ 'left out', 'untouched' ] ],
			'an invoice'               => [
				[ '', 'invoice' ],
				[ 'email waits', 'not final', 'stopped', 'waits', 'done' ],
			],
			'an invoice made'          => [ [ 'made', 'invoice' ], [ 'email waits', 'not final', 'done' ] ],
			'no invoice'               => [ [ 'nothing', 'invoice' ], [ 'estimate', 'left out', 'untouched' ] ],
			'an invoice needs you'     => [ [ 'attention', 'invoice' ], [ 'stopped', 'not final' ] ],
			'an estimate needs you'    => [ [ 'attention', 'estimate' ], [] ],
			'an invoice in the works'  => [ [ 'works', 'invoice' ], [ 'waits', 'email waits' ] ],
			'no such choice'           => [
				[ 'nonsense', 'nonsense' ],
				[ 'estimate', 'left out', 'email waits', 'not final', 'stopped', 'waits', 'done', 'untouched' ],
			],
		];
	}

	/** The orders are placed once for all choices. */
	#[DataProvider( 'both' )]
	public function test_the_list_is_narrowed_down( string $own_tables ): void {
		$this->store( $own_tables );
		$this->place_orders();

		foreach ( self::choices() as $choice => [ [ $state, $kind ], $expected ] ) {
			$chosen          = [
				'orderinvoicer_state' => $state,
				'orderinvoicer_kind'  => $kind,
			];
			[ $ids, $total ] = $this->listed( $own_tables, $chosen );

			$names = array_keys( array_intersect( $this->orders, $ids ) );
			sort( $names );
			sort( $expected );
			self::assertSame( $expected, $names, $choice );
			self::assertSame( count( $expected ), $total, $choice );
		}
	}

	/** The overview counts it among the drafts. One that is gone from Sellsy is none. */
	public function test_a_draft_that_needs_a_person_is_a_draft(): void {
		$this->store( 'yes' );
		$ids = [];
		foreach ( [ 'totals_differ', 'document_gone' ] as $at => $problem ) {
			$ids[] = wc_create_order( [ 'status' => 'processing' ] )->get_id();
			$this->row(
				$ids[ $at ],
				[
					'state'       => 'attention',
					'error_code'  => $problem,
					'remote_type' => 'invoice',
					'remote_id'   => 90 + $at,
				]
			);
		}
		self::assertSame( [ [ $ids[0] ], 1 ], $this->listed( 'yes', [ 'orderinvoicer_state' => 'draft' ] ) );
	}

	#[DataProvider( 'both' )]
	public function test_it_is_kept_from_page_to_page_and_works_with_woocommerces_own( string $own_tables ): void {
		$this->store( $own_tables );
		$this->place_orders();
		$this->filters['edit_shop_order_per_page'] = static fn (): int => 1;
		add_filter( 'edit_shop_order_per_page', $this->filters['edit_shop_order_per_page'] );
		$made = [ 'orderinvoicer_state' => 'made' ];

		$seen = [];
		foreach ( [ '1', '2', '3', '4' ] as $page ) {
			[ $ids, $total ] = $this->listed( $own_tables, $made + [ 'paged' => $page ] );
			self::assertSame( 4, $total );
			self::assertCount( 1, $ids );
			array_push( $seen, ...$ids );
		}
		self::assertCount( 4, array_unique( $seen ) );

		$month = wp_date( 'Ym' );
		self::assertSame( 4, $this->listed( $own_tables, $made + [ 'm' => $month ] )[1] );
		self::assertSame( 0, $this->listed( $own_tables, $made + [ 'm' => '201901' ] )[1] );
		$status = $own_tables === 'yes' ? 'status' : 'post_status';
		self::assertSame( 1, $this->listed( $own_tables, $made + [ $status => 'wc-completed' ] )[1] );
	}

	/** @return iterable<string, array{string}> */
	public static function both(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	public function test_both_choices_are_printed_as_chosen_and_only_for_orders(): void {
		$_GET = [
			'orderinvoicer_state' => 'works',
			'orderinvoicer_kind'  => 'invoice',
		];
		ob_start();
		do_action( 'woocommerce_order_list_table_restrict_manage_orders', 'shop_order', 'top' );
		$printed = (string) ob_get_clean();
		self::assertMatchesRegularExpression( '/value="works" +selected/', $printed );
		self::assertMatchesRegularExpression( '/value="invoice" +selected/', $printed );
		self::assertSame( 2, substr_count( $printed, '<label class="screen-reader-text" for="orderinvoicer_' ) );

		ob_start();
		do_action( 'woocommerce_order_list_table_restrict_manage_orders', 'shop_subscription', 'top' );
		self::assertStringNotContainsString( 'orderinvoicer', (string) ob_get_clean() );
	}

	public function test_a_page_of_fifty_orders_asks_the_ledger_once(): void {
		global $wpdb;
		$orders = [];
		for ( $i = 0; $i < 50; $i++ ) {
			$orders[] = wc_create_order( [ 'status' => 'processing' ] );
			$this->row(
				$orders[ $i ]->get_id(),
				[
					'state'       => 'done',
					'remote_type' => 'invoice',
					'remote_id'   => 7000 + $i,
				]
			);
		}
		$column = ( new AdminObjects() )->get( OrderListColumn::class );
		$column->handle_woocommerce_order_query( (object) [ 'orders' => $orders ] );
		$before = $wpdb->num_queries;
		ob_start();
		foreach ( $orders as $order ) {
			$column->handle_custom_column( 'orderinvoicer', $order );
		}
		self::assertSame( 50, substr_count( (string) ob_get_clean(), '>Draft invoice<' ) );
		self::assertLessThanOrEqual( 2, $wpdb->num_queries - $before );
	}

	public function test_a_pill_says_its_reason_in_words_and_leads_to_the_document_or_to_the_log(): void {
		$this->place_orders();
		$made = $this->cell( 'done' );
		self::assertStringContainsString( 'id=71', $made );
		self::assertStringContainsString( 'status-processing', $made );
		self::assertStringContainsString( 'Invoice <span style="display: inline-block">F-1</span>', $made );

		$stopped = $this->cell( 'stopped' );
		self::assertStringContainsString( '#/todo?order=' . $this->orders['stopped'], $stopped );
		self::assertMatchesRegularExpression( '/data-tip="[^"]+TVA 20/', $stopped );
		self::assertMatchesRegularExpression( '/screen-reader-text">[^<]+TVA 20/', $stopped );

		self::assertStringContainsString( 'Invoice: in the works', $this->cell( 'waits' ) );
		self::assertStringContainsString( 'Invoice: left out', $this->cell( 'left out' ) );
		self::assertStringContainsString( 'Draft invoice: needs you', $this->cell( 'not final' ) );
		self::assertSame( '', $this->cell( 'untouched' ) );
	}

	private function cell( string $name ): string {
		$order  = wc_get_order( $this->orders[ $name ] );
		$column = ( new AdminObjects() )->get( OrderListColumn::class );
		$column->handle_woocommerce_order_query( (object) [ 'orders' => [ $order ] ] );
		ob_start();
		$column->handle_custom_column( 'orderinvoicer', $order );
		return (string) ob_get_clean();
	}

	/**
	 * @param array<string, string> $asked
	 * @return array{list<int>, int} ids of the page, and how many there are in all.
	 */
	private function listed( string $own_tables, array $asked ): array {
		$_GET     = $asked;
		$_REQUEST = $asked;
		return $own_tables === 'yes' ? $this->of_woocommerce() : $this->of_wordpress( $asked );
	}

	/** @return array{list<int>, int} */
	private function of_woocommerce(): array {
		$GLOBALS['hook_suffix'] = 'woocommerce_page_wc-orders';
		set_current_screen( 'woocommerce_page_wc-orders' );
		$table = new ListTable();
		$table->setup( [ 'order_type' => 'shop_order' ] );
		$table->prepare_items();
		$ids = array_map( static fn ( \WC_Order $order ): int => $order->get_id(), $table->items );
		return [ array_values( $ids ), (int) $table->get_pagination_arg( 'total_items' ) ];
	}

	/**
	 * @param array<string, string> $asked
	 * @return array{list<int>, int}
	 */
	private function of_wordpress( array $asked ): array {
		$GLOBALS['pagenow']      = 'edit.php';
		$GLOBALS['wp_the_query'] = new \WP_Query();
		$GLOBALS['wp_query']     = $GLOBALS['wp_the_query'];
		set_current_screen( 'edit-shop_order' );
		wp_edit_posts_query( $asked + [ 'post_type' => 'shop_order' ] );
		$query = $GLOBALS['wp_the_query'];
		return [ array_column( $query->posts, 'ID' ), (int) $query->found_posts ];
	}

	private function store( string $own_tables ): void {
		$this->filters = [
			'pre_option_woocommerce_custom_orders_table_enabled'           => static fn (): string => $own_tables,
			'pre_option_woocommerce_custom_orders_table_data_sync_enabled' => static fn (): string => 'no',
		];
		foreach ( $this->filters as $hook => $filter ) {
			add_filter( $hook, $filter );
		}
	}

	private function place_orders(): void {
		$done = [
			'state'         => 'done',
			'remote_type'   => 'invoice',
			'remote_id'     => 71,
			'remote_number' => 'F-1',
		];
		$rows = [
			'untouched'   => [],
			'done'        => [ $done ],
			'waits'       => [ [] ],
			'stopped'     => [
				[
					'state'         => 'attention',
					'error_code'    => 'tax_unmapped',
					'error_message' => '{"rate_id":1,"rate_label":"TVA 20","percent":"20"}',
				],
			],
			'not final'   => [
				[ 'remote_number' => '' ] + $done,
				[
					'effect' => 'validate_invoice',
					'state'  => 'attention',
				],
			],
			'email waits' => [
				$done,
				[
					'effect' => 'send_document',
					'part'   => 'invoice',
				],
			],
			'left out'    => [
				[
					'state'      => 'skipped',
					'error_code' => 'workflow_disabled',
				],
				[ 'effect' => 'follow_order' ],
			],
			'estimate'    => [
				[
					'effect'      => 'create_estimate',
					'remote_type' => 'estimate',
				] + $done,
			],
		];
		foreach ( $rows as $name => $columns ) {
			$status                = $name === 'done' ? 'completed' : 'processing';
			$this->orders[ $name ] = wc_create_order( [ 'status' => $status ] )->get_id();
			foreach ( $columns as $one ) {
				$this->row( $this->orders[ $name ], $one );
			}
		}
	}

	/** @param array<string, string|int> $columns */
	private function row( int $order_id, array $columns ): void {
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
	}
}
