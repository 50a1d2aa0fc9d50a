<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use PHPUnit\Framework\Assert;

/** A shop connected to an empty sandbox. */
final class SandboxShop {

	public function __construct( public readonly Sandbox $sandbox ) {}

	public function connect(): void {
		$this->sandbox->reset();
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_links" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_amounts" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_stock" );
		$wpdb->query(
			"DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_%'"
				. " AND option_name <> 'orderinvoicer_schema_version'"
		);
		wp_cache_flush();
		ConnectedShop::connect( $this->sandbox );
	}

	/** Three of one article; the stand-in for WooCommerce has recorded orders only. */
	public function order(): \WC_Order {
		return class_exists( \Standin_Recordings::class )
			? ( new \Standin_Recordings() )->place( 'ttc-three-at-9-99', 'client@example.com' )
			: $this->calculated_order();
	}

	/** By real WooCommerce alone. */
	public function order_of( \WC_Product $product, int $quantity ): \WC_Order {
		$order = wc_create_order();
		$order->add_product( $product, $quantity );
		$order->set_address(
			[
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => 'client@example.com',
				'address_1'  => '1 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			],
			'billing'
		);
		$order->calculate_totals();
		$order->save();
		return $order;
	}

	public function work( \WC_Order $order ): void {
		do_action( ActionSchedulerQueue::HOOK, $this->row( $order )->id );
	}

	public function is_finished( \WC_Order $order ): bool {
		$row = $this->row( $order );
		return $row->state === TaskState::Done && $row->remote_number !== '';
	}

	public function row( \WC_Order $order ): Task {
		$row = $this->ledger()->find_by_key( new TaskKey( $order->get_id(), Effect::CreateInvoice ) );
		Assert::assertNotNull( $row );
		return $row;
	}

	public function find(
		\WC_Order $order,
		Effect $effect,
		string $part = '',
		int $refund_id = 0,
		int $revision = 0,
	): ?Task {
		$key = new TaskKey(
			order_id: $order->get_id(),
			effect: $effect,
			refund_id: $refund_id,
			part: $part,
			revision: $revision
		);
		return $this->ledger()->find_by_key( $key );
	}

	/** @return list<Task> of the order. */
	public function rows( \WC_Order $order ): array {
		return $this->ledger()->for_order( $order->get_id() );
	}

	/** @return list<Task> of the order that need a person. */
	public function stopped( \WC_Order $order ): array {
		return array_values(
			array_filter(
				$this->rows( $order ),
				static fn ( Task $task ): bool => $task->state === TaskState::Attention
			)
		);
	}

	/** A row that looks after the order's documents is due. */
	public function follow( \WC_Order $order ): void {
		$this->ledger()->follow( $order->get_id(), ( new SystemClock() )->now() );
	}

	/** Works the row, or does an action, in a process that dies on the way; true when nothing was left to die of. */
	public function run_and_die( int|string $row, string $kind, int $at ): bool {
		$process = proc_open(
			[ PHP_BINARY, __DIR__ . '/mortal-runner.php', (string) $row, $kind, (string) $at ],
			[
				1 => [ 'pipe', 'w' ],
				2 => STDERR,
			],
			$pipes
		);
		Assert::assertIsResource( $process );
		$printed = (string) stream_get_contents( $pipes[1] );
		proc_close( $process );
		return $printed !== '';
	}

	/** Minutes pass after a runner died. */
	public function lapse_leases(): void {
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET updated_at = DATE_SUB( updated_at, INTERVAL 5 MINUTE )"
				. " WHERE state = 'done' AND checked_at IS NULL"
		);
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET locked_until = '2020-01-01 00:00:00' WHERE state = 'working'"
		);
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_links SET locked_until = '2020-01-01 00:00:00' WHERE lock_token <> ''"
		);
	}

	/** Nothing is left to do, and every document has its copies. */
	public function is_at_rest(): bool {
		global $wpdb;
		return (int) $wpdb->get_var(
			"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync WHERE state IN ( 'queued', 'working' )"
				. " OR ( state = 'done' AND checked_at IS NULL )"
		) === 0;
	}

	/** Payments are recorded and invoices sent. */
	public function settle_everything(): void {
		$methods = orderinvoicer_demo_call( 'GET', '/payment-methods' );
		$this->change_settings(
			[
				'invoice'  => [ 'email' => true ] + $this->like_invoice( 'confirmed' ),
				'payments' => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => array_map(
						static fn ( string $gateway ): array => [
							'gateway'   => $gateway,
							'method_id' => $methods['methods'][0]['id'],
						],
						[ 'cheque', 'bacs', 'gift_card', 'wallet' ]
					),
				],
			]
		);
	}

	/** For an hour already: what was paid in this time is no matter of before (`RecordEarlier`). */
	public function payments_are_on_for_long(): void {
		$stored                       = (array) get_option( OptionSettings::OPTION );
		$stored['payments']['since'] -= HOUR_IN_SECONDS;
		update_option( OptionSettings::OPTION, $stored );
	}

	/** @param array<string, mixed> $settings */
	public function change_settings( array $settings ): void {
		orderinvoicer_demo_call( 'POST', '/settings', $settings );
	}

	/** @return array<string, mixed> a workflow that is set as the invoice's. */
	public function like_invoice( string $trigger ): array {
		return [
			'enabled' => true,
			'trigger' => $trigger,
		] + orderinvoicer_demo_call( 'GET', '/settings' )['invoice'];
	}

	/** Orders saved until now are old enough to be looked at. */
	public function time_passes_for_edits(): void {
		global $wpdb;
		$long_ago = time() - 3600;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->options} SET option_value = %s WHERE option_name = 'orderinvoicer_edits_seen_until'",
				sprintf( '%1$d.0.%1$d', $long_ago - 60 )
			)
		);
		$gmt = gmdate( 'Y-m-d H:i:s', $long_ago );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = %s", $gmt ) );
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->posts} SET post_modified_gmt = %s, post_modified = %s WHERE post_type = 'shop_order'",
				$gmt,
				$gmt
			)
		);
		wp_cache_flush();
	}

	/** @return array<string, mixed> */
	public function only_invoice(): array {
		$invoices = $this->sandbox->state()['invoices'];
		Assert::assertCount( 1, $invoices );
		return $invoices[0];
	}

	/** Time passes: rows are due, pauses may be looked at, searches were made long ago. */
	public function make_all_due(): void {
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET due_at = '2020-01-01 00:00:00' WHERE state = 'queued'"
		);
		$earlier = (string) wp_json_encode( [ 'empty_search_at' => time() - 121 ] );
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_sync SET error_message = %s"
					. " WHERE LOCATE( 'empty_search_at', error_message ) > 0",
				$earlier
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_links SET empty_search_at = %s WHERE empty_search_at IS NOT NULL",
				gmdate( 'Y-m-d H:i:s', time() - 121 )
			)
		);
		$wpdb->query(
			"UPDATE {$wpdb->options} SET option_value = REPLACE( option_value, '\"until\":\"2', '\"until\":\"1' )"
				. " WHERE option_name LIKE 'orderinvoicer\\_pause\\_%'"
		);
	}

	private function calculated_order(): \WC_Order {
		$products = wc_get_products(
			[
				'limit' => 1,
				'type'  => 'simple',
			]
		);
		return $this->order_of( $products[0], 3 );
	}

	private function ledger(): WpdbLedger {
		return new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
	}
}
