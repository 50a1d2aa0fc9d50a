<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Features\ShopperDocuments\OwnerPdf;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wording\TaskText;

/** The file of a document, for whoever may edit its order and for nobody else. */
final class OwnerPdfTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		add_filter( 'wp_die_handler', [ $this, 'handler' ] );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_die_handler', [ $this, 'handler' ] );
		$_GET = [];
		parent::tearDown();
	}

	public function handler(): \Closure {
		return static function ( mixed $message, mixed $title, mixed $arguments ): never {
			$status = is_array( $arguments ) ? $arguments['response'] ?? 0 : 0;
			throw new \RuntimeException( is_string( $message ) ? $message : '', is_int( $status ) ? $status : 0 );
		};
	}

	public function test_only_who_may_edit_the_order_and_only_what_has_a_file(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		$row   = $this->shop->row( $order );
		$owner = get_current_user_id();
		self::assertGreaterThan( 0, $owner );

		wp_set_current_user( 0 );
		self::assertSame( 403, $this->answer_to( $row->id ) );
		self::assertSame( 403, $this->answer_to( 999999 ), 'Nobody learns what there is.' );
		wp_set_current_user( $owner );
		self::assertSame( 404, $this->answer_to( 999999 ) );
		$this->shop->sandbox->fault(
			[
				'mode'  => '500',
				'path'  => '/pdf*',
				'times' => 0,
			]
		);
		self::assertSame( $row->remote_number === '' ? 404 : 503, $this->answer_to( $row->id ) );
	}

	private function answer_to( int $row ): int {
		$_GET = [
			'action'   => TaskText::PDF,
			'document' => (string) $row,
		];
		try {
			( new AdminObjects() )->get( OwnerPdf::class )->handle_admin_post();
		} catch ( \RuntimeException $died ) {
			return $died->getCode();
		}
		return 0;
	}
}
