<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Answers;

/**
 * Schemas as zod and types of TypeScript. A part that has a schema of its own is written by its name, and each call is
 * marked as pure: a bundle holds only what its page reads.
 */
final class Zod {

	private const CHECKS = [
		'minLength' => 'minLength',
		'maxLength' => 'maxLength',
		'minItems'  => 'minLength',
		'maxItems'  => 'maxLength',
		'minimum'   => 'minimum',
		'maximum'   => 'maximum',
	];

	/** What TypeScript calls otherwise than PHP. */
	private const NAMES = [
		'DocumentKind'    => 'Kind',
		'ExemptSituation' => 'Situation',
		'State'           => 'DoctorState',
	];

	/** @var array<string, string> names of TypeScript, by the schema. */
	private array $known = [];

	/** @var array<string, string> what is written so far, by name. */
	private array $written = [];

	/** @var array<string, list<string>> */
	private readonly array $enums;

	/**
	 * @param array<string, array<string, mixed>> $schemas complete, by name (`tax-created`).
	 * @param array<string, list<string>>         $enums   values, by the name in PHP.
	 */
	public function __construct( private readonly array $schemas, array $enums ) {
		$name        = static fn ( string $of_php ): string => self::NAMES[ $of_php ] ?? $of_php;
		$this->enums = array_combine( array_map( $name, array_keys( $enums ) ), $enums );
		foreach ( $this->enums as $name => $values ) {
			$this->known[ self::itself(
				[
					'type' => 'string',
					'enum' => $values,
				]
			) ] = $name;
		}
		foreach ( $schemas as $name => $schema ) {
			$this->known += [ self::itself( $schema ) => self::pascal( $name ) ];
		}
	}

	public function text(): string {
		array_map( $this->enum( ... ), array_keys( $this->enums ) );
		array_map( $this->named( ... ), array_keys( $this->schemas ) );
		return implode( "\n", $this->written );
	}

	private function enum( string $name ): void {
		$this->declare( $name, $this->call( 'enum', self::json( $this->enums[ $name ] ) ) );
	}

	private function named( string $name ): void {
		if ( ! isset( $this->written[ self::pascal( $name ) ] ) ) {
			$this->declare( self::pascal( $name ), $this->whole( $this->schemas[ $name ], '' ) );
		}
	}

	private function declare( string $name, string $text ): void {
		$this->written[ $name ] = "export const {$name}Schema = $text;\n"
			. "export type $name = z.infer< typeof {$name}Schema >;\n";
	}

	/** @param array<string, mixed> $schema */
	private function part( array $schema, string $indent ): string {
		$name = $this->known[ self::itself( $schema ) ] ?? null;
		$text = $name === null ? $this->typed( $schema, $indent ) : $this->by_name( $name );
		return in_array( 'null', (array) $schema['type'], true ) ? $this->call( 'nullable', $text ) : $text;
	}

	/** What a part names stands before it. */
	private function by_name( string $name ): string {
		foreach ( array_keys( $this->schemas ) as $schema ) {
			if ( self::pascal( $schema ) === $name ) {
				$this->named( $schema );
			}
		}
		return "{$name}Schema";
	}

	/** @param array<string, mixed> $schema */
	private function whole( array $schema, string $indent ): string {
		$text = $this->typed( $schema, $indent );
		return in_array( 'null', (array) $schema['type'], true ) ? $this->call( 'nullable', $text ) : $text;
	}

	/** @param array<string, mixed> $schema */
	private function typed( array $schema, string $indent ): string {
		$type = array_values( array_diff( (array) $schema['type'], [ 'null' ] ) )[0];
		return match ( true ) {
			isset( $schema['enum'] ) => $this->call( 'enum', self::json( $schema['enum'] ) ),
			( $schema['format'] ?? '' ) === 'date-time' => $this->call( 'iso.datetime', '{ offset: true }' ),
			$type === 'string' => $this->checked( 'string', '', $schema ),
			$type === 'integer' => $this->checked( 'int', '', $schema ),
			$type === 'boolean' => $this->call( 'boolean' ),
			$type === 'array' => $this->checked( 'array', $this->part( $schema['items'], $indent ), $schema ),
			$type === 'object' => $this->call( 'strictObject', $this->fields( $schema['properties'], $indent ) ),
			default => throw new \DomainException( "No type of a schema: $type" ),
		};
	}

	/** @param array<string, array<string, mixed>> $properties */
	private function fields( array $properties, string $indent ): string {
		$lines = '';
		foreach ( $properties as $name => $schema ) {
			$about = $schema['description'] ?? '';
			$text  = $this->part( $schema, "$indent\t" );
			$value = ( $schema['required'] ?? false ) === true ? $text : $this->call( 'optional', $text );
			$lines .= ( $about === '' ? '' : "$indent\t/** $about */\n" ) . "$indent\t$name: $value,\n";
		}
		return "{\n$lines$indent}";
	}

	/** @param array<string, mixed> $schema */
	private function checked( string $type, string $argument, array $schema ): string {
		$checks = [];
		foreach ( self::CHECKS as $name => $check ) {
			if ( isset( $schema[ $name ] ) ) {
				$checks[] = $this->call( $check, (string) $schema[ $name ] );
			}
		}
		if ( isset( $schema['pattern'] ) ) {
			$checks[] = $this->call( 'regex', '/' . preg_replace( '~(?<!\\\\)/~', '\/', $schema['pattern'] ) . '/' );
		}
		$text = $this->call( $type, $argument );
		return $checks === [] ? $text : "$text.check( " . implode( ', ', $checks ) . ' )';
	}

	private function call( string $name, string $argument = '' ): string {
		return "/*#__PURE__*/ z.$name(" . ( $argument === '' ? '' : " $argument " ) . ')';
	}

	/**
	 * Where a schema stands says whether it is required or may be null, and may describe it.
	 *
	 * @param array<string, mixed> $schema
	 */
	private static function itself( array $schema ): string {
		$schema['type'] = array_values( array_diff( (array) $schema['type'], [ 'null' ] ) );
		$of_place       = [ '$schema', 'title', 'required', 'description', 'default' ];
		return self::json( array_diff_key( $schema, array_flip( $of_place ) ) );
	}

	/** @param array<mixed> $value */
	private static function json( array $value ): string {
		return json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
	}

	private static function pascal( string $name ): string {
		return str_replace( '-', '', ucwords( $name, '-' ) );
	}
}
