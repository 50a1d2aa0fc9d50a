<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Customers\CustomerLink;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What the list of remembered customers reads from the keys under which they are kept: never whom it is about. */
final class CustomerLinkTest extends TestCase {

	#[TestWith( [ 'C5:individual', 5, 0, '' ], 'an account' )]
	#[TestWith( [ 'C5:company:732829320', 5, 0, '732829320' ], 'an account that buys for a company' )]
	#[TestWith( [ 'C5:company:732829320:x', 5, 0, '732829320' ] )]
	#[TestWith( [ 'O17:individual', 0, 17, '' ], 'an order without an address' )]
	#[TestWith( [ 'G8f14e45f:individual', 0, 0, '' ], 'a guest' )]
	#[TestWith( [ '', 0, 0, '' ] )]
	public function test_its_parts( string $key, int $user_id, int $order_id, string $number ): void {
		self::assertSame(
			[
				'user_id'  => $user_id,
				'order_id' => $order_id,
				'number'   => $number,
			],
			CustomerLink::parts( $key )
		);
	}

	public function test_keys_are_made_so(): void {
		$of = static fn ( int $user_id, string $email ): array =>
			CustomerLink::parts( CustomerKey::for_buyer( World::buyer( $user_id, $email ), 17 )->who() );
		self::assertSame( 5, $of( 5, 'a@example.com' )['user_id'] );
		self::assertSame( 17, $of( 0, '' )['order_id'] );
		self::assertSame( [ 0, 0 ], array_slice( array_values( $of( 0, 'a@example.com' ) ), 0, 2 ) );
	}
}
