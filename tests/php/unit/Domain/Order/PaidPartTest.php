<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Order;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Each payment of an order becomes one at Sellsy, worth what it paid: the gateway's is what the others left. */
final class PaidPartTest extends TestCase {

	/** @return iterable<string, array{string, list<PartPayment>, list<string>}> total, parts, payments. */
	public static function orders(): iterable {
		$card   = self::part( 'gift_card', '7', '5' );
		$credit = self::part( 'store_credit', '', '3' );
		yield 'by card alone' => [ '12', [], [ ' stripe 12 ch_1' ] ];
		yield 'a gift card paid a part' => [ '12', [ $card ], [ ' stripe 7 ch_1', 'gift_card:7 gift_card 5 ' ] ];
		yield 'two of them' => [
			'12',
			[ $card, $credit ],
			[ ' stripe 4 ch_1', 'gift_card:7 gift_card 5 ', 'store_credit: store_credit 3 ' ],
		];
		yield 'a gift card paid all of it' => [ '5', [ $card ], [ 'gift_card:7 gift_card 5 ' ] ];
		yield 'one that is empty' => [ '12', [ self::part( 'gift_card', '8', '0' ) ], [ ' stripe 12 ch_1' ] ];
		yield 'a free order' => [ '0', [], [] ];
		yield 'a fee of the order is one' => [
			'12',
			[ self::part( 'wallet', '', '5', 31 ) ],
			[ ' stripe 7 ch_1', 'wallet: wallet 5 fee' ],
		];
	}

	/**
	 * @param list<PartPayment> $parts
	 * @param list<string>      $payments
	 */
	#[DataProvider( 'orders' )]
	public function test_the_payments_of_an_order( string $total, array $parts, array $payments ): void {
		$order = self::order( $total, $parts );
		$said  = static fn ( PaidPart $part ): string =>
			"$part->key $part->method {$part->amount->to_string()} "
			. ( $part->is_fee ? 'fee' : $part->transaction_id );
		self::assertSame( $payments, array_map( $said, PaidPart::all_of( $order ) ) );
	}

	public function test_one_is_found_by_its_key(): void {
		$order = self::order( '12', [ self::part( 'gift_card', '7', '5' ), self::part( 'gift_card', '8', '4' ) ] );
		self::assertSame( '4', PaidPart::find( $order, 'gift_card:8' )?->amount->to_string() );
		self::assertSame( '3', PaidPart::find( $order, '' )?->amount->to_string() );
		self::assertNull( PaidPart::find( $order, 'gift_card:9' ) );
	}

	private static function part( string $method, string $code, string $amount, int $fee_id = 0 ): PartPayment {
		return new PartPayment(
			method: $method,
			code: $code,
			amount: Decimal::from_string( $amount ),
			fee_id: $fee_id
		);
	}

	/** @param list<PartPayment> $parts */
	private static function order( string $total, array $parts ): OrderSnapshot {
		$payment = new OrderPayment( 'stripe', 'Card', 'ch_1', $parts );
		return Orders::of( $total, [], [], more: [ 'payment' => $payment ] );
	}
}
