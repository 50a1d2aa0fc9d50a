<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\Values;
use PHPUnit\Framework\TestCase;

/** What came in may be anything: what is not of the type that is asked for changes nothing. */
final class ValuesTest extends TestCase {

	public function test_what_is_of_its_type_is_taken_and_anything_else_is_not(): void {
		$values = new Values(
			[
				'text'    => 'PO-7',
				'yes'     => true,
				'zero'    => 0,
				'seven'   => 7,
				'minus'   => -1,
				'nothing' => null,
				'list'    => [ 'a' => 'b' ],
			]
		);
		self::assertSame( [ 'PO-7', '-', '-' ], self::of( $values->text( ... ), [ 'text', 'seven', 'absent' ], '-' ) );
		self::assertSame( [ true, false, false ], self::of( $values->flag( ... ), [ 'yes', 'text', 'no' ], false ) );
		self::assertSame(
			[ 0, 7, 9, 9, 9 ],
			self::of( $values->number( ... ), [ 'zero', 'seven', 'minus', 'text', 'absent' ], 9 )
		);
		self::assertSame(
			[ 9, 7, 9, null, 9, 9 ],
			self::of( $values->id( ... ), [ 'zero', 'seven', 'minus', 'nothing', 'text', 'absent' ], 9 )
		);
		self::assertSame( [ [ 'a' => 'b' ], null ], [ $values->list_of( 'list' ), $values->list_of( 'text' ) ] );
		self::assertSame( 'b', $values->object( 'list' )->text( 'a', '' ) );
		self::assertSame( '', $values->object( 'absent' )->text( 'a', '' ) );
	}

	public function test_a_choice_is_one_of_those_that_there_are(): void {
		$values = new Values(
			[
				'document' => 'invoice',
				'other'    => 'receipt',
			]
		);
		$choice = static fn ( string $key ): string => $values->one_of( $key, [ 'invoice', 'estimate' ], 'estimate' );
		self::assertSame(
			[ 'invoice', 'estimate', 'estimate' ],
			array_map( $choice, [ 'document', 'other', 'absent' ] )
		);
	}

	/**
	 * @param list<string> $keys
	 * @return list<mixed>
	 */
	private static function of( \Closure $read, array $keys, mixed $fallback ): array {
		return array_map( static fn ( string $key ): mixed => $read( $key, $fallback ), $keys );
	}
}
