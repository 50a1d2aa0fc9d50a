<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Rest;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Tests\Answers\Shape;
use PHPUnit\Framework\TestCase;

/** Types of answers as schemas. What no schema can say is refused, never guessed. */
final class ShapeTest extends TestCase {

	private const WORDS = [
		'Day' => [
			'type' => 'string',
			'pattern' => '^.{10}$',
		],
	];

	/** @return array<string, array{string, array<string, mixed>}> */
	public static function types(): array {
		$states = [ 'seen', 'missing', 'unseen' ];
		$string = [ 'type' => 'string' ];
		return [
			'a text'              => [ 'string', $string ],
			'a number or nothing' => [ 'int|null', [ 'type' => [ 'integer', 'null' ] ] ],
			'one of two texts'    => [ "'a'|'b'", $string + [ 'enum' => [ 'a', 'b' ] ] ],
			'an enum'             => [ 'value-of<RightState>', $string + [ 'enum' => $states ] ],
			'an enum or another'  => [ "'no'|value-of<RightState>", $string + [ 'enum' => [ 'no', ...$states ] ] ],
			'another answer'      => [ 'OrderRefAnswer', [ 'use' => 'order-ref' ] ],
			'none of another'     => [
				'OrderRefAnswer|null',
				[
					'use' => 'order-ref',
					'nullable' => true,
				],
			],
			'a word'              => [ 'Day', self::WORDS['Day'] ],
			'a list'              => [
				'list<Day>',
				[
					'type' => 'array',
					'items' => self::WORDS['Day'],
				],
			],
			'for each of an enum' => [
				'array<value-of<RightState>, string>',
				self::closed( array_fill_keys( $states, $string + [ 'required' => true ] ) ),
			],
			'fields'              => [
				"array{\n// What, and\n// why.\na: bool,\nb?: string,\n// One of x-y, z. Said.\nc: string,\n}",
				self::closed(
					[
						'a' => [
							'description' => 'What, and why.',
							'type' => 'boolean',
							'required' => true,
						],
						'b' => $string,
						'c' => [ 'description' => 'Said.' ] + $string + [
							'enum' => [ 'x-y', 'z' ],
							'required' => true,
						],
					]
				),
			],
		];
	}

	/**
	 * @dataProvider types
	 * @param array<string, mixed> $expected
	 */
	public function test_a_type_is_a_schema( string $type, array $expected ): void {
		self::assertSame( $expected, self::shape( $type )->schema() );
	}

	/** @return array<string, array{string}> */
	public static function others(): array {
		return [
			'of any type'         => [ 'mixed' ],
			'of two types'        => [ 'string|int' ],
			'nothing alone'       => [ 'null' ],
			'an unknown enum'     => [ 'value-of<Nobody>' ],
			'a list of no type'   => [ 'list' ],
			'by any text'         => [ 'array<string, int>' ],
			'open'                => [ 'array{a: int, ...}' ],
			'what goes on'        => [ 'string string' ],
			'what ends too early' => [ 'array{a: int' ],
		];
	}

	/** @dataProvider others */
	public function test_another_type_is_refused( string $type ): void {
		$this->expectException( \DomainException::class );

		self::shape( $type )->schema();
	}

	private static function shape( string $type ): Shape {
		return new Shape(
			$type,
			[
				'RightState' => RightState::class,
				'' => __NAMESPACE__,
			],
			self::WORDS
		);
	}

	/**
	 * @param array<string, array<string, mixed>> $fields
	 * @return array<string, mixed>
	 */
	private static function closed( array $fields ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $fields,
		];
	}
}
