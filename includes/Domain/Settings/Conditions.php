<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Spread;

/** What a rule asks for, by Condition value, in the sequence in which that is asked. What is open is left out. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Conditions implements Spread {

	/** @var array<string, Field>|null by Condition value. */
	private ?array $fields = null;

	/** @return array<string, mixed> */
	public function default(): array {
		return [];
	}

	/** @return array<string, mixed> */
	public function read( mixed $stored, mixed $now ): array {
		$asked = [];
		foreach ( $this->entries() as $name => $field ) {
			$any   = $field->default();
			$value = is_array( $now ) ? $now[ $name ] ?? $any : $any;
			$value = is_array( $stored ) && array_key_exists( $name, $stored )
				? $field->read( $stored[ $name ], $value )
				: $value;
			if ( $field->stored( $value ) !== $field->stored( $any ) ) {
				$asked[ $name ] = $value;
			}
		}
		return $asked;
	}

	public function stored( mixed $value ): array {
		$stored = [];
		foreach ( $this->entries() as $name => $field ) {
			$is_set = is_array( $value ) && isset( $value[ $name ] );
			if ( $is_set || Condition::from( $name )->is_always_stored() ) {
				$stored[ $name ] = $field->stored( $is_set ? $value[ $name ] : $field->default() );
			}
		}
		return $stored;
	}

	public function schema(): array {
		return array_map( static fn ( Field $field ): array => $field->schema(), $this->entries() );
	}

	/** @return array<string, Field> */
	public function entries(): array {
		// Made when a rule is read: most shops have none.
		return $this->fields ??= array_map(
			static fn ( Condition $condition ): Field => $condition->field(),
			array_column( Condition::cases(), null, 'value' )
		);
	}
}
