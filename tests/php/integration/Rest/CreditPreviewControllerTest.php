<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The preview of a credit note over REST, with real orders and the sandbox. */
final class CreditPreviewControllerTest extends RestTestCase {

	public function test_only_who_may_edit_the_order_may_ask(): void {
		$path = $this->path( wc_create_order() );

		$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'POST', $path, [ 'amount' => '1' ] ) );
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'POST', $path, [ 'amount' => '1' ] ) );
		$this->sign_in( 'shop_manager' );
		$this->assert_refused(
			404,
			'orderinvoicer_not_found',
			$this->call( 'POST', '/orders/999999/credit-note-preview', [ 'amount' => '1' ] )
		);
	}

	/** @param array<string, mixed> $body */
	#[DataProvider( 'senseless' )]
	public function test_senseless_questions_are_refused_in_words( array $body, string $code, string $sentence ): void {
		$this->sign_in_as_admin();
		$order = wc_create_order();
		$order->set_total( '12' );
		$order->save();
		$answer = $this->call( 'POST', $this->path( $order ), $body );

		$this->assert_refused( 400, $code, $answer );
		self::assertStringContainsString( $sentence, $answer->get_data()['message'] );
	}

	/** @return iterable<string, array{array<string, mixed>, string, string}> */
	public static function senseless(): iterable {
		yield 'nothing'        => [ [], 'orderinvoicer_amount_or_refund', 'Enter an amount' ];
		yield 'blank'          => [ [ 'amount' => '' ], 'orderinvoicer_amount_or_refund', 'Enter an amount' ];
		// phpcs:ignore WordPress.Arrays
		yield 'both'           => [
			[
				'amount' => '1',
				'refund_id' => 1,
			],
			'orderinvoicer_amount_or_refund',
			'Enter an amount',
		];
		yield 'no number'      => [ [ 'amount' => '1.234,50' ], 'orderinvoicer_amount_not_a_number', 'digits only' ];
		yield 'zero'           => [ [ 'amount' => '0' ], 'orderinvoicer_amount_not_positive', 'more than zero' ];
		yield 'below zero'     => [ [ 'amount' => '-1' ], 'orderinvoicer_amount_not_positive', 'more than zero' ];
		yield 'three decimals' => [
			[ 'amount' => '1.005' ],
			'orderinvoicer_amount_too_many_decimals',
			'at most 2 decimals',
		];
		yield 'more than left' => [ [ 'amount' => '12.01' ], 'orderinvoicer_amount_more_than_left', 'only 12.00' ];
		// phpcs:ignore WordPress.Arrays
		yield 'an unknown key' => [ [ 'amount' => '1', 'rate' => 1 ], 'orderinvoicer_invalid', 'rate' ];
		yield 'a number'       => [ [ 'refund_id' => 0 ], 'rest_invalid_param', 'refund_id' ];
	}

	public function test_an_order_without_an_invoice_says_so(): void {
		$this->shop();
		$order = wc_create_order();
		$order->set_total( '12' );
		$order->save();
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$preview = $this->preview( $order, [ 'amount' => '5' ] );

		self::assertSame(
			[ 'stops', 'invoice_missing', null ],
			[ $preview['outcome'], $preview['problem']['code'], $preview['totals'] ]
		);
	}

	public function test_code_of_a_plugin_that_fails_is_named(): void {
		$order = $this->invoiced( $this->shop() );
		$fails = static fn () => throw new \TypeError( 'No.' );
		add_filter( 'orderinvoicer_part_payments', $fails );
		$answer = $this->call( 'POST', $this->path( $order ), [ 'amount' => '1' ] );
		remove_filter( 'orderinvoicer_part_payments', $fails );
		$this->assert_refused( 422, 'orderinvoicer_filter_broken', $answer );
		self::assertStringContainsString( 'orderinvoicer_part_payments', $answer->get_data()['message'] );
	}

	public function test_what_is_foreseen_is_what_is_made_and_nothing_is_made_before(): void {
		$shop  = $this->shop();
		$order = $this->invoiced( $shop );

		$foreseen = $this->preview( $order, [ 'amount' => '9,99' ] );

		self::assertSame(
			[ 'made', 'agrees', '9.99' ],
			[ $foreseen['outcome'], $foreseen['sellsy'], $foreseen['totals']['incl_tax'] ]
		);
		self::assertSame( [], $shop->sandbox->state()['credit_notes'] );
		$refund  = $this->refund( $order, '9.99' );
		$entered = $this->preview( $order, [ 'refund_id' => $refund ] );
		self::assertSame(
			[ $foreseen['totals'], $foreseen['remaining'] ],
			[ $entered['totals'], $entered['remaining'] ]
		);

		$this->work( $shop );
		$note = $shop->sandbox->state()['credit_notes'][0];
		self::assertEquals(
			[ $foreseen['totals']['excl_tax'], $foreseen['totals']['incl_tax'] ],
			[ $note['amounts']['total_excl_tax'], $note['amounts']['total_incl_tax'] ]
		);
		self::assertEquals(
			array_column( $foreseen['totals']['taxes'], 'vat' ),
			array_column( $note['taxes'], 'amount' )
		);
		self::assertSame(
			$foreseen['remaining'],
			$shop->sandbox->state()['invoices'][0]['amounts']['total_remaining_due_incl_tax']
		);
		$this->assert_refused(
			409,
			'orderinvoicer_has_credit_note',
			$this->call( 'POST', $this->path( $order ), [ 'refund_id' => $refund ] )
		);
	}

	#[Group( 'real-woocommerce' )]
	public function test_a_refund_by_line_is_foreseen_from_what_is_typed(): void {
		$shop  = $this->shop();
		$order = $this->invoiced( $shop );
		$item  = array_values( $order->get_items() )[0];
		$rate  = (int) array_key_first( $item->get_taxes()['total'] );
		$third = static fn ( mixed $amount ): string =>
			wc_format_decimal( (float) $amount / 3, wc_get_rounding_precision() );
		[ $total, $tax ] = [ $third( $item->get_total( 'edit' ) ), $third( $item->get_taxes()['total'][ $rate ] ) ];
		$amount = wc_format_decimal( (float) $total + (float) $tax, 2 );
		// phpcs:ignore WordPress.Arrays
		$line   = [
			'line_id'  => $item->get_id(),
			'quantity' => '1',
			'total'    => str_replace( '.', ',', $total ),
			'taxes'    => [
				[
					'rate_id' => $rate,
					'amount' => $tax,
				],
			],
		];

		// phpcs:ignore WordPress.Arrays
		$foreseen = $this->preview( $order, [ 'amount' => $amount, 'lines' => [ $line ] ] );
		// phpcs:ignore WordPress.Arrays
		$refund   = $this->refund(
			$order,
			$amount,
			[
				$item->get_id() => [
					'qty' => 1,
					'refund_total' => $total,
					'refund_tax' => [ $rate => $tax ],
				],
			]
		);

		self::assertSame( 'made', $foreseen['outcome'] );
		self::assertEquals( $foreseen, $this->preview( $order, [ 'refund_id' => $refund ] ) );
		$this->work( $shop );
		self::assertEquals(
			$foreseen['totals']['excl_tax'],
			$shop->sandbox->state()['credit_notes'][0]['amounts']['total_excl_tax']
		);
	}

	public function test_a_refund_of_another_order_is_not_found(): void {
		$shop   = $this->shop();
		$refund = $this->refund( $this->invoiced( $shop ), '1' );

		$this->assert_refused(
			404,
			'orderinvoicer_not_found',
			$this->call( 'POST', $this->path( wc_create_order() ), [ 'refund_id' => $refund ] )
		);
	}

	private function path( \WC_Order $order ): string {
		return "/orders/{$order->get_id()}/credit-note-preview";
	}

	private function shop(): SandboxShop {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$shop->change_settings( [ 'creditnote' => $shop->like_invoice( 'confirmed' ) ] );
		$this->sign_in_as_admin();
		return $shop;
	}

	private function invoiced( SandboxShop $shop ): \WC_Order {
		$order = $shop->order();
		$this->valid( $this->call( 'POST', "/orders/{$order->get_id()}/sync", [ 'document' => 'invoice' ] ), 'task' );
		self::assertNotSame( '', $shop->row( $order )->remote_number );
		return $order;
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function preview( \WC_Order $order, array $body ): array {
		return $this->valid( $this->call( 'POST', $this->path( $order ), $body ), 'credit-note-preview' );
	}

	/** @param array<int, array<string, mixed>> $lines */
	private function refund( \WC_Order $order, string $amount, array $lines = [] ): int {
		$refund = wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => Decimal::from_string( $amount )->to_string(),
				'line_items' => $lines,
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		return $refund->get_id();
	}

	private function work( SandboxShop $shop ): void {
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
