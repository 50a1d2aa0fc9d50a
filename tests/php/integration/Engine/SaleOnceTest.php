<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** A marketplace splits an order of real WooCommerce among two sellers, as Dokan does: one sale, billed once. */
#[Group( 'real-woocommerce' )]
final class SaleOnceTest extends CommittedTestCase {

	private SandboxShop $shop;

	/** @var list<\WC_Order> the order, and one for each seller. */
	private array $orders;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		// Its orders are an hour old: in the first hour of a day they are of the day before.
		$yesterday = wp_date( 'Y-m-d', time() - DAY_IN_SECONDS );
		$this->shop->change_settings( [ 'invoice' => [ 'start_date' => $yesterday ] ] );
		$this->shop->change_settings( [ 'creditnote' => $this->shop->like_invoice( 'confirmed' ) ] );
	}

	public function test_nobody_has_said_who_bills(): void {
		$this->split();
		$this->time_passes();
		self::assertSame( [], $this->shop->sandbox->state()['invoices'] );
		foreach ( $this->orders as $order ) {
			self::assertSame( ProblemCode::WhoBills, $this->shop->row( $order )->problem?->code );
		}
		$row    = $this->shop->row( $this->orders[1] )->id;
		$answer = orderinvoicer_demo_call( 'POST', "/tasks/$row/bill-parent" );
		self::assertSame( $row, $answer['id'] );
		self::assertSame( 'parent', orderinvoicer_demo_call( 'GET', '/settings' )['split_sales'] );
		$this->time_passes();
		$this->check_parent_bills();
	}

	#[DataProvider( 'billers' )]
	public function test_one_sale_has_one_side_billed( string $biller, int $invoices ): void {
		$this->shop->change_settings( [ 'split_sales' => $biller ] );
		$this->split();
		$this->time_passes();
		$made = $this->shop->sandbox->state()['invoices'];
		self::assertCount( $invoices, $made );
		$total = array_sum(
			array_map( static fn ( array $one ): float => (float) $one['amounts']['total_incl_tax'], $made )
		);
		self::assertEqualsWithDelta( $invoices === 0 ? 0.0 : (float) $this->orders[0]->get_total(), $total, 0.001 );
	}

	/** @return iterable<string, array{string, int}> */
	public static function billers(): iterable {
		yield 'the parent'   => [ 'parent', 1 ];
		yield 'the children' => [ 'children', 2 ];
		yield 'nobody'       => [ 'nobody', 0 ];
	}

	/** Dokan lite of before: three final invoices stand, and stay; nobody is asked, nothing more is made. */
	public function test_a_shop_of_before_keeps_its_three(): void {
		$this->split( named: false );
		$this->orders[0]->set_total( '1000' ); // Nothing adds up, so that each is its own.
		$this->orders[0]->save();
		$this->time_passes();
		$before = count( $this->shop->sandbox->state()['invoices'] );
		$this->orders[0]->update_meta_data( 'has_sub_order', '1' );
		$this->orders[0]->save();
		foreach ( $this->orders as $order ) {
			$order->update_status( 'completed' );
		}
		$this->time_passes();
		self::assertCount( $before, $this->shop->sandbox->state()['invoices'] );
	}

	public function test_a_refund_on_a_child_and_on_its_parent_is_credited_once(): void {
		$this->shop->change_settings( [ 'split_sales' => 'parent' ] );
		$this->split();
		$this->time_passes();
		foreach ( [ 1, 0 ] as $at ) {
			$item = array_values( $this->orders[ $at ]->get_items() )[0];
			wc_create_refund(
				[
					'order_id'   => $this->orders[ $at ]->get_id(),
					'amount'     => (string) ( (float) $item->get_total() + (float) $item->get_total_tax() ),
					'line_items' => [
						$item->get_id() => [
							'qty'          => $item->get_quantity(),
							'refund_total' => $item->get_total(),
							'refund_tax'   => $item->get_taxes()['total'],
						],
					],
				]
			);
			$this->time_passes();
		}
		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertCount( 1, $notes );
		self::assertEqualsWithDelta(
			(float) $this->orders[1]->get_total(),
			(float) $notes[0]['amounts']['total_incl_tax'],
			0.001
		);
		$this->check_parent_bills();
	}

	public function test_a_child_that_is_cancelled_gives_its_lines_back(): void {
		$this->shop->change_settings( [ 'split_sales' => 'parent' ] );
		$this->split();
		$this->time_passes();
		$this->orders[2]->update_status( 'cancelled' );
		$this->time_passes();
		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertCount( 1, $notes );
		self::assertEqualsWithDelta(
			(float) $this->orders[2]->get_total(),
			(float) $notes[0]['amounts']['total_incl_tax'],
			0.001
		);
	}

	public function test_what_the_parts_were_paid_is_recorded_once_on_the_parent(): void {
		$this->shop->settle_everything();
		$this->shop->change_settings( [ 'split_sales' => 'parent' ] );
		$this->split();
		$this->time_passes();
		$payments = $this->shop->sandbox->state()['payments'];
		self::assertSame( [], $this->shop->stopped( $this->orders[0] ) );
		self::assertCount( 1, $payments );
		self::assertEqualsWithDelta( (float) $this->orders[0]->get_total(), (float) $payments[0]['total'], 0.001 );
	}

	/** Dokan cancels the parts with their parent. */
	public function test_a_sale_that_is_cancelled_is_credited_once(): void {
		$this->shop->change_settings(
			[
				'split_sales' => 'parent',
				'refunds'     => [ 'credit_cancelled' => true ],
			]
		);
		$this->split();
		$this->time_passes();
		foreach ( $this->orders as $order ) {
			$order->update_status( 'cancelled' );
		}
		$this->time_passes();
		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertCount( 1, $notes );
		self::assertEqualsWithDelta(
			(float) $this->orders[0]->get_total(),
			(float) $notes[0]['amounts']['total_incl_tax'],
			0.001
		);
	}

	/** Nobody deleted a refund: the row says what happened, and that a new invoice is due. */
	public function test_a_child_that_is_reinstated_says_so(): void {
		$this->shop->change_settings( [ 'split_sales' => 'parent' ] );
		$this->split();
		$this->time_passes();
		foreach ( [ 'cancelled', 'processing' ] as $status ) {
			wc_get_order( $this->orders[2]->get_id() )->update_status( $status );
			$this->shop->time_passes_for_edits();
			do_action( Wakeups::SWEEP );
			$this->time_passes();
		}
		self::assertCount( 1, $this->shop->sandbox->state()['credit_notes'] );
		$asks = array_filter(
			$this->shop->rows( $this->orders[0] ),
			static fn ( Task $task ): bool => $task->state === TaskState::Attention
		);
		self::assertSame(
			[ ProblemCode::Reinstated ],
			array_values( array_map( static fn ( Task $task ): ?ProblemCode => $task->problem?->code, $asks ) )
		);
	}

	private function check_parent_bills(): void {
		$invoice = $this->shop->only_invoice();
		self::assertEqualsWithDelta(
			(float) $this->orders[0]->get_total(),
			(float) $invoice['amounts']['total_incl_tax'],
			0.001
		);
		self::assertSame( TaskState::Done, $this->shop->row( $this->orders[0] )->state );
		self::assertSame( ProblemCode::PartOfSale, $this->shop->row( $this->orders[1] )->problem?->code );
	}

	/** As Dokan's order manager does it: each line again, an hour ago. */
	private function split( bool $named = true ): void {
		$products = wc_get_products(
			[
				'limit' => 2,
				'type'  => 'simple',
			]
		);
		$parent   = $this->shop->order_of( $products[0], 2 );
		$parent->add_product( $products[1], 1 );
		$parent->set_payment_method( 'cheque' );
		$parent->set_date_created( time() - 3600 );
		$parent->calculate_totals();
		if ( $named ) {
			$parent->update_meta_data( 'has_sub_order', '1' );
		}
		$parent->save();
		$this->orders = [ $parent ];
		foreach ( array_values( $parent->get_items() ) as $seller => $item ) {
			$this->orders[] = $this->child( $parent, $item, $seller + 7, $named );
		}
		foreach ( $this->orders as $order ) {
			$order->update_status( 'processing' );
		}
	}

	private function child( \WC_Order $parent, \WC_Order_Item $item, int $seller, bool $named ): \WC_Order {
		$child = new \WC_Order();
		$line  = new \WC_Order_Item_Product();
		foreach ( [ 'name', 'product_id', 'variation_id', 'quantity', 'tax_class', 'subtotal', 'total' ] as $field ) {
			$line->{"set_$field"}( $item->{"get_$field"}() );
		}
		$line->set_taxes( $item->get_taxes() );
		$child->add_item( $line );
		$child->set_address( $parent->get_address( 'billing' ), 'billing' );
		$child->set_payment_method( 'cheque' );
		$child->set_created_via( $named ? 'dokan' : 'checkout' );
		$child->update_meta_data( '_dokan_vendor_id', (string) $seller );
		$child->calculate_totals();
		$child->set_parent_id( $parent->get_id() );
		$child->set_date_created( time() - 3600 );
		$child->save();
		return $child;
	}

	private function time_passes(): void {
		for ( $i = 0; $i < 6; $i++ ) {
			$this->shop->make_all_due();
			PluginEngine::make()->due_task_runner()->run( 20 );
		}
	}
}
