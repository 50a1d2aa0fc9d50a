<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Order;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What counts as another order than the one a document was made of, and what does not. */
final class OrderFingerprintTest extends TestCase {

	/** @return iterable<string, array{array<string, mixed>, string}> what is other, and what the mark says of it. */
	public static function changes(): iterable {
		$delivery = static fn ( string $sent, string $completed = '' ): array => [
			'delivery' => new OrderDelivery(
				shipments: $sent === '' ? [] : [ new Shipment( 'Colissimo', '6A1', '', $sent ) ],
				completed_on: $completed
			),
		];
		$line     = static fn ( string $total, array $more = [] ): array => [
			'lines' => [ Orders::line( 1, $total, [ 1 => '2' ], '1', $more ) ],
		];
		yield 'nothing' => [ [], 'same' ];
		yield 'its status' => [ [ 'status' => 'completed' ], 'same' ];
		yield 'its number' => [ [ 'number' => '1002' ], 'same' ];
		yield 'what the shopper wrote' => [ [ 'customer_note' => 'Merci' ], 'same' ];
		yield 'the shop has moved' => [ [ 'shop_country' => 'BE' ], 'same' ];
		yield 'the product has other references' => [ $line( '10', [ 'skus' => [ 'NEW' ] ] ), 'same' ];
		yield 'the buyer has another name on the profile' => [ self::buyer( [ 'last_name' => 'Other' ] ), 'same' ];
		yield 'the e-mail address in capitals' => [ self::buyer( [ 'email' => ' CLIENT@example.test ' ] ), 'same' ];
		yield 'the e-mail address' => [ self::buyer( [ 'email' => 'other@example.test' ] ), 'e-mail' ];
		yield 'the total' => [ [ 'total' => Decimal::from_string( '12.01' ) ], 'other' ];
		yield 'a line' => [ $line( '10.01' ), 'other' ];
		yield 'the name of a line' => [ $line( '10', [ 'name' => 'Other' ] ), 'other' ];
		yield 'the quantity of a line' => [ $line( '10', [ 'quantity' => Decimal::of_int( 2 ) ] ), 'other' ];
		yield 'the exemption' => [ [ 'vat_exempt' => true ], 'other' ];
		yield 'how its prices were entered' => [ [ 'prices_include_tax' => false ], 'other' ];
		yield 'the address' => [ [ 'billing' => self::address( '2 rue du Test' ) ], 'other' ];
		yield 'another address of delivery' => [ [ 'shipping' => self::address( '2 rue du Test' ) ], 'other' ];
		yield 'the VAT number' => [ self::buyer( [ 'vat_number' => 'FR40303265045' ] ), 'other' ];
		yield 'the SIREN' => [ self::buyer( [ 'siren' => '303265045' ] ), 'other' ];
		yield 'the number of the buyer' => [ [ 'buyer_order_number' => 'PO-7' ], 'other' ];
		yield 'a parcel has left' => [ $delivery( '2026-11-25' ), 'shipped' ];
		yield 'it is completed' => [ $delivery( '', '2026-11-25' ), 'shipped' ];
		yield 'the buyer was erased' => [
			[
				'buyer'   => Buyer::erased(),
				'billing' => self::address( '' ),
			] + $delivery( '2026-11-25' ),
			'same',
		];
	}

	/** @param array<string, mixed> $change */
	#[DataProvider( 'changes' )]
	public function test_changes( array $change, string $said ): void {
		$before = OrderFingerprint::from_order( self::order( [] ) );
		$after  = OrderFingerprint::from_order( self::order( $change ) );
		foreach ( [ [ $before, $after ], [ $after, $before ] ] as [ $one, $other ] ) {
			foreach ( [ $other, OrderFingerprint::read( $other->text() ) ] as $read ) {
				self::assertSame( ! in_array( $said, [ 'other', 'e-mail' ], true ), $one->is_like( $read ) );
				self::assertSame( $said !== 'other', $one->says_the_same( $read ) );
				self::assertSame( $said !== 'shipped', $one->was_shipped_like( $read ) );
			}
		}
	}

	public function test_an_order_had_its_own_address_and_no_other(): void {
		$mark = OrderFingerprint::from_order( self::order( [] ) );
		self::assertTrue( $mark->had( 'client@example.test' ) );
		self::assertTrue( $mark->had( ' Client@Example.test' ) );
		self::assertFalse( $mark->had( 'other@example.test' ) );
		self::assertFalse( OrderFingerprint::from_order( self::order( self::buyer( [ 'email' => '' ] ) ) )->had( '' ) );
	}

	public function test_no_mark_is_no_orders(): void {
		self::assertFalse( OrderFingerprint::from_order( self::order( [] ) )->is_like( OrderFingerprint::read( '' ) ) );
	}

	/** Marks of a release before are longer, and know no day. */
	public function test_a_mark_of_a_release_before_fits_its_order(): void {
		$is     = OrderFingerprint::from_order( ( new World() )->order( 1 ) );
		$before = OrderFingerprint::read( '8b8a8431852d6e6a4bcdbce58d3cfb27ffe058ac.51216a83e9a.6be418f4898' );
		self::assertTrue( $is->is_like( $before ) );
		self::assertTrue( $is->was_shipped_like( $before ) );
		self::assertSame( 'edd3aa24a32', $is->fingerprint(), 'What problems of before name.' );
	}

	/** The first marks knew neither numbers nor address: what they do not say fits any. */
	public function test_what_a_mark_does_not_say_fits_any(): void {
		$is    = OrderFingerprint::from_order( self::order( [] ) );
		$first = explode( '.', $is->text() )[0];
		self::assertTrue( $is->is_like( OrderFingerprint::read( $first ) ) );
		self::assertFalse( $is->is_like( OrderFingerprint::read( strrev( $first ) ) ) );
	}

	public function test_a_mark_fits_the_ledgers_column(): void {
		$order = self::order( [ 'delivery' => new OrderDelivery( completed_on: '2026-11-25' ) ] );
		self::assertSame( 64, strlen( OrderFingerprint::from_order( $order )->text() ) );
	}

	/** @param array<string, mixed> $change */
	private static function order( array $change ): OrderSnapshot {
		return Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ], true, $change );
	}

	/**
	 * @param array<string, string> $other
	 * @return array{buyer: Buyer}
	 */
	private static function buyer( array $other ): array {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return [ 'buyer' => new Buyer( ...array_replace( get_object_vars( Orders::buyer( '' ) ), $other ) ) ];
	}

	private static function address( string $line ): Address {
		return new Address(
			name: 'Client Test',
			company: '',
			line_1: $line,
			line_2: '',
			postcode: '75001',
			city: 'Paris',
			state: '',
			country: 'FR'
		);
	}
}
