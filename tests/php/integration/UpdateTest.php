<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use PHPUnit\Framework\Attributes\Group;

/**
 * A shop that an earlier release left in the middle of its work, with tasks in every state, gets today's files. Nothing
 * is lost; what was half done is finished once; each question is still asked.
 */
#[Group( 'real-woocommerce' )]
final class UpdateTest extends CommittedTestCase {

	/** Orders whose task stopped and asks a person: its effect, and what it says. */
	private const ASKED = [
		'draft gone'      => [ 'create_invoice', 'document_gone' ],
		'draft cancelled' => [ 'create_invoice', 'draft_to_delete' ],
		'tax unmapped'    => [ 'create_invoice', 'tax_unmapped' ],
		'several'         => [ 'create_invoice', 'several_customers' ],
		'rejected'        => [ 'create_invoice', 'rejected' ],
		'method unset'    => [ 'record_payment', 'payment_method_unset' ],
		'email unknown'   => [ 'send_document', 'send_unknown' ],
		'edited'          => [ 'create_invoice', 'differs_from_order' ],
		'parent stopped'  => [ 'create_order', 'rejected' ],
		'over due'        => [ 'record_payment', 'payment_over_due' ],
		'accepted too'    => [ 'follow_document', 'accepted_not_paid' ],
	];

	private const LEFT_OUT = [
		'draft left out' => 'done_by_hand',
		'by hand'        => 'done_by_hand',
		'cancelled'      => 'no_longer_triggered',
		'nothing'        => 'nothing_to_invoice',
	];

	private const WITHOUT_INVOICE = [
		'draft gone',
		'draft left out',
		'tax unmapped',
		'several',
		'rejected',
		'by hand',
		'cancelled',
		'nothing',
		'parent stopped',
		'linked',
	];

	private const ISSUED_ANEW = [ 'issued anew', 'issued half', 'issued for company' ];

	/** Their refunds. */
	private const CREDITED = [ 'draft refunded', 'credited', 'credited unpaid', 'credit unknown' ];

	private const PAID_BACK = [ 'credited', 'credit unknown' ];

	/** Payments that carry no key of their order: by a person, or moved to its new customer. */
	private const NOTED = [
		'over due'           => null,
		'issued for company' => '/1',
	];

	private const DRAFTS = [ 'draft cancelled', 'old 1', 'old 2', 'old 3', 'old 4', 'old 5', 'old 6' ];

	/** Final invoices that nothing was paid of, or that a credit note was set against. */
	private const OPEN = [ 'draft', 'taken off', 'credited unpaid', 'method unset' ];

	/** Four of the individuals are a person's own. */
	private const MADE_ONCE = [
		'individuals' => 9,
		'companies'   => 2,
		'contacts'    => 2,
		'items'       => 3,
		'stock'       => 2,
		'orders'      => 1,
		'proformas'   => 2,
	];

	private const KEPT = [ 'orderinvoicer_sync', 'orderinvoicer_links', 'orderinvoicer_attempts', 'wc_orders_meta' ];

	private const PAGES = [ 'overview', 'status', 'diagnostics', 'backfill', 'customer-choices', 'settings', 'shop' ];

	private const PASSES = 10;

	private SandboxShop $shop;
	private OldSite $old;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->old  = new OldSite( $GLOBALS['wpdb'], $this->shop->sandbox );
		require_once dirname( __DIR__, 2 ) . '/environment/rest.php';
		self::assertFalse( ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->is_current(), 'It is an older one.' );
	}

	public function test_the_first_request_updates_the_tables_and_every_row_and_option_is_there(): void {
		$this->visit();
		self::assertTrue( ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->is_current() );
		self::assertSame( [], ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->missing() );
		$this->assert_every_row_is_there();
		$this->assert_every_row_is_understood();
		foreach ( $this->old->options as $name => $value ) {
			if ( $name !== Schema::VERSION_OPTION ) {
				self::assertSame( $value, $this->option( $name ), $name );
			}
		}
		self::assertNotFalse( as_next_scheduled_action( Wakeups::SWEEP ) );
	}

	public function test_the_pages_show_it_before_any_pass(): void {
		$this->visit();
		$rows   = $this->old->tables['orderinvoicer_sync'];
		$listed = array_filter( $rows, static fn ( array $row ): bool => $row['effect'] !== 'follow_order' );
		$states = array_count_values( array_column( $listed, 'state' ) );
		foreach ( [ 'queued', 'working', 'done', 'attention', 'skipped' ] as $state ) {
			$page = $this->asked( "/syncs?per_page=100&state=$state" );
			self::assertSame( (string) $states[ $state ], $page->get_headers()['X-WP-Total'] ?? '', $state );
		}
		foreach ( self::PAGES as $path ) {
			$this->asked( "/$path" );
		}
		foreach ( $this->old->orders as $order ) {
			$this->asked( "/orders/$order" );
			$this->asked( "/orders/$order/timeline" );
		}
	}

	public function test_what_was_half_done_is_finished_once_and_each_question_is_still_asked(): void {
		$this->visit();
		do_action( Wakeups::SWEEP );
		self::assertSame( 'working', $this->row( 'at work', 'create_invoice' )['state'], 'Another process has it.' );
		$this->time_passes( 1 );

		$this->assert_questions();
		$this->assert_documents();
		$this->assert_money();
		$state = $this->shop->sandbox->state();
		$sent  = array_column( $state['mails'], 'document_id' );
		self::assertSame( array_unique( $sent ), $sent, 'No document is sent twice.' );
		$counts = array_map( count( ... ), array_intersect_key( $state, self::MADE_ONCE ) );
		self::assertEquals( self::MADE_ONCE, $counts, 'Nobody and nothing is there twice.' );
		$this->assert_reported();
		$this->assert_answers_are_taken();
	}

	/**
	 * An invoice that somebody cancels, and a person tries again, whose order is refunded then; two proformas whose
	 * orders went on as paid; a payment that asked because Sellsy had it already; a marketplace's sale that was
	 * invoiced on all its orders.
	 */
	public function test_a_shop_that_uses_what_changed_gets_no_document_more_and_is_told_once(): void {
		$orders = $this->old->orders;
		$this->was_split( $orders['settles'], $orders['settles too'], $orders['settles as well'] );
		$this->visit();
		$cancelled = $this->row( 'account', 'create_invoice' )['remote_id'];
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$cancelled/cancel" );
		wc_create_refund(
			[
				'order_id' => $orders['account'],
				'amount'   => '5.00',
			]
		);
		foreach ( [ 'settles', 'settles too', 'settles as well' ] as $name ) {
			wc_get_order( $orders[ $name ] )->update_status( 'completed' );
		}
		$this->time_passes( 1 );
		$told = [
			...$this->asked_of( ...array_keys( self::ASKED ) ),
			"{$orders['account']} create_invoice document_cancelled",
		];
		self::assertEqualsCanonicalizing( $told, $this->all_asked() );
		$state = $this->shop->sandbox->state();
		$made  = array_column( $state['invoices'], 'order_reference' );
		self::assertSame( array_unique( $made ), $made, 'No order has two.' );
		self::assertCount( count( self::CREDITED ) + count( self::ISSUED_ANEW ), $state['credit_notes'] );
		$this->assert_money();

		$was = $this->shop->sandbox->state();
		$this->time_passes( 1 );
		$now = $this->shop->sandbox->state();
		self::assertEqualsCanonicalizing( $told, $this->all_asked(), 'Once.' );
		foreach ( [ 'invoices', 'credit_notes', 'payments' ] as $kind ) {
			self::assertCount( count( $was[ $kind ] ), $now[ $kind ], $kind );
		}
		$notes = wc_get_order_notes( [ 'order_id' => $orders['accepted'] ] );
		$texts = array_column( array_map( get_object_vars( ... ), $notes ), 'content' );
		$told  = array_filter( $texts, static fn ( string $text ): bool => str_contains( $text, 'accepted' ) );
		self::assertCount( 1, $told );
		$this->asked( "/tasks/{$this->row( 'over due', 'record_payment' )['id']}/retry", 'POST' );
		$this->time_passes( 1 );
		$row = $this->row( 'over due', 'record_payment' );
		self::assertSame( [ 'done', null ], [ $row['state'], $row['sent_at'] ], 'It is that payment.' );
		self::assertCount( count( $was['payments'] ), $this->shop->sandbox->state()['payments'] );
	}

	/** Nothing is recorded, and nothing asks about it. */
	public function test_a_shop_that_records_no_payments_hears_nothing_of_them(): void {
		global $wpdb;
		$settings = maybe_unserialize( $this->option( 'orderinvoicer_settings' ) );
		self::assertTrue( $settings['payments']['enabled'] );
		$settings['payments']['enabled'] = false;
		$stored = [ 'option_value' => maybe_serialize( $settings ) ];
		$wpdb->update( $wpdb->options, $stored, [ 'option_name' => 'orderinvoicer_settings' ] );
		wp_cache_flush();
		$begun = "effect = 'record_payment' AND ( sent_at IS NOT NULL OR remote_id > 0 )";
		$sent  = $this->ids( $begun );
		$this->visit();
		$this->time_passes( 1 );
		$this->time_passes( 1 );
		self::assertSame( $sent, $this->ids( $begun ) );
		self::assertEqualsCanonicalizing( $this->asked_of( ...array_keys( self::ASKED ) ), $this->all_asked() );
	}

	/** As Dokan does it. */
	private function was_split( int $parent, int ...$children ): void {
		global $wpdb;
		$metas = [ $parent => 'has_sub_order' ] + array_fill_keys( $children, '_dokan_vendor_id' );
		foreach ( $metas as $order => $meta ) {
			$wpdb->insert(
				"{$wpdb->prefix}wc_orders_meta",
				[
					'order_id'   => $order,
					'meta_key'   => $meta, // phpcs:ignore WordPress.DB.SlowDBQuery -- A row is written.
					'meta_value' => '1', // phpcs:ignore WordPress.DB.SlowDBQuery -- As above.
				]
			);
		}
		foreach ( $children as $child ) {
			$wpdb->update( "{$wpdb->prefix}wc_orders", [ 'parent_order_id' => $parent ], [ 'id' => $child ] );
		}
	}

	/** @return list<string> */
	private function asked_of( string ...$names ): array {
		return array_map(
			fn ( string $name ): string => "{$this->old->orders[ $name ]} " . implode( ' ', self::ASKED[ $name ] ),
			array_values( $names )
		);
	}

	/** @return list<string> order, effect and what it says. */
	private function all_asked(): array {
		global $wpdb;
		$table = "{$wpdb->prefix}orderinvoicer_sync";
		$sql   = "SELECT CONCAT_WS( ' ', order_id, effect, error_code ) FROM $table WHERE state = 'attention'";
		return $wpdb->get_col( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
	}

	/** What a person then decides is done as ever. */
	private function assert_answers_are_taken(): void {
		$answers = [
			'email unknown'  => [ 'send_document', 'sent' ],
			'draft gone'     => [ 'create_invoice', 'retry' ],
			'parent stopped' => [ 'create_order', 'retry' ],
		];
		foreach ( $answers as $name => [ $effect, $act ] ) {
			orderinvoicer_demo_call( 'POST', "/syncs/{$this->row( $name, $effect )['id']}/$act" );
		}
		$this->time_passes( 0 );
		$invoices = array_column( $this->shop->sandbox->state()['invoices'], 'order_reference' );
		self::assertSame( 'done', $this->row( 'email unknown', 'send_document' )['state'] );
		foreach ( [ 'draft gone', 'parent stopped' ] as $name ) {
			self::assertSame( 'done', $this->row( $name, 'create_invoice' )['state'], $name );
			self::assertContains( $this->key( $name ), $invoices, $name );
		}
	}

	/** As whoever comes first does, with the new files in place. */
	private function visit(): void {
		self::assertNotFalse( file_get_contents( home_url( '/' ) ) );
		wp_cache_flush();
	}

	/** @param int $waiting tasks that wait for a person's answer to another one. */
	private function time_passes( int $waiting ): void {
		$passes = 0;
		do {
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
			$left = count( $this->ids( "state IN ( 'queued', 'working' ) OR state = 'done' AND checked_at IS NULL" ) );
		} while ( $left > $waiting && ++$passes < self::PASSES );
		wp_cache_flush();
	}

	private function assert_every_row_is_there(): void {
		global $wpdb;
		foreach ( self::KEPT as $table ) {
			$sql = "SELECT * FROM {$wpdb->prefix}$table ORDER BY id";
			$now = $wpdb->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
			self::assertCount( count( $this->old->tables[ $table ] ), $now, $table );
			foreach ( $this->old->tables[ $table ] as $i => $row ) {
				self::assertSame( $row, array_intersect_key( $now[ $i ], $row ), $table );
			}
		}
	}

	private function assert_every_row_is_understood(): void {
		$ledger = new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
		foreach ( $this->old->tables['orderinvoicer_sync'] as $row ) {
			$task = $ledger->find( (int) $row['id'] );
			self::assertInstanceOf( Task::class, $task );
			$read = [
				'order_id'      => (string) $task->key->order_id,
				'refund_id'     => (string) $task->key->refund_id,
				'effect'        => $task->key->effect->value,
				'part'          => $task->key->part,
				'revision'      => (string) $task->key->revision,
				'parent_id'     => (string) $task->parent_id,
				'state'         => $task->state->value,
				'lock_token'    => $task->lock_token,
				'remote_id'     => (string) $task->remote_id,
				'remote_number' => $task->remote_number,
				'sent_key'      => $task->intent->key,
				'snapshot_hash' => $task->intent->snapshot_hash,
				'error_code'    => $task->problem->code->value ?? '',
			];
			self::assertEquals( array_intersect_key( $row, $read ), array_intersect_key( $read, $row ) );
			$facts = (array) json_decode( (string) $row['error_message'], true );
			self::assertSame( $facts, $task->problem->facts ?? [] );
		}
	}

	private function assert_questions(): void {
		$asked = [];
		foreach ( self::ASKED as $name => [ $effect ] ) {
			$row            = $this->row( $name, $effect );
			$asked[ $name ] = [ $effect, $row['state'] === 'attention' ? $row['error_code'] : $row['state'] ];
		}
		self::assertSame( self::ASKED, $asked );
		self::assertCount( count( self::ASKED ), $this->ids( "state = 'attention'" ), 'Nothing else is asked.' );
		foreach ( self::LEFT_OUT as $name => $code ) {
			$row = $this->row( $name, 'create_invoice' );
			self::assertSame( [ 'skipped', $code ], [ $row['state'], $row['error_code'] ], $name );
		}
		$waiting = $this->row( 'parent stopped', 'create_invoice' )['id'];
		self::assertSame( [ $waiting ], $this->ids( "state IN ( 'queued', 'working' )" ), 'Nothing else is left.' );
	}

	private function assert_documents(): void {
		$state    = $this->shop->sandbox->state();
		$expected = $this->keys( ...$this->others( self::WITHOUT_INVOICE ) );
		foreach ( self::ISSUED_ANEW as $name ) {
			$expected[] = "{$this->key( $name )}/R1";
		}
		$ours   = array_filter( $state['invoices'], static fn ( array $one ): bool => $one['order_reference'] !== '' );
		$made   = array_column( $ours, 'order_reference' );
		$status = array_column( $ours, 'status', 'order_reference' );
		$drafts = array_keys( $status, 'draft', true );
		self::assertEqualsCanonicalizing( $expected, $made, 'One for each order.' );
		self::assertEqualsCanonicalizing( $this->keys( ...self::DRAFTS ), $drafts );
		$unpaid = array_diff( $made, $drafts, array_keys( $status, 'paid', true ) );
		self::assertEqualsCanonicalizing( $this->keys( ...self::OPEN ), $unpaid );
		self::assertCount( count( self::CREDITED ) + count( self::ISSUED_ANEW ), $state['credit_notes'] );
		self::assertNotContains( 'draft', array_column( $state['credit_notes'], 'status' ) );
	}

	private function assert_money(): void {
		$payments = $this->shop->sandbox->state()['payments'];
		$without  = array_diff( self::WITHOUT_INVOICE, [ 'linked' ] );
		$others   = $this->others( [ ...$without, ...self::DRAFTS, ...self::OPEN, ...array_keys( self::NOTED ) ] );
		$paid     = [ ...$this->keys( ...$others ), ...$this->noted() ];
		$incoming = array_filter( $payments, static fn ( array $payment ): bool => $payment['type'] === 'credit' );
		self::assertEqualsCanonicalizing( $paid, array_column( $incoming, 'note' ), 'One for each paid order.' );
		self::assertCount( count( self::PAID_BACK ), array_diff_key( $payments, $incoming ) );
	}

	/** Each document that stands has its amounts in the report, old ones too. */
	private function assert_reported(): void {
		global $wpdb;
		$amounts  = "{$wpdb->prefix}orderinvoicer_amounts";
		$sql      = "SELECT sync_id FROM $amounts WHERE incl_tax > 0 AND order_read_at IS NOT NULL ORDER BY sync_id";
		$reported = $wpdb->get_col( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
		$standing = $this->ids( "effect LIKE 'create\\_%' AND remote_id > 0 AND error_code <> 'document_gone'" );
		self::assertSame( $standing, $reported );
	}

	private function asked( string $path, string $method = 'GET' ): \WP_REST_Response {
		$this->sign_in_as_admin();
		$request = \WP_REST_Request::from_url( rest_url( "/orderinvoicer/v1$path" ) );
		self::assertNotFalse( $request );
		$request->set_method( $method );
		$response = rest_do_request( $request );
		self::assertSame( 200, $response->get_status(), $path . (string) wp_json_encode( $response->get_data() ) );
		return $response;
	}

	private function option( string $name ): ?string {
		global $wpdb;
		$sql = "SELECT option_value FROM {$wpdb->options} WHERE option_name = %s";
		return $wpdb->get_var( $wpdb->prepare( $sql, $name ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- Just above.
	}

	/** @return list<string> of tasks. */
	private function ids( string $where ): array {
		global $wpdb;
		$sql = "SELECT id FROM {$wpdb->prefix}orderinvoicer_sync WHERE $where ORDER BY id";
		return $wpdb->get_col( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
	}

	/** @return array<string, string|null> */
	private function row( string $name, string $effect ): array {
		global $wpdb;
		$sql = "SELECT * FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d AND effect = %s ORDER BY revision";
		$sql = $wpdb->prepare( $sql, $this->old->orders[ $name ], $effect ); // phpcs:ignore WordPress.DB.PreparedSQL
		$row = $wpdb->get_row( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL -- Just above.
		self::assertIsArray( $row, "$name: $effect" );
		return $row;
	}

	/**
	 * @param list<string> $names
	 * @return list<string> of all orders but these.
	 */
	private function others( array $names ): array {
		return array_values( array_diff( array_keys( $this->old->orders ), $names ) );
	}

	/** @return list<string> */
	private function keys( string ...$names ): array {
		return array_map( $this->key( ... ), array_values( $names ) );
	}

	/** @return list<string|null> */
	private function noted(): array {
		$note = fn ( string $name, ?string $end ): ?string => $end === null ? null : $this->key( $name ) . $end;
		return array_map( $note, array_keys( self::NOTED ), self::NOTED );
	}

	/** What its invoice and its payment carry at Sellsy. */
	private function key( string $name ): string {
		return "127-{$this->old->orders[ $name ]}";
	}
}
