<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** Code of other plugins in the way of an order. */
final class OtherCodeTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	public function test_a_filter_that_fails_or_answers_nonsense_is_named_on_the_order(): void {
		foreach ( self::broken() as $case => [ $filter, $answers ] ) {
			$order = $this->shop->order();
			add_filter( $filter, $answers );
			try {
				$order->update_status( 'processing' );
				do_action( Wakeups::SWEEP );
			} finally {
				remove_filter( $filter, $answers );
			}
			$row = $this->shop->row( $order );

			self::assertSame(
				[ 'attention', 'filter_broken', $filter ],
				[ $row->state->value, $row->problem?->code->value, $row->problem?->fact( 'filter' ) ],
				$case
			);
			self::assertStringContainsString( $filter, $this->notes( $order ), $case );
			self::assertStringNotContainsString(
				'client@example.com',
				$this->notes( $order ),
				'Messages of other code may hold anything.'
			);
		}
		self::assertCount( 0, $this->shop->sandbox->state()['invoices'] );
	}

	/** @return iterable<string, array{string, \Closure(): mixed}> */
	private static function broken(): iterable {
		$throws  = static fn (): mixed => throw new \Error( 'client@example.com' );
		$answers = static fn ( mixed $nonsense ): \Closure => static fn (): mixed => $nonsense;
		$wallet  = [
			'method' => 'wallet',
			'code'   => '1',
		];
		yield 'order_is_followed throws' => [ 'orderinvoicer_order_is_followed', $throws ];
		yield 'order_is_followed says a word' => [ 'orderinvoicer_order_is_followed', $answers( 'yes' ) ];
		yield 'rule throws' => [ 'orderinvoicer_rule', $throws ];
		yield 'rule is a word' => [ 'orderinvoicer_rule', $answers( 'card' ) ];
		yield 'part_payments throws' => [ 'orderinvoicer_part_payments', $throws ];
		yield 'part_payments forgets its answer' => [ 'orderinvoicer_part_payments', $answers( null ) ];
		yield 'a part without an amount' => [ 'orderinvoicer_part_payments', $answers( [ $wallet ] ) ];
		yield 'a part of words' => [ 'orderinvoicer_part_payments', $answers( [ $wallet + [ 'amount' => [] ] ] ) ];
		yield 'buyer_number_keys throws' => [ 'orderinvoicer_buyer_number_keys', $throws ];
		yield 'keys that are none' => [ 'orderinvoicer_buyer_number_keys', $answers( [ 7 ] ) ];
		yield 'eco_participation throws' => [ 'orderinvoicer_eco_participation', $throws ];
		yield 'an amount of words' => [ 'orderinvoicer_eco_participation', $answers( 'none' ) ];
	}

	public function test_an_order_that_is_left_out_by_the_time_its_document_is_made_gets_none(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		add_filter( 'orderinvoicer_order_is_followed', '__return_false' );
		try {
			do_action( Wakeups::SWEEP );
		} finally {
			remove_filter( 'orderinvoicer_order_is_followed', '__return_false' );
		}

		self::assertSame(
			[ 'skipped', 'not_followed' ],
			[ $this->shop->row( $order )->state->value, $this->shop->row( $order )->problem?->code->value ]
		);
		self::assertCount( 0, $this->shop->sandbox->state()['invoices'] );
	}

	private function notes( \WC_Order $order ): string {
		return implode( ' ', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
	}
}
