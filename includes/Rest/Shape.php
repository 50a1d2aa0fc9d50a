<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/** The parts that schemas repeat. All of them are required. */
final class Shape {

	public const STRING = [
		'type'     => 'string',
		'required' => true,
	];

	public const STRINGS = [
		'type'     => 'array',
		'required' => true,
		'items'    => [ 'type' => 'string' ],
	];

	public const BOOLEAN = [
		'type'     => 'boolean',
		'required' => true,
	];

	public const INTEGER = [
		'type'     => 'integer',
		'required' => true,
	];

	public const COUNT = [
		'type'     => 'integer',
		'minimum'  => 0,
		'required' => true,
	];

	public const COUNT_OR_NULL = [
		'type'     => [ 'integer', 'null' ],
		'minimum'  => 0,
		'required' => true,
	];

	/** RFC 3339, UTC. */
	public const TIME = [
		'type'     => 'string',
		'format'   => 'date-time',
		'required' => true,
	];

	public const TIME_OR_NULL = [
		'type'     => [ 'string', 'null' ],
		'format'   => 'date-time',
		'required' => true,
	];

	/** YYYY-MM-DD. */
	public const DAY = [
		'type'     => 'string',
		'pattern'  => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
		'required' => true,
	];

	/** Two properties: a tax that fits, and how well. */
	public const PROPOSED_TAX = [
		'tax_id'     => [
			'description' => 'A tax of Sellsy; null where none fits.',
			'type'        => [ 'integer', 'null' ],
			'required'    => true,
		],
		'confidence' => [
			'description' => 'certain: one tax fits; likely: the best of several, for a person to check; none.',
			'type'        => 'string',
			'enum'        => [ 'certain', 'likely', 'none' ],
			'required'    => true,
		],
	];

	/**
	 * @param array<string, mixed> $properties
	 * @return array<string, mixed>
	 */
	public static function object( array $properties ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
		];
	}

	/**
	 * @param array<string, mixed> $item
	 * @return array<string, mixed>
	 */
	public static function list( array $item ): array {
		return [
			'type'     => 'array',
			'required' => true,
			'items'    => $item,
		];
	}

	/**
	 * @param array<string, mixed> $properties of each object in the list.
	 * @return array<string, mixed>
	 */
	public static function objects( array $properties ): array {
		return self::list( self::object( $properties ) );
	}

	/** @return array<string, mixed> what people choose from by its label. */
	public static function named(): array {
		return self::object(
			[
				'id'    => self::INTEGER,
				'label' => self::STRING,
			]
		);
	}

	/**
	 * A list that was asked for at Sellsy: it says by itself why it could not be read.
	 *
	 * @param array<string, mixed> $item
	 * @return array<string, mixed>
	 */
	public static function sellsy_list( array $item ): array {
		$properties = [
			'items'   => self::list( $item ),
			'problem' => [
				'use'      => 'problem-or-null',
				'required' => true,
			],
		];
		return [ 'required' => true ] + self::object( $properties );
	}
}
