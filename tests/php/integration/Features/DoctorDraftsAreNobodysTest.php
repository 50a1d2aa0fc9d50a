<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** The doctor's drafts are no order's, no other shop's and no copies: what looks around in Sellsy passes them by. */
final class DoctorDraftsAreNobodysTest extends DoctorTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->shop = new SandboxShop( $this->sandbox );
		$this->shop->change_settings(
			[
				'invoice' => [
					'finalise' => 'manual',
					'email'    => false,
				] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_nothing_is_noticed_and_nobody_is_told(): void {
		$drafted = $this->drafted();
		do_action( Wakeups::SWEEP );
		$before = $this->overview();
		$rows   = $this->ledger();

		$record = $this->examine( drafts: true );
		self::assertCount( 5, $record->staying() );
		$told = 0;
		$count = static function () use ( &$told ): bool {
			++$told;
			return true;
		};
		add_filter( 'pre_wp_mail', $count );
		for ( $pass = 1; $pass <= 3; ++$pass ) {
			$this->hours_pass();
			do_action( Wakeups::SWEEP );
		}

		self::assertNull( orderinvoicer_demo_call( 'GET', '/status' )['clash'] );
		self::assertSame( 'connected', orderinvoicer_demo_call( 'POST', '/connection/test' )['state'] );
		self::assertNull( orderinvoicer_demo_call( 'GET', '/status' )['clash'] );
		self::assertSame( $before, $this->overview() );
		self::assertSame( $rows, $this->ledger() );
		self::assertSame( 0, $told );
		remove_filter( 'pre_wp_mail', $count );

		$waiting = $this->placed(); // What looks around before a row that waited for an hour finds nothing either.
		$this->hours_pass();
		$this->shop->work( $waiting );

		self::assertSame( TaskState::Done, $this->shop->row( $waiting )->state );
		self::assertSame( '', $this->shop->row( $drafted )->remote_number );
		self::assertCount( 3, $this->sandbox->state()['invoices'] );
	}

	private function placed(): \WC_Order {
		$order = $this->shop->order();
		$order->set_status( 'processing' );
		$order->save();
		return $order;
	}

	private function drafted(): \WC_Order {
		$order = $this->placed();
		$this->shop->work( $order );
		return $order;
	}

	/** @return array<string, mixed> without moments, and what each call of Sellsy uses up. */
	private function overview(): array {
		$overview = array_diff_key( orderinvoicer_demo_call( 'GET', '/overview' ), [ 'quota' => null ] );
		array_walk_recursive(
			$overview,
			static function ( mixed &$value, int|string $name ): void {
				$value = str_ends_with( (string) $name, '_at' ) ? null : $value;
			}
		);
		return $overview;
	}

	/** @return list<array<string, mixed>> */
	private function ledger(): array {
		global $wpdb;
		return $wpdb->get_results(
			"SELECT id, order_id, effect, state, remote_id, problem FROM {$wpdb->prefix}orderinvoicer_sync ORDER BY id",
			ARRAY_A
		);
	}

	private function hours_pass(): void {
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET checked_at = checked_at - INTERVAL 1 HOUR,"
				. ' created_at = created_at - INTERVAL 1 HOUR'
		);
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_draft\\_look\\_%'" );
		$wpdb->query(
			"UPDATE {$wpdb->options} SET option_value = REPLACE( option_value, '\"looked_at\":1', '\"looked_at\":0,"
				. " \"before\":1' ) WHERE option_name = 'orderinvoicer_code_clash'"
		);
		wp_cache_flush();
	}
}
