<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Histories;

use OrderInvoicer\Tests\Histories\Books;
use OrderInvoicer\Tests\Histories\History;
use OrderInvoicer\Tests\Histories\Seeds;
use OrderInvoicer\Tests\Histories\Teller;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use PHPUnit\Framework\Attributes\Group;

/** The same histories as in memory, a few of them each day: real orders, real tables, real requests. */
#[Group( 'real-woocommerce' )]
final class HistoriesOfAShopTest extends CommittedTestCase {

	private const DAILY   = 4;
	private const COMMAND = 'npm run test:integration -- --filter HistoriesOfAShop';

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'orderinvoicer_event_address', [ self::class, 'address' ] );
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->sign_in_as_admin();
	}

	protected function tearDown(): void {
		remove_filter( 'orderinvoicer_event_address', [ self::class, 'address' ] );
		parent::tearDown();
	}

	/** One that the internet reaches. */
	public static function address(): string {
		return 'https://boutique.fr/?wc-api=orderinvoicer_events';
	}

	public function test_what_stands_is_what_was_sold_and_paid_or_a_person_is_asked(): void {
		$failing = ( new Seeds( self::DAILY, self::COMMAND ) )->failing(
			function ( History $history ): ?string {
				$books = $this->told( $history );
				return $books->fault() === null ? null : "{$books->fault()}\n$books\n{$this->subjects()}";
			}
		);
		self::assertTrue( $failing === [], implode( "\n\n", $failing ) );
		self::assertSame( [], array_filter( $this->shop->sandbox->call( 'GET', '/_sandbox/violations' ) ) );
	}

	/** Whose documents they are: a history may meet the order of the one before. */
	private function subjects(): string {
		$all = array_merge( ...array_values( array_filter( $this->shop->sandbox->state(), is_array( ... ) ) ) );
		return implode( ' | ', array_filter( array_column( $all, 'subject' ), is_string( ... ) ) );
	}

	private function told( History $history ): Books {
		return ( new Teller( new ShopStage( $this->shop, $this->product() ) ) )->tell( $history );
	}

	private function product(): \WC_Product {
		$product = new \WC_Product_Simple();
		$product->set_name( 'Article' );
		$product->set_sku( 'HIST-' . wp_rand() );
		$product->set_regular_price( wc_prices_include_tax() ? '48' : '40' );
		$product->save();
		return $product;
	}
}
