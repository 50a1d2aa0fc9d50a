<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/**
 * Settings that stand together: a class whose parameters each have a field as attribute. Their names are the keys.
 *
 * @template T of object
 */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Group implements Field {

	/** @var array<string, Field> by the name of the parameter. */
	public readonly array $fields;

	/** @param class-string<T> $of */
	public function __construct( private readonly string $of ) {
		$fields = [];
		foreach ( ( new \ReflectionMethod( $of, '__construct' ) )->getParameters() as $parameter ) {
			foreach ( $parameter->getAttributes( Field::class, \ReflectionAttribute::IS_INSTANCEOF ) as $field ) {
				$fields[ $parameter->getName() ] = $field->newInstance();
			}
		}
		$this->fields = $fields;
	}

	/** @return T */
	public function default(): object {
		return $this->made( array_map( static fn ( Field $field ): mixed => $field->default(), $this->fields ) );
	}

	/**
	 * @param T            $now     what is left out stays as it is here.
	 * @param array<mixed> $changes
	 * @return T
	 */
	public function merged( object $now, array $changes ): object {
		$values = $this->values( $now );
		foreach ( $this->fields as $name => $field ) {
			if ( $field instanceof Spread ) {
				$values[ $name ] = $field->read( $changes, $values[ $name ] );
			} elseif ( array_key_exists( $name, $changes ) ) {
				$values[ $name ] = $field->read( $changes[ $name ], $values[ $name ] );
			}
		}
		return $this->made( $values );
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return is_array( $stored ) && $now instanceof $this->of ? $this->merged( $now, $stored ) : $now;
	}

	/** @return array<string, mixed> */
	public function stored( mixed $value ): array {
		$values = $value instanceof $this->of ? $this->values( $value ) : [];
		$stored = [];
		foreach ( $this->fields as $name => $field ) {
			$stored += $field instanceof Spread
				? $field->stored( $values[ $name ] )
				: [ $name => $field->stored( $values[ $name ] ) ];
		}
		return $stored;
	}

	public function schema(): array {
		return Schema::closed( $this->entries() );
	}

	/** @return array<string, Field> by the name of the entry where it is stored. */
	public function entries(): array {
		$entries = [];
		foreach ( $this->fields as $name => $field ) {
			$entries += $field instanceof Spread ? $field->entries() : [ $name => $field ];
		}
		return $entries;
	}

	/** @return array<string, mixed> by the name of the parameter. */
	private function values( object $of ): array {
		return array_intersect_key( get_object_vars( $of ), $this->fields );
	}

	/**
	 * @param array<string, mixed> $values by the name of the parameter.
	 * @return T
	 */
	private function made( array $values ): object {
		return ( new \ReflectionClass( $this->of ) )->newInstanceArgs( $values );
	}
}
