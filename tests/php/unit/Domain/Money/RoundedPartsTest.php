<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Money;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\RoundedParts;
use OrderInvoicer\Domain\Money\Rounding;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Money that was written with four decimals, as it was paid. */
final class RoundedPartsTest extends TestCase {

	/**
	 * @param list<string> $written
	 * @param list<string> $paid
	 */
	#[DataProvider( 'parts' )]
	public function test_each_is_rounded_once_and_the_last_takes_what_is_left(
		string $total,
		array $written,
		array $paid,
	): void {
		$total = Decimal::from_string( $total );
		$parts = RoundedParts::of(
			array_map( Decimal::from_string( ... ), $written ),
			$total,
			$total->round( 2, Rounding::HalfUp ),
			2
		);
		self::assertSame( $paid, array_map( static fn ( Decimal $part ): string => $part->to_scale( 2 ), $parts ) );
	}

	/** @return iterable<string, array{string, list<string>, list<string>}> */
	public static function parts(): iterable {
		yield 'the last takes less' => [ '89.9701', [ '44.9851', '44.985' ], [ '44.99', '44.98' ] ];
		yield 'the last takes more' => [ '60.006', [ '30.003', '30.003' ], [ '30.00', '30.01' ] ];
		yield 'one is not the last' => [ '89.9701', [ '44.9851', '10.005' ], [ '44.99', '10.01' ] ];
		yield 'never more than there is' => [ '0.014', [ '0.005', '0.005' ], [ '0.01', '0.00' ] ];
		yield 'typed as it is seen' => [ '89.9701', [ '89.97' ], [ '89.97' ] ];
		yield 'two decimals stay' => [ '60', [ '12.5', '47.5' ], [ '12.50', '47.50' ] ];
		yield 'an order that was edited' => [ '10', [ '12.5' ], [ '12.50' ] ];
	}
}
