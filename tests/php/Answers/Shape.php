<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Answers;

/**
 * One type as PHPStan writes it, read as a schema: `array{…}` with comments, `list<…>`, `array<value-of<Enum>, …>`,
 * `value-of<Enum>`, texts, `…|null`, string, int, bool, other answers and the words that it is handed.
 */
final class Shape {

	private const TOKEN = '~//[^\n]*|\'[^\']*\'|value-of|\w+|[{}<>|,?:()]|\S~';

	/** @var list<string> */
	private array $tokens;

	private int $at = 0;

	/** @var array<string, list<string>> */
	private array $enums = [];

	/**
	 * @param array<string, string>               $imports of the file, by the last part of their name; '' is its
	 *                                                     namespace.
	 * @param array<string, array<string, mixed>> $words   schemas of other names.
	 */
	public function __construct(
		string $type,
		private readonly array $imports,
		private readonly array $words,
	) {
		preg_match_all( self::TOKEN, $type, $tokens );
		$this->tokens = $tokens[0];
	}

	/** @return array<string, mixed> */
	public function schema(): array {
		$this->at = 0;
		$schema   = $this->union();
		return $this->at === count( $this->tokens ) ? $schema : throw $this->unknown();
	}

	/** @return array<string, list<string>> the enums that it names, once it was read. */
	public function enums(): array {
		return $this->enums;
	}

	/** @return array<string, mixed> */
	private function union(): array {
		$parts   = [];
		$is_null = false;
		do {
			if ( $this->takes( 'null' ) ) {
				$is_null = true;
			} else {
				$parts[] = $this->part();
			}
		} while ( $this->takes( '|' ) );
		$schema = array_shift( $parts ) ?? throw $this->unknown();
		foreach ( $parts as $part ) {
			if ( ! isset( $schema['enum'], $part['enum'] ) ) {
				throw $this->unknown();
			}
			$schema['enum'] = [ ...$schema['enum'], ...$part['enum'] ];
		}
		return match ( true ) {
			! $is_null => $schema,
			isset( $schema['use'] ) => $schema + [ 'nullable' => true ],
			default => array_replace( $schema, [ 'type' => [ $schema['type'], 'null' ] ] ),
		};
	}

	/** @return array<string, mixed> */
	private function part(): array {
		$token = $this->next();
		return match ( true ) {
			$token === 'array' && $this->takes( '{' ) => self::object( $this->fields() ),
			$token === 'array' => $this->by_enum(),
			$token === 'list' => [
				'type'  => 'array',
				'items' => $this->inner( $this->union( ... ) ),
			],
			$token === 'value-of' => $this->inner( $this->enumerated( ... ) ),
			$token[0] === "'" => self::one_of( [ trim( $token, "'" ) ] ),
			$token === 'string', $token === 'int', $token === 'bool' => [
				'type' => [
					'string' => 'string',
					'int' => 'integer',
					'bool' => 'boolean',
				][ $token ],
			],
			isset( $this->words[ $token ] ) => $this->words[ $token ],
			str_ends_with( $token, 'Answer' ) => [ 'use' => Shapes::kebab( substr( $token, 0, -6 ) ) ],
			default => throw $this->unknown( $token ),
		};
	}

	/** @return array<string, array<string, mixed>> */
	private function fields(): array {
		$fields = [];
		$about  = [];
		while ( ! $this->takes( '}' ) ) {
			if ( str_starts_with( $this->tokens[ $this->at ] ?? '', '//' ) ) {
				$about[] = trim( substr( $this->next(), 2 ) );
				continue;
			}
			$name     = $this->next();
			$required = $this->takes( '?' ) ? [] : [ 'required' => true ];
			$this->must( ':' );
			$fields[ $name ] = self::said( implode( ' ', $about ), $this->union() ) + $required;
			$about           = [];
			$this->takes( ',' );
		}
		return $fields;
	}

	/**
	 * What is kept somewhere is a string to PHPStan: its comment begins with "One of", and what it may be.
	 *
	 * @param array<string, mixed> $schema
	 * @return array<string, mixed>
	 */
	private static function said( string $about, array $schema ): array {
		if ( preg_match( '/^One of ([\w, -]+)\.\s*(.*)$/', $about, $found ) === 1 ) {
			$schema = self::one_of( explode( ', ', $found[1] ) );
			$about  = $found[2];
		}
		return ( $about === '' ? [] : [ 'description' => $about ] ) + $schema;
	}

	/** @return array<string, mixed> a field for each case. */
	private function by_enum(): array {
		return $this->inner(
			function (): array {
				$this->must( 'value-of' );
				$names = $this->inner( $this->enumerated( ... ) )['enum'];
				$this->must( ',' );
				return self::object( array_fill_keys( $names, $this->union() + [ 'required' => true ] ) );
			}
		);
	}

	/** @return array{type: string, enum: list<string>} */
	private function enumerated(): array {
		$name  = $this->next();
		$class = $this->imports[ $name ] ?? "{$this->imports['']}\\$name";
		if ( ! is_subclass_of( $class, \BackedEnum::class ) ) {
			throw $this->unknown( $name );
		}
		$this->enums[ $name ] = array_map( strval( ... ), array_column( $class::cases(), 'value' ) );
		return self::one_of( $this->enums[ $name ] );
	}

	/**
	 * @template T
	 * @param \Closure(): T $what
	 * @return T
	 */
	private function inner( \Closure $what ): mixed {
		$this->must( '<' );
		$inner = $what();
		$this->must( '>' );
		return $inner;
	}

	/**
	 * @param list<string> $values
	 * @return array{type: string, enum: list<string>}
	 */
	private static function one_of( array $values ): array {
		return [
			'type' => 'string',
			'enum' => $values,
		];
	}

	/**
	 * @param array<string, array<string, mixed>> $fields
	 * @return array<string, mixed>
	 */
	private static function object( array $fields ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $fields,
		];
	}

	private function next(): string {
		return $this->tokens[ $this->at++ ] ?? throw $this->unknown();
	}

	private function takes( string $token ): bool {
		$is_there  = ( $this->tokens[ $this->at ] ?? '' ) === $token;
		$this->at += $is_there ? 1 : 0;
		return $is_there;
	}

	private function must( string $token ): void {
		if ( ! $this->takes( $token ) ) {
			throw $this->unknown();
		}
	}

	private function unknown( string $token = '' ): \DomainException {
		$read = implode( ' ', array_slice( $this->tokens, 0, $this->at ) );
		return new \DomainException( "No type of an answer: $token after " . substr( $read, -80 ) );
	}
}
