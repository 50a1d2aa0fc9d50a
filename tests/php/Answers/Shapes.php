<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Answers;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Tests\HouseRules\Source;

/**
 * Answers of the REST API as they are declared: each is a `@phpstan-type …Answer` at the class that fills it, so that
 * PHPStan knows what is filled and read. `npm run schemas` makes the schemas of them. A comment above a field is its
 * description.
 */
final class Shapes {

	/** Words of phpstan.neon.dist (`typeAliases`), which say more than PHP's own types. */
	private const WORDS = [
		'Rfc3339'      => [
			'type'   => 'string',
			'format' => 'date-time',
		],
		'YearMonthDay' => [
			'type'    => 'string',
			'pattern' => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
		],
		'YearMonth'    => [
			'type'    => 'string',
			'pattern' => '^[0-9]{4}-[0-9]{2}$',
		],
		'HttpUrl'      => [
			'type'    => 'string',
			'pattern' => '^https?:\/\/',
		],
		'NaturalInt'      => [
			'type'    => 'integer',
			'minimum' => 0,
		],
		'PositiveInt'     => [
			'type'    => 'integer',
			'minimum' => 1,
		],
	];

	/** @var array<string, array<string, mixed>> by name; `use` names another one (`Rest/SchemaSet`). */
	public readonly array $schemas;

	/** @var array<string, list<string>> what each enum of them may be, by its own name. */
	public readonly array $enums;

	/** @param list<Source> $sources */
	public function __construct( array $sources ) {
		$schemas = [];
		$enums   = [];
		foreach ( $sources as $source ) {
			foreach ( self::declared( $source->text ) as $name => $type ) {
				$shape    = new Shape( $type, self::imports( $source->text ), self::words() );
				$new      = self::kebab( $name );
				$schemas += isset( $schemas[ $new ] )
					? throw new \DomainException( "{$name}Answer is declared twice." )
					: [ $new => $shape->schema() ];
				$enums   += $shape->enums();
			}
		}
		ksort( $schemas );
		ksort( $enums );
		$this->schemas = $schemas;
		$this->enums   = $enums;
	}

	public static function kebab( string $name ): string {
		return strtolower( (string) preg_replace( '/(?<!^)[A-Z]/', '-$0', $name ) );
	}

	/** @return array<string, array<string, mixed>> */
	private static function words(): array {
		return self::WORDS + [
			'KindOfOrder' => [
				'type' => 'string',
				'enum' => array_column( DocumentKind::of_orders(), 'value' ),
			],
		];
	}

	/** @return array<string, string> each type as it is written, by its name without `Answer`. */
	private static function declared( string $text ): array {
		$types = [];
		preg_match_all( '~/\*\*(.*?)\*/~s', $text, $docblocks );
		foreach ( $docblocks[1] as $docblock ) {
			$plain = (string) preg_replace( '/^\s*\* ?/m', '', $docblock );
			preg_match_all( '/^@phpstan-type\s+(\w+)Answer\s+(.*?)(?=^@|\z)/ms', $plain, $found, PREG_SET_ORDER );
			foreach ( $found as [ , $name, $type ] ) {
				$types[ $name ] = $type;
			}
		}
		return $types;
	}

	/** @return array<string, string> by the last part of their name. */
	private static function imports( string $text ): array {
		preg_match( '/^namespace ([\w\\\\]+);/m', $text, $namespace );
		preg_match_all( '/^use ([\w\\\\]+\\\\(\w+));/m', $text, $used );
		return [ '' => $namespace[1] ?? '' ] + array_combine( $used[2], $used[1] );
	}
}
