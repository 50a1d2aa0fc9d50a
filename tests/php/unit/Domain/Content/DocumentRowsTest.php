<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Order\LineKind;

/**
 * What stands in the rows, worked out by hand.
 *
 * @assumes item-keeps-stock
 * @assumes rows-below-zero
 */
final class DocumentRowsTest extends DocumentTestCase {

	public function test_a_free_line_at_prices_ht_stays_free(): void {
		$draft = $this->shop->invoice(
			Orders::of(
				'12',
				[ Orders::line( 1, '10', [ 1 => '2' ] ), Orders::line( 2, '0', [ 2 => '0' ] ) ],
				[
					1 => '2',
					2 => '0',
				],
				false
			)
		);
		$this->assert_totals(
			$draft,
			1000,
			1200,
			[
				101 => [ 1000, 200 ],
				102 => [
					0,
					0,
				],
			]
		);
	}

	public function test_a_negative_fee_lowers_the_rows_of_its_tax_and_is_named(): void {
		$lines = [
			Orders::line( 1, '30', [ 1 => '6' ] ),
			Orders::line( 2, '10', [ 1 => '2' ] ),
			Orders::line(
				3,
				'-4',
				[ 1 => '-0.8' ],
				'1',
				[
					'kind' => LineKind::Fee,
					'name' => 'Loyalty',
				]
			),
		];
		$draft = $this->shop->invoice( Orders::of( '43.20', $lines, [ 1 => '7.2' ], false ) );
		$this->assertSame( [ '1 × 27 = 2700', '1 × 9 = 900', '# Loyalty: -4.00 HT' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 3600, 4320, [ 101 => [ 3600, 720 ] ] );
	}

	public function test_coupons_stay_visible_as_the_shopper_saw_them(): void {
		$line  = Orders::line( 1, '9', [ 1 => '1.8' ] );
		$draft = $this->shop->invoice(
			Orders::of(
				'10.80',
				[ $line ],
				[ 1 => '1.8' ],
				true,
				[ 'coupons' => [ Orders::coupon( 'SUMMER', '1', '0.2' ) ] ]
			)
		);
		$this->assertSame( [ '1 × 9 = 900', '# Coupon SUMMER: -1.20 TTC' ], $this->rows( $draft ) );
	}

	public function test_a_free_line_with_a_rate_keeps_it(): void {
		$lines = [ Orders::line( 1, '10', [ 1 => '2' ] ), Orders::line( 2, '0', [ 2 => '0' ] ) ];
		$draft = $this->shop->invoice(
			Orders::of(
				'12',
				$lines,
				[
					1 => '2',
					2 => '0',
				]
			)
		);
		$this->assertSame( [ '1 × 10 = 1000', '1 × 0 = 0' ], $this->rows( $draft ) );
		$this->assert_totals(
			$draft,
			1000,
			1200,
			[
				101 => [ 1000, 200 ],
				102 => [
					0,
					0,
				],
			]
		);
	}

	public function test_a_free_line_without_a_rate_is_a_comment(): void {
		$lines = [
			Orders::line( 1, '10', [ 1 => '2' ] ),
			Orders::line( 2, '0', [], '1', [ 'name' => 'Free shipping' ] ),
		];
		$draft = $this->shop->invoice( Orders::of( '12', $lines, [ 1 => '2' ] ) );
		$this->assertSame( [ '1 × 10 = 1000', '# Free shipping' ], $this->rows( $draft ) );
	}

	public function test_an_order_of_total_zero_is_an_invoice_of_zero(): void {
		$draft = $this->shop->invoice( Orders::of( '0', [ Orders::line( 1, '0', [ 1 => '0' ], '2' ) ], [ 1 => '0' ] ) );
		$this->assertSame( [ '2 × 0 = 0' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 0, 0, [ 101 => [ 0, 0 ] ] );
	}

	public function test_without_any_vat_no_rest_arises(): void {
		$lines = [ Orders::line( 1, '3.335', [] ), Orders::line( 2, '3.335', [] ) ];
		$draft = $this->shop->invoice( Orders::of( '6.67', $lines, [], false, [ 'tax_country' => 'US' ] ) );
		$this->assertSame( [ '1 × 3.34 = 334', '1 × 3.33 = 333' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 667, 667, [ 207 => [ 667, 0 ] ] );
	}

	public function test_a_currency_without_decimals(): void {
		$line  = Orders::line( 1, '2497.5', [ 1 => '499.5' ], '3' );
		$draft = $this->shop->invoice(
			Orders::of( '2997', [ $line ], [ 1 => '499' ], true, [ 'currency' => Currency::from_code( 'JPY' ) ] )
		);
		$this->assertSame( [ '3 × 832.3 = 2497', 'Rounding 1' ], $this->rows( $draft ) );
		$this->assert_totals(
			$draft,
			2498,
			2997,
			[
				101 => [ 2497, 499 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	public function test_a_currency_with_three_decimals(): void {
		$line  = Orders::line( 1, '9.995', [ 1 => '1.999' ] );
		$draft = $this->shop->invoice(
			Orders::of( '11.994', [ $line ], [ 1 => '1.999' ], true, [ 'currency' => Currency::from_code( 'KWD' ) ] )
		);
		$this->assertSame( [ '1 × 9.995 = 9995' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 9995, 11994, [ 101 => [ 9995, 1999 ] ] );
	}

	public function test_a_quantity_of_zero_or_a_fraction_never_breaks_a_price(): void {
		$lines = [ Orders::line( 1, '7.49', [ 1 => '1.498' ], '0.75' ), Orders::line( 2, '5', [ 1 => '1' ], '0' ) ];
		$draft = $this->shop->invoice( Orders::of( '14.99', $lines, [ 1 => '2.5' ], false ) );
		$this->assertSame( [ '0.75 × 9.99 = 749', '1 × 5 = 500' ], $this->rows( $draft ) );
	}

	public function test_rows_name_the_item_and_what_distinguishes_it(): void {
		$this->shop->items[1] = new ItemRef( 44, 'product' );
		$line                 = Orders::line(
			1,
			'10',
			[ 1 => '2' ],
			'1',
			[
				'name' => ' T-shirt <b>d&rsquo;été</b> 🎁 ',
				'details' => 'Size: M',
				'skus' => [
					'TS-M',
					'TS',
				],
			]
		);
		$row                  = $this->shop->invoice( Orders::of( '12', [ $line ], [ 1 => '2' ] ) )->rows[0];
		$this->assertSame(
			[ "T-shirt d’été 🎁\nSize: M", 'TS-M', 44, 101 ],
			[ $row->description, $row->reference, $row->item?->id, $row->tax_id ]
		);
	}

	public function test_a_subject_that_nobody_wrote_is_in_the_language_of_the_shop(): void {
		$this->shop->subject = '';
		$order               = Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] );
		$this->assertSame( 'Order 1001', $this->shop->invoice( $order )->subject );
	}

	public function test_subject_and_note_are_filled(): void {
		$this->shop->subject = 'Order {order_number} of {order_date}: {order_total} {unknown}';
		$this->shop->note    = "Thank you, {customer_name}\n{payment_method}";
		$draft               = $this->shop->invoice(
			Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] )
		);
		$this->assertSame( 'Order 1001 of 2026-11-24: 12.00 EUR {unknown}', $draft->subject );
		$this->assertSame( "Thank you, Client Test\nCard", $draft->note );
		$this->assertSame(
			[ 'SHOP-1001', 7, 11, 12, 13, 2, 3 ],
			[
				$draft->key,
				$draft->rate_category_id,
				$draft->owner_id,
				$draft->model_id,
				$draft->payment_term_id,
				$draft->invoicing_address_id,
				$draft->delivery_address_id,
			]
		);
	}

	/** BR-FR-DEC-02: 1.33333 m at 3.00 is 4.00, and so is 1.3333 m. */
	public function test_a_quantity_has_four_decimals_where_the_row_stays_what_it_is(): void {
		$order = Orders::of( '4.80', [ Orders::line( 1, '4', [ 1 => '0.8' ], '1.33333' ) ], [ 1 => '0.8' ] );
		$draft = $this->shop->invoice( $order );
		self::assertSame(
			[ '1.3333', 400 ],
			[ $draft->rows[0]->quantity?->to_string(), $draft->rows[0]->total ]
		);
	}

	/** 0.00005 of what costs 200,000.00: 0.0001 of it would be worth twice as much. */
	public function test_else_the_measure_stands_in_the_text_of_a_free_row(): void {
		$order             = Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ], '0.00005' ) ], [ 1 => '2' ] );
		$this->shop->items = [ 1 => new ItemRef( 7, 'product' ) ];
		$row               = $this->shop->invoice( $order )->rows[0];
		self::assertSame( [ '1', null, 1000 ], [ $row->quantity?->to_string(), $row->item, $row->total ] );
		self::assertStringContainsString( '0.00005', $row->description );

		$this->shop->stock_agrees = true;
		try {
			$this->shop->invoice( $order );
			self::fail( 'Its stock would be wrong.' );
		} catch ( NeedsAttention $stop ) {
			self::assertSame( ProblemCode::QuantityTooFine, $stop->problem->code );
		}
	}

	/** BR-IC-11. */
	public function test_an_intra_community_supply_says_when_the_goods_left(): void {
		$order = Orders::of(
			'10',
			[ Orders::line( 1, '10', [] ) ],
			[],
			true,
			[
				'tax_country' => 'BE',
				'buyer'       => Orders::buyer( 'BE0123456749' ),
			]
		);
		self::assertSame( '2026-11-24', $this->shop->invoice( $order )->details->shipping_date );
		$export = Orders::of( '10', [ Orders::line( 1, '10', [] ) ], [], true, [ 'tax_country' => 'US' ] );
		self::assertSame( '', $this->shop->invoice( $export )->details->shipping_date );
	}
}
