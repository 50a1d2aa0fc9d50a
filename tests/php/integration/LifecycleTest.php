<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Requirements;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\FillOutcomes;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;

/** What is left of the plugin when it is switched off, and when it is deleted. */
final class LifecycleTest extends CommittedTestCase {

	private const PLUGIN = 'orderinvoicer/orderinvoicer.php';

	public function test_deactivation_takes_every_schedule_and_nothing_else(): void {
		$this->set_up_traces();
		do_action( Wakeups::SWEEP );
		do_action( 'deactivate_' . self::PLUGIN, false );

		self::assertSame( [], $this->scheduled() );
		self::assertStringEndsWith(
			'.',
			get_option( EditsSeen::OPTION ),
			'What orders become meanwhile is nobody\'s but a back-fill\'s.'
		);
		self::assertFalse(
			get_option( Heartbeat::SWEEP_OPTION ),
			'Switched on again it is no shop whose passes stopped.'
		);
		self::assertSame( [], ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->missing() );
		self::assertNotSame( [], $this->options( SodiumSecretStore::OPTION_PREFIX ) );
	}

	public function test_activation_makes_what_is_missing(): void {
		$schema = new Schema( $GLOBALS['wpdb'], Features::TABLES );
		$schema->drop();
		do_action( 'activate_' . self::PLUGIN, false );

		self::assertSame( [], $schema->missing() );
		self::assertTrue( $schema->is_current() );
	}

	/** A backup without them, a tool that "cleans" the database: the version option still says that all is there. */
	public function test_activation_brings_lost_tables_and_indexes_back(): void {
		global $wpdb;
		$schema = new Schema( $wpdb, Features::TABLES );
		$wpdb->query( "DROP TABLE {$wpdb->prefix}orderinvoicer_attempts" );
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP INDEX effect_once" );
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_links DROP COLUMN origin" );
		self::assertTrue( $schema->is_current() );
		do_action( 'activate_' . self::PLUGIN, false );

		self::assertSame( [], $schema->missing() );
		self::assertSame(
			[ '0' ],
			array_unique(
				$wpdb->get_col( "SHOW INDEX FROM {$wpdb->prefix}orderinvoicer_sync WHERE Key_name = 'effect_once'", 1 )
			),
			'It is what makes a second invoice impossible.'
		);
	}

	/** Rows of earlier releases do not say so themselves; a setting that is saved later makes none of them final. */
	public function test_an_update_leaves_drafts_to_the_person_who_was_to_make_them_final(): void {
		$rules = [
			[
				'id'       => 7,
				'gateways' => [ 'bacs' ],
				'finalise' => 'manual',
			],
		];
		update_option(
			OptionSettings::OPTION,
			[
				'invoice'    => [ 'finalise' => 'at_once' ] + [ 'rules' => $rules ],
				'creditnote' => [ 'finalise' => 'manual' ],
			]
		);
		$kept = [
			$this->draft( 1, 'create_invoice', rule: 0 ),
			$this->draft( 2, 'create_invoice', rule: 7 ),
			$this->draft( 3, 'create_invoice', rule: 7, number: 'F-1' ),
			$this->draft( 4, 'create_creditnote', rule: 0 ),
			$this->draft( 5, 'create_creditnote', rule: 0, is_answered: false ),
			$this->draft( 6, 'create_invoice', rule: 8 ),
		];
		update_option( Schema::VERSION_OPTION, 12 );
		do_action( 'init' );

		self::assertTrue( ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->is_current() );
		self::assertSame( [ '0', '1', '0', '1', '1', '1' ], array_map( $this->awaits_person( ... ), $kept ) );
	}

	/** 12 is the version of 5b1f3ed9; nothing older was ever published. */
	public function test_a_database_older_than_that_is_left_as_it_is_and_its_owner_is_told(): void {
		global $wpdb;
		$id           = $this->draft( 1, 'create_invoice', rule: 0 );
		$requirements = new Requirements( ORDERINVOICER_FILE );
		wp_set_current_user( 1 );
		$told = static function () use ( $requirements ): string {
			ob_start();
			$requirements->handle_admin_notices();
			return (string) ob_get_clean();
		};
		$is_begun = static function () use ( $requirements ): bool {
			$begun = false;
			$requirements->when_met(
				static function () use ( &$begun ): void {
					$begun = true;
				}
			);
			return $begun;
		};
		self::assertStringNotContainsString( 'development version', $told() );
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP COLUMN outcome" );
		update_option( Schema::VERSION_OPTION, 11 );
		self::assertFalse( $is_begun() );
		self::assertStringContainsString( 'development version', $told() );
		foreach ( [ 'init', 'activate_' . self::PLUGIN ] as $hook ) {
			do_action( $hook, false );
		}
		self::assertSame( 11, (int) get_option( Schema::VERSION_OPTION ) );
		self::assertContains(
			'orderinvoicer_sync.outcome',
			( new Schema( $wpdb, Features::TABLES ) )->missing(),
			'Nothing was done to them.'
		);
		self::assertSame( '0', $this->awaits_person( $id ) );

		update_option( Schema::VERSION_OPTION, 12 );
		self::assertTrue( $is_begun() );
		do_action( 'init' );
		self::assertTrue( Schema::is_current() );
	}

	/** A setting that was saved since changes nothing about them. */
	public function test_rows_that_say_who_makes_their_drafts_final_keep_it_and_outcomes_are_filled_anew(): void {
		update_option( OptionSettings::OPTION, [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$id = $this->draft( 1, 'create_invoice', rule: 0 );
		update_option( FillOutcomes::OPTION, 'done' );
		update_option( Schema::VERSION_OPTION, 14 );
		do_action( 'init' );

		self::assertTrue( ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->is_current() );
		self::assertSame( '0', $this->awaits_person( $id ) );
		self::assertFalse( get_option( FillOutcomes::OPTION ) );
	}

	/** WordPress takes an option for absent that it could not read, and adding one writes over it. */
	public function test_settings_that_cannot_be_read_are_not_written_over(): void {
		global $wpdb;
		$settings = [ 'shop_code' => 'SHOP' ];
		update_option( OptionSettings::OPTION, $settings, false );
		$refuse = static fn ( string $query ): string =>
			str_starts_with( $query, 'SELECT option_value' ) && str_contains( $query, OptionSettings::OPTION )
				? 'NO SQL'
				: $query;
		wp_cache_flush();
		$shows = $wpdb->suppress_errors();
		add_filter( 'query', $refuse );
		do_action( 'activate_' . self::PLUGIN, false );
		remove_filter( 'query', $refuse );
		$wpdb->suppress_errors( $shows );
		wp_cache_flush();

		self::assertSame( $settings, get_option( OptionSettings::OPTION ) );
	}

	/** An option that is asked on each request, and is not there, costs a query each time. */
	public function test_activation_leaves_settings_that_cost_no_query_and_keeps_those_that_are_there(): void {
		delete_option( OptionSettings::OPTION );
		do_action( 'activate_' . self::PLUGIN, false );
		self::assertSame( [], get_option( OptionSettings::OPTION ) );
		self::assertArrayHasKey( OptionSettings::OPTION, wp_load_alloptions( true ) );

		update_option( OptionSettings::OPTION, [ 'shop_code' => 'SHOP' ] );
		do_action( 'activate_' . self::PLUGIN, false );
		self::assertSame( [ 'shop_code' => 'SHOP' ], get_option( OptionSettings::OPTION ) );
	}

	public function test_uninstalling_takes_secrets_and_schedules_and_keeps_what_the_owner_did_not_give_up(): void {
		$order_id = $this->set_up_traces();
		$this->uninstall();

		self::assertSame( [], $this->options( SodiumSecretStore::OPTION_PREFIX ) );
		self::assertSame( [], $this->options( '_transient_orderinvoicer_' ), 'Lists of staff are personal.' );
		self::assertSame( [], $this->options( '_transient_timeout_orderinvoicer_' ) );
		self::assertFalse( get_option( OptionConnection::OPTION ), 'Who was connected is personal.' );
		self::assertSame( [], $this->options( 'orderinvoicer_token_lock' ) );
		self::assertSame( [], $this->options( 'orderinvoicer_stock_look' ), 'A consent.' );
		self::assertSame( [], $this->scheduled() );

		self::assertSame( [], ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->missing() );
		self::assertIsArray( get_option( OptionSettings::OPTION ) );
		self::assertSame(
			[
				'client'  => 'a',
				'account' => 'b',
			],
			get_option( 'orderinvoicer_account' ),
			'What the ledger\'s ids belong to, without the name, which may be a person\'s.'
		);
		self::assertSame( '7/F-1', $this->order( $order_id )->get_meta( '_orderinvoicer_invoice_noted' ) );
	}

	public function test_uninstalling_takes_everything_where_the_owner_chose_so(): void {
		$order_id = $this->set_up_traces();
		$settings = (array) get_option( OptionSettings::OPTION );
		update_option( OptionSettings::OPTION, [ 'delete_data_on_uninstall' => true ] + $settings );
		$this->uninstall();

		self::assertSame( [], $this->options( 'orderinvoicer_' ) );
		self::assertSame( [], $this->options( '_transient_orderinvoicer_' ) );
		self::assertSame( [], $GLOBALS['wpdb']->get_col( "SHOW TABLES LIKE '%orderinvoicer%'" ) );
		self::assertSame( [], $this->scheduled() );
		self::assertSame( '', $this->order( $order_id )->get_meta( '_orderinvoicer_invoice_noted' ) );
		self::assertSame(
			'https://www.sellsy.com/7',
			$this->order( $order_id )->get_meta( 'orderinvoicer.invoice_url' ),
			'The shop\'s own record.'
		);
	}

	/** @return int an order with our meta. */
	private function draft(
		int $order_id,
		string $effect,
		int $rule,
		string $number = '',
		bool $is_answered = true,
	): int {
		global $wpdb;
		$row = [
			'order_id'      => $order_id,
			'effect'        => $effect,
			'workflow_id'   => $rule,
			'state'         => $is_answered ? 'done' : 'queued',
			'sent_at'       => '2026-03-02 10:00:00',
			'remote_id'     => $is_answered ? 70 + $order_id : 0,
			'remote_number' => $number,
			'error_message' => '',
		];
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			$row + array_fill_keys( [ 'due_at', 'created_at', 'updated_at' ], '2026-03-02 10:00:00' )
		);
		return (int) $wpdb->insert_id;
	}

	private function awaits_person( int $id ): string {
		global $wpdb;
		return (string) $wpdb->get_var(
			$wpdb->prepare( "SELECT awaits_person FROM {$wpdb->prefix}orderinvoicer_sync WHERE id = %d", $id )
		);
	}

	private function set_up_traces(): int {
		SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) )->set( 'credentials', '{}' );
		( new OptionConnection() )->remember( 'client', null );
		update_option(
			'orderinvoicer_account',
			[
				'client'  => 'a',
				'account' => 'b',
				'name'    => 'Client Test',
			]
		);
		update_option( 'orderinvoicer_token_lock', '1:a' );
		update_option( 'orderinvoicer_stock_look', '{"approved":true}' );
		set_transient( 'orderinvoicer_list_staffs_a', [ 'a' ], 3600 );
		if ( ! is_array( get_option( OptionSettings::OPTION ) ) ) {
			update_option( OptionSettings::OPTION, [ 'shop_code' => 'SHOP' ] );
		}
		as_schedule_single_action( time() + 60, ActionSchedulerQueue::HOOK, [ 1 ], ActionSchedulerQueue::GROUP );
		( new Wakeups() )->reconcile();
		self::assertCount( 2, $this->scheduled() );
		$order = wc_create_order();
		self::assertInstanceOf( \WC_Order::class, $order );
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/7' );
		$order->update_meta_data( '_orderinvoicer_invoice_noted', '7/F-1' );
		$order->save();
		return $order->get_id();
	}

	private function uninstall(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in keeps actions elsewhere than Action Scheduler.' );
		}
		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', self::PLUGIN );
		require dirname( __DIR__, 3 ) . '/uninstall.php';
		wp_cache_flush();
	}

	/** @return list<string> hooks that wait. */
	private function scheduled(): array {
		return array_values(
			array_filter(
				[ ActionSchedulerQueue::HOOK, Wakeups::SWEEP ],
				static fn( string $hook ): bool => as_has_scheduled_action( $hook, null, ActionSchedulerQueue::GROUP )
			)
		);
	}

	/** @return list<string> names that begin so. */
	private function options( string $prefix ): array {
		global $wpdb;
		return $wpdb->get_col(
			$wpdb->prepare(
				"SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s",
				$wpdb->esc_like( $prefix ) . '%'
			)
		);
	}

	private function order( int $order_id ): \WC_Order {
		$order = wc_get_order( $order_id );
		self::assertInstanceOf( \WC_Order::class, $order );
		return $order;
	}
}
