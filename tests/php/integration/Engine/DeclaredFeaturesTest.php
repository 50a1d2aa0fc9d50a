<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use Automattic\WooCommerce\Internal\Features\FeaturesController;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\Group;

/** Every feature of WooCommerce that a shop may switch on is on. */
#[Group( 'real-woocommerce' )]
final class DeclaredFeaturesTest extends CommittedTestCase {

	private const PLUGIN = 'orderinvoicer/orderinvoicer.php';

	/** @var array<string, mixed> options as they were. */
	private array $were = [];

	protected function tearDown(): void {
		foreach ( $this->were as $option => $value ) {
			$value === null ? delete_option( $option ) : update_option( $option, $value );
		}
		parent::tearDown();
	}

	public function test_an_order_becomes_its_invoice_and_nothing_is_called_incompatible(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$order = $shop->order();
		$order->update_status( 'processing' );
		$controller = wc_get_container()->get( FeaturesController::class );
		$features   = array_keys( $controller->get_features( true ) );
		self::assertGreaterThan( 10, count( $features ) );
		foreach ( $features as $feature ) {
			$named = $controller->get_compatible_plugins_for_feature( $feature );
			self::assertNotContains( self::PLUGIN, $named['incompatible'], $feature );
			$option                = $controller->feature_enable_option_name( $feature );
			$this->were[ $option ] = get_option( $option, null );
			update_option( $option, 'yes' );
		}
		$runner = [ PHP_BINARY, __DIR__ . '/mortal-runner.php', (string) $shop->row( $order )->id, 'answer', '0' ];
		shell_exec( implode( ' ', array_map( 'escapeshellarg', $runner ) ) );
		wp_cache_flush();
		self::assertGreaterThan( 0, $shop->row( $order )->remote_id );
	}
}
