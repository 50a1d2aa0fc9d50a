<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\Group;

/**
 * What one order costs from the claim to the last task done: statements of the database and requests to Sellsy. Three
 * lines of two rates and delivery, a known buyer, known products, amounts that Sellsy has often agreed about; the
 * invoice final, paid and sent. Counts, never times.
 *
 * `ORDERINVOICER_SHOW_COST=yes` prints them and the time; with `ORDERINVOICER_QUERIES=file` each statement goes there
 * with what asked for it.
 */
#[Group( 'real-woocommerce' )]
final class OrderCostTest extends CommittedTestCase {

	/**
	 * Lowered whenever an order gets cheaper; never raised without a reason beside it. 90 where nothing ran before;
	 * with all other tests before it one option more is read.
	 */
	private const QUERIES  = 91;
	private const REQUESTS = 5;

	private const ORDERS = 5;

	private SandboxShop $shop;
	private CostedOrder $costed;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->costed = new CostedOrder( $this->shop );
	}

	protected function tearDown(): void {
		add_filter( 'woocommerce_reports_charts', '__return_empty_array' );
		parent::tearDown();
	}

	/** As in a shop: placed more than a minute ago, Sellsy 150 ms away; the median of them. */
	public function test_an_order_costs_no_more_than_it_did(): void {
		$this->costed->work( $this->costed->paid() );
		$this->costed->has_agreed_often();
		$this->costed->from_afar();
		$costs = array_map( $this->cost( ... ), range( 2, 1 + self::ORDERS ) );
		sort( $costs );
		self::assertLessThanOrEqual(
			self::QUERIES,
			$costs[ intdiv( self::ORDERS, 2 ) ],
			'Statements of the database: ' . implode( ', ', $costs )
		);
	}

	/**
	 * @param int $orders how many there are with this one.
	 * @return int statements.
	 */
	private function cost( int $orders ): int {
		$order = $this->costed->paid();
		$saved = did_action( 'woocommerce_update_order' );
		$log   = new QueryLog( (string) getenv( 'ORDERINVOICER_QUERIES' ) );
		$cost  = $this->costed->work( $order );
		$log->end();

		self::assertSame( 1, did_action( 'woocommerce_update_order' ) - $saved, 'For the link, once.' );
		self::assertTrue( $this->shop->is_finished( $order ) );
		$notes = count( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) );
		self::assertSame( (string) $notes, get_post( $order->get_id() )->comment_count, 'Counted, if only once.' );
		$invoices = array_column( $this->shop->sandbox->state()['invoices'], 'status' );
		self::assertSame( array_fill( 0, $orders, 'paid' ), $invoices );
		self::assertCount( $orders, $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
		self::assertLessThanOrEqual( self::REQUESTS, $cost['requests'], 'Requests to Sellsy.' );
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			fwrite(
				STDERR,
				"\nAn order: {$cost['queries']} statements, {$cost['requests']} requests, {$cost['cpu']} ms.\n"
			);
		}
		return $cost['queries'];
	}
}
