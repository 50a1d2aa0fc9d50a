<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Archives\ArchiveFlag;
use OrderInvoicer\Features\Archives\ArchiveList;
use OrderInvoicer\Features\Archives\ArchiveRunner;
use OrderInvoicer\Features\Archives\ArchiveText;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\UploadsFolder;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** The PDFs of several orders, from the sandbox into a file that a person opens. */
#[Group( 'real-woocommerce' )]
final class ArchivesTest extends RestTestCase {

	private SandboxShop $shop;

	/** @var list<\WC_Order> */
	private array $orders = [];

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		UploadsFolder::remove_all();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[ 'invoice' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		$this->sign_in_as_admin();
		foreach ( range( 1, 3 ) as $_ ) {
			$order = $this->shop->order();
			$order->update_status( 'processing' );
			$this->shop->work( $order );
			$this->orders[] = $order;
		}
		foreach ( range( 1, 3 ) as $_ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::TASKS );
		}
		self::assertTrue( $this->shop->is_finished( $this->orders[2] ) );
	}

	protected function tearDown(): void {
		UploadsFolder::remove_all();
		set_current_screen( 'front' );
		parent::tearDown();
	}

	/** @return array<mixed> */
	private function ready(): array {
		$this->valid( $this->call( 'POST', '/archive', [] ), 'archive' );
		do_action( ArchiveRunner::HOOK );
		return $this->valid( $this->call( 'GET', '/archive' ), 'archive' );
	}

	private function archive(): ?Archive {
		return PluginEngine::make()->archives()->all()[ get_current_user_id() ] ?? null;
	}

	/** @return array<string, string> texts by name. */
	private function unpacked(): array {
		$archive = $this->archive();
		self::assertNotNull( $archive );
		$zip   = new \ZipArchive();
		$texts = [];
		self::assertTrue( $zip->open( UploadsFolder::zip_of( $archive ) ) );
		$number = $zip->count();
		for ( $i = 0; $i < $number; $i++ ) {
			$texts[ (string) $zip->getNameIndex( $i ) ] = (string) $zip->getFromIndex( $i );
		}
		return $texts;
	}

	/** @return array<string, string> what the sandbox hands out, by the name that it has in the archive. */
	private function expected(): array {
		$files = [];
		foreach ( $this->orders as $order ) {
			$row  = $this->shop->row( $order );
			$name = "{$row->remote_number}_Invoice_{$order->get_order_number()}.pdf";

			$files[ $name ] = wp_remote_retrieve_body(
				wp_remote_get( $this->shop->sandbox->url . "/pdf/$row->remote_id" )
			);
			self::assertStringStartsWith( '%PDF', $files[ $name ] );
		}
		ksort( $files );
		return $files;
	}

	public function test_the_list_of_documents_becomes_a_file_with_the_pdfs_of_sellsy(): void {
		$plan = $this->valid( $this->call( 'GET', '/archive/plan?kind=invoice' ), 'archive-plan' );
		self::assertSame( [ 3, '3 PDFs: about 1 minute.' ], array_values( $plan ) );
		self::assertFalse( $this->call( 'GET', '/history/about' )->get_data()['archive'] );

		$view = $this->ready();

		self::assertSame( [ 'ready', 3, 3 ], [ $view['state'], $view['done'], $view['total'] ] );
		self::assertStringContainsString( '_wpnonce=', $view['url'] );
		self::assertTrue( $this->call( 'GET', '/history/about' )->get_data()['archive'] );
		$found = $this->unpacked();
		ksort( $found );
		self::assertSame( $this->expected(), $found );
		$folder = dirname( UploadsFolder::zip_of( $this->archive() ?? self::fail() ) );
		$held = array_values( array_diff( (array) scandir( $folder ), [ '.', '..' ] ) );
		self::assertSame( [ 'documents.zip' ], $held );
		self::assertFileExists( dirname( $folder ) . '/.htaccess' );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{32}$/', basename( $folder ) );

		$gone = $this->valid( $this->call( 'DELETE', '/archive' ), 'archive' );
		self::assertSame( 'none', $gone['state'] );
		self::assertDirectoryDoesNotExist( $folder );
		self::assertFalse( get_user_option( ArchiveFlag::OPTION ) );
	}

	public function test_what_sellsy_deleted_is_named_in_a_text_file(): void {
		$row = $this->shop->row( $this->orders[1] );
		$this->shop->sandbox->fault(
			[
				'mode'  => '404',
				'path'  => "/invoices/$row->remote_id",
				'times' => 0,
			]
		);
		$view = $this->ready();
		self::assertSame( 'ready', $view['state'] );
		$found = $this->unpacked();
		self::assertCount( 3, $found );
		self::assertStringContainsString(
			"Order {$this->orders[1]->get_order_number()}, Invoice $row->remote_number: it was deleted at Sellsy",
			$found['READ-ME.txt']
		);
	}

	public function test_without_zip_archive_wordpress_packs_it(): void {
		global $wpdb;
		$this->valid( $this->call( 'POST', '/archive', [] ), 'archive' );
		$adapters = new Adapters( $wpdb );
		$archive  = $this->archive();
		self::assertNotNull( $archive );
		$folder = new UploadsFolder( new ArchiveText( $adapters->document_names(), $adapters->ledger() ), false );
		self::assertTrue( $folder->can_pack() );
		file_put_contents( dirname( UploadsFolder::zip_of( $archive ) ) . '/F-1_Invoice_1.pdf', '%PDF-1.4 one' );
		file_put_contents( dirname( UploadsFolder::zip_of( $archive ) ) . '/F-2_Invoice_2.pdf', '%PDF-1.4 two' );
		self::assertTrue( $folder->pack( $archive ) );
		self::assertSame(
			[
				'F-1_Invoice_1.pdf' => '%PDF-1.4 one',
				'F-2_Invoice_2.pdf' => '%PDF-1.4 two',
			],
			$this->unpacked()
		);
	}

	public function test_erasing_a_buyer_takes_the_archive_away(): void {
		$this->ready();
		$path   = UploadsFolder::zip_of( $this->archive() ?? self::fail() );
		$eraser = apply_filters( 'wp_privacy_personal_data_erasers', [] )['orderinvoicer']['callback'];
		self::assertFalse( $eraser( 'nobody@example.com', 1 )['items_removed'] );
		self::assertFileExists( $path );
		self::assertTrue( $eraser( $this->orders[0]->get_billing_email(), 1 )['items_removed'] );
		self::assertFileDoesNotExist( $path );
		self::assertSame( 'erased', $this->call( 'GET', '/archive' )->get_data()['state'] );
	}

	public function test_woocommerces_own_removal_takes_it_away_too(): void {
		$this->ready();
		$path = UploadsFolder::zip_of( $this->archive() ?? self::fail() );
		\WC_Privacy_Erasers::remove_order_personal_data( $this->orders[2] );
		self::assertFileDoesNotExist( $path );
		self::assertSame( 'erased', $this->call( 'GET', '/archive' )->get_data()['state'] );
	}

	public function test_after_a_day_it_is_gone(): void {
		$this->ready();
		$path   = UploadsFolder::zip_of( $this->archive() ?? self::fail() );
		$stored = (string) get_option( Archives::OPTION );
		$begun  = $this->archive()->begun_at;
		update_option( Archives::OPTION, str_replace( (string) $begun, (string) ( $begun - Archive::KEPT ), $stored ) );
		PluginEngine::make()->keep_archives()->look();
		self::assertFileDoesNotExist( $path );
		self::assertSame( 'none', $this->call( 'GET', '/archive' )->get_data()['state'] );
	}

	public function test_only_whoever_may_see_orders(): void {
		$this->ready();
		$this->sign_in( 'editor' );
		foreach ( [ 'GET', 'POST', 'DELETE' ] as $method ) {
			self::assertSame( 403, $this->call( $method, '/archive' )->get_status() );
		}
		$this->sign_in( 'shop_manager' );
		self::assertSame( 'none', $this->call( 'GET', '/archive' )->get_data()['state'], 'Each has their own.' );
	}

	public function test_the_list_of_orders_asks_and_then_shows_how_far_it_is(): void {
		$list = ( new AdminObjects() )->get( ArchiveList::class );
		$ids  = array_map( static fn ( \WC_Order $order ): string => (string) $order->get_id(), $this->orders );
		$url  = $list->handle_chosen( admin_url( 'admin.php?page=wc-orders' ), ArchiveList::ACTION, $ids );
		wp_parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
		$_GET = $query;
		set_current_screen( 'woocommerce_page_wc-orders' );
		$asks = $this->printed( $list );
		self::assertStringContainsString( '3 PDFs: about 1 minute.', $asks );
		self::assertStringContainsString( 'value="' . implode( '.', $ids ) . '"', $asks );

		$_GET = [];
		self::assertSame( '', $this->printed( $list ), 'Nothing for who has none.' );
		$this->valid( $this->call( 'POST', '/archive', [] ), 'archive' );
		self::assertStringContainsString( 'PDFs are being fetched: 0 of 3.', $this->printed( $list ) );
		do_action( ArchiveRunner::HOOK );
		self::assertStringContainsString( 'Download the archive', $this->printed( $list ) );
	}

	public function test_a_list_of_orders_without_an_archive_asks_the_database_nothing(): void {
		global $wpdb;
		$list = ( new AdminObjects() )->get( ArchiveList::class );
		set_current_screen( 'woocommerce_page_wc-orders' );
		get_user_option( 'locale' ); // Each page has read its person; what ran before may have emptied the caches.
		$before = $wpdb->num_queries;
		self::assertSame( '', $this->printed( $list ) );
		self::assertSame( $before, $wpdb->num_queries );
	}

	private function printed( ArchiveList $list ): string {
		ob_start();
		$list->handle_admin_notices();
		return (string) ob_get_clean();
	}
}
