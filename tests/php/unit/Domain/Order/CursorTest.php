<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Order;

use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\PastOrder;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CursorTest extends TestCase {

	public function test_many_orders_of_one_second_are_all_passed(): void {
		$at     = new \DateTimeImmutable( '2025-01-01' );
		$later  = new \DateTimeImmutable( '2025-01-02' );
		$cursor = ( new Cursor() )->beyond( [ new PastOrder( 1, $at ), new PastOrder( 2, $at ) ] );
		self::assertEquals( new Cursor( $at->getTimestamp(), 2 ), $cursor );
		self::assertEquals( $cursor, $cursor->beyond( [] ) );
		self::assertEquals( new Cursor( $at->getTimestamp(), 3 ), $cursor->beyond( [ new PastOrder( 3, $at ) ] ) );

		$cursor = $cursor->beyond( [ new PastOrder( 3, $at ), new PastOrder( 4, $later ) ] );
		self::assertEquals( new Cursor( $later->getTimestamp(), 1 ), $cursor );
		self::assertEquals( $cursor, Cursor::of_string( $cursor->to_string() ) );
	}

	#[TestWith( [ 'nonsense' ] )]
	#[TestWith( [ '' ] )]
	#[TestWith( [ '12' ] )]
	#[TestWith( [ '12.' ] )]
	#[TestWith( [ '-12.3' ] )]
	#[TestWith( [ '12.3.4' ] )]
	#[TestWith( [ '123456789012.1' ] )]
	#[TestWith( [ '12.1234567890' ] )]
	public function test_what_is_no_cursor_is_the_beginning( string $text ): void {
		self::assertEquals( new Cursor( 0, 0 ), Cursor::of_string( $text ) );
	}
}
