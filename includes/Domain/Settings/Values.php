<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** Values of an array that anybody may have written: what is not there, or of another type, is the fallback. */
final class Values {

	/** @param array<mixed> $values */
	public function __construct( private readonly array $values ) {}

	public function text( string $key, string $fallback ): string {
		$value = $this->values[ $key ] ?? null;
		return is_string( $value ) ? $value : $fallback;
	}

	public function flag( string $key, bool $fallback ): bool {
		$value = $this->values[ $key ] ?? null;
		return is_bool( $value ) ? $value : $fallback;
	}

	/** Zero or more. */
	public function number( string $key, int $fallback ): int {
		$value = $this->values[ $key ] ?? null;
		return is_int( $value ) && $value >= 0 ? $value : $fallback;
	}

	/** Null, when it is there, means that nothing is chosen. */
	public function id( string $key, ?int $fallback ): ?int {
		if ( ! array_key_exists( $key, $this->values ) ) {
			return $fallback;
		}
		$value = $this->values[ $key ];
		return $value === null || ( is_int( $value ) && $value > 0 ) ? $value : $fallback;
	}

	/** @return array<mixed>|null */
	public function list_of( string $key ): ?array {
		$value = $this->values[ $key ] ?? null;
		return is_array( $value ) ? $value : null;
	}

	/** What is not there is an empty one, that leaves every value as it is. */
	public function object( string $key ): self {
		return new self( $this->list_of( $key ) ?? [] );
	}

	/** @param non-empty-list<string> $choices */
	public function one_of( string $key, array $choices, string $fallback ): string {
		$value = $this->text( $key, $fallback );
		return in_array( $value, $choices, true ) ? $value : $fallback;
	}
}
