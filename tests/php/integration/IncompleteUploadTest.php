<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Tests\Size;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** An upload of the plugin broke off, or is under way: whatever is there of it, the shop answers. */
final class IncompleteUploadTest extends CommittedTestCase {

	private const PAGES = [ '/', '/?page_id=cart', '/wp-login.php', '/?wc-ajax=get_refreshed_fragments' ];

	private string $folder = '';

	protected function tearDown(): void {
		if ( $this->folder !== '' ) {
			exec( 'rm -rf ' . escapeshellarg( $this->folder ) );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> what is done to a whole copy, as a shell does it. */
	public static function states(): iterable {
		return Size::third( self::all_states() );
	}

	/** @return iterable<string, array{string}> what is done to a whole copy, as a shell does it. */
	private static function all_states(): iterable {
		yield 'the first file alone' => [ 'rm -rf includes templates build languages' ];
		yield 'without what is asked first' => [ 'rm includes/Requirements.php' ];
		yield 'what is asked first, half' => [ 'truncate -s 900 includes/Requirements.php' ];
		yield 'without the classes to be found' => [ 'rm includes/autoload.php' ];
		yield 'the plugin, half' => [ 'truncate -s 4000 includes/Plugin.php' ];
		yield 'an empty plugin' => [ 'truncate -s 0 includes/Plugin.php' ];
		yield 'without the rules' => [ 'rm -rf includes/Domain' ];
		yield 'some of the rules' => [ 'rm -rf includes/Domain/[M-Z]*' ];
		yield 'without WooCommerce' => [ 'rm -rf includes/WooCommerce' ];
		yield 'some of WooCommerce' => [ 'rm -rf includes/WooCommerce/[D-Z]*' ];
		yield 'some of WordPress' => [ 'rm -rf includes/WordPress/[Q-Z]*' ];
		yield 'one class, half' => [ 'truncate -s 1500 includes/WooCommerce/OrderListener.php' ];
		yield 'one class that waits for its hook, half' => [ 'truncate -s 1500 includes/Wiring/Screens.php' ];
		yield 'who answers the ports, half' => [ 'truncate -s 9000 includes/Wiring/Adapters.php' ];
		yield 'without what puts it together' => [ 'rm -rf includes/Wiring' ];
		yield 'without templates and screens' => [ 'rm -rf templates build' ];
	}

	#[Group( 'walks' )]
	#[DataProvider( 'states' )]
	public function test_the_shop_answers( string $shell ): void {
		$this->upload( $shell );
		$statuses = array_map( $this->answer_of( ... ), array_combine( self::PAGES, self::PAGES ) );
		self::assertSame( array_fill_keys( self::PAGES, '200' ), $statuses );
	}

	/** Which documents are shown in it nobody can say then. */
	public function test_an_e_mail_leaves(): void {
		$this->upload( 'rm includes/WordPress/Options/OptionSettings.php' );
		$send = 'require getenv( "ORDERINVOICER_SITE_DIR" ) . "/wp-load.php"; ob_start(); do_action('
			. ' "woocommerce_email_order_meta", new WC_Order(), false, false,'
			. ' WC()->mailer()->get_emails()["WC_Email_Customer_Processing_Order"] ); ob_end_clean();'
			. ' echo class_exists( OrderInvoicer\Plugin::class, false ) ? "left" : "without the plugin";';
		exec( 'php -d error_log=/dev/null -r ' . escapeshellarg( $send ) . ' 2>/dev/null', $said );
		self::assertSame( 'left', end( $said ) );
	}

	private function upload( string $shell ): void {
		$name         = 'orderinvoicer-half-' . substr( hash( 'sha256', $shell ), 0, 8 );
		$this->folder = (string) getenv( 'ORDERINVOICER_SITE_DIR' ) . "/wp-content/plugins/$name";
		$root         = escapeshellarg( dirname( __DIR__, 3 ) );
		$copy         = escapeshellarg( $this->folder );
		$parts        = 'orderinvoicer.php includes templates build languages';
		exec( "mkdir $copy && cd $root && cp -r $parts $copy", $said, $code );
		self::assertSame( 0, $code );
		exec( "cd $copy && $shell", $said, $code );
		self::assertSame( 0, $code, $shell );
		update_option( 'active_plugins', [ 'woocommerce/woocommerce.php', "$name/orderinvoicer.php" ] );
	}

	private function answer_of( string $path ): string {
		$context = stream_context_create(
			[
				'http' => [
					'ignore_errors'   => true,
					'follow_location' => 1,
				],
			]
		);
		file_get_contents( getenv( 'ORDERINVOICER_SITE_URL' ) . $path, false, $context );
		$lines = preg_grep( '#^HTTP/#', $http_response_header );
		return explode( ' ', (string) end( $lines ) )[1] ?? 'no answer';
	}
}
