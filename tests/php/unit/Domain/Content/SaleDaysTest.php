<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\SaleDays;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** A document of another day than its order's says when that was, and when the goods left. The order is of 2 March. */
final class SaleDaysTest extends TestCase {

	private const DAY = 86400;

	public function test_a_document_of_the_orders_own_day_says_nothing(): void {
		$world = self::ordered( 0 );
		self::assertSame( [ '', 'Produit' ], self::says( $world->invoicing->created[0] ) );
	}

	public function test_a_document_made_later_names_the_orders_day(): void {
		$world = self::ordered( 300 );
		self::assertSame( [ '', 'Sold 2026-03-02', 'Produit' ], self::says( $world->invoicing->created[0] ) );
	}

	public function test_a_parcel_that_left_is_named_in_text_and_field(): void {
		$world = self::ordered( 300, self::sent( '2026-03-04' ) );
		self::assertSame(
			[ '2026-03-04', 'Sold 2026-03-02, shipped 2026-03-04', 'Produit' ],
			self::says( $world->invoicing->created[0] )
		);
	}

	public function test_what_a_service_covers_stands_in_the_text_too(): void {
		$world = self::ordered( 0, new OrderDelivery( service_start: '2026-03-02', service_end: '2026-04-01' ) );
		self::assertSame(
			[ '', 'From 2026-03-02 to 2026-04-01', 'Produit' ],
			self::says( $world->invoicing->created[0] )
		);
	}

	public function test_a_credit_note_names_its_invoice_instead(): void {
		$world = self::ordered( 0, finalise: true );
		$world->clock->advance( 300 * self::DAY );
		$world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 100,
				amount: Decimal::from_string( '12' ),
				lines: [],
				reason: '',
				created_at: $world->clock->now(),
				is_paid_back: true
			),
		];
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 20 );
		$note = $world->invoicing->created[1];

		self::assertSame( DocumentKind::CreditNote, $note->kind );
		self::assertCount( 2, $note->rows );
		self::assertStringContainsString( 'F-0001', $note->rows[0]->description );
	}

	public function test_a_draft_follows_when_its_parcel_leaves(): void {
		$world = self::ordered( 0 );
		$world->clock->advance( self::DAY );
		self::deliver( $world, self::sent( '2026-03-03' ) );
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertSame(
			[ '2026-03-03', 'Sold 2026-03-02, shipped 2026-03-03', 'Produit' ],
			self::says( $world->invoicing->updated[0] )
		);
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertCount( 1, $world->invoicing->updated, 'Once.' );
	}

	public function test_a_final_invoice_differs_from_no_order_because_its_parcel_left(): void {
		$world = self::ordered( 0, finalise: true );
		$asked = $world->sellsy->count( 'get_document' );
		self::deliver( $world, self::sent( '2026-03-03' ) );
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertNull( $world->row()->problem );
		self::assertSame( [], $world->invoicing->updated );
		self::assertSame( $asked, $world->sellsy->count( 'get_document' ), 'Nothing is asked for it.' );
	}

	public function test_a_draft_that_becomes_final_on_another_day_says_the_orders_day_first(): void {
		$world = self::ordered( 0 );
		$world->clock->advance( 3 * self::DAY );
		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertSame( [ '2026-03-05' ], $world->sellsy->validated );
		self::assertSame( [ '', 'Sold 2026-03-02', 'Produit' ], self::says( $world->invoicing->updated[0] ) );
	}

	/**
	 * An intra-Community supply that is not shipped says the document's own day (BR-IC-11): that of the draft would be
	 * a day on which nothing left.
	 */
	#[TestWith( [ 'BE', '2026-03-06' ] )]
	#[TestWith( [ 'US', '' ], 'of an export nothing is said, and its draft stays' )]
	public function test_what_has_not_left_is_said_with_the_day_on_which_the_invoice_becomes_final(
		string $country,
		string $shipped,
	): void {
		$world                  = new World();
		$world->sellsy->taxes[] = Shop::tax( 50, '0', $country === 'BE' ? 'K' : 'G' );
		$world->change_settings(
			[
				'exempt_taxes' => [
					[
						'situation' => $country === 'BE' ? 'eu_business' : 'outside_eu',
						'tax_id'    => 50,
					],
				],
			]
		);
		$order                  = $world->order( 1, ht: '10.00', vat: '0' );
		$world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				...[
					'lines'       => [ $order->lines[0]->without_taxes() ],
					'taxes'       => [],
					'tax_country' => $country,
					'buyer'       => Orders::buyer( 'BE0123456749' ),
				],
			]
		);
		$world->clock->advance( 2 * self::DAY );
		$world->fire( 1 );
		$world->pass_time( 10 );
		$world->clock->advance( 2 * self::DAY );
		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertSame( [ '2026-03-06' ], $world->sellsy->validated );
		self::assertSame(
			$shipped === '' ? [] : [ $shipped ],
			array_column( array_column( $world->invoicing->updated, 'details' ), 'shipping_date' )
		);
	}

	public function test_a_parcel_of_the_same_moment_is_on_the_draft_before_it_becomes_final(): void {
		$world = self::ordered( 0 );
		$world->clock->advance( self::DAY );
		self::deliver( $world, self::sent( '2026-03-03' ) );
		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 20 );

		self::assertCount( 1, $world->sellsy->validated );
		self::assertSame( '2026-03-03', $world->invoicing->updated[0]->details->shipping_date );
	}

	private static function ordered( int $days_later, ?OrderDelivery $delivery = null, bool $finalise = false ): World {
		$world = new World( finalise: $finalise );
		$world->order( 1 );
		self::deliver( $world, $delivery ?? new OrderDelivery() );
		$world->clock->advance( $days_later * self::DAY );
		$world->fire( 1 );
		$world->due->run( 20 );
		return $world;
	}

	private static function deliver( World $world, OrderDelivery $delivery ): void {
		$world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $world->shop->orders[1] ), ...[ 'delivery' => $delivery ] ]
		);
	}

	private static function sent( string $day ): OrderDelivery {
		return new OrderDelivery( shipments: [ new Shipment( 'Colissimo', '6A1', '', $day ) ] );
	}

	/** @return list<string> the day of shipping, then what its rows say. */
	private static function says( DocumentDraft $draft ): array {
		return [ $draft->details->shipping_date, ...array_column( $draft->rows, 'description' ) ];
	}

	/** @testWith ["2026-03-02", false]
	 *            ["2026-03-04", true]
	 */
	public function test_goods_that_left_on_the_documents_own_day_need_no_line( string $sent, bool $is_said ): void {
		$says = self::says( self::ordered( 0, self::sent( $sent ) )->invoicing->created[0] );
		self::assertSame( [ $sent, $is_said ? 3 : 2 ], [ $says[0], count( $says ) ] );
	}

	/** @testWith [true, "2026-03-09"]
	 *            [false, ""]
	 */
	public function test_a_service_leaves_no_warehouse( bool $has_goods, string $shipped ): void {
		$order = ( new World() )->order( 1 );
		$line  = new OrderLine(
			...[
				...get_object_vars( $order->lines[0] ),
				'is_virtual' => ! $has_goods,
			]
		);
		$order = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines'    => [ $line ],
				'delivery' => new OrderDelivery( completed_on: '2026-03-09' ),
			]
		);
		self::assertSame( $shipped, SaleDays::of( $order, World::settings( true, false ), '2026-03-02' )->shipped );
	}
}
