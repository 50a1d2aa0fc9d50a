<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What API v1 answered, read field by field. It writes every value as a string, amounts with nine decimals, and an
 * empty object as `[]`. If something is missing that must be there, the outcome of the call is unknown.
 */
final class V1Answer {

	/** @param array<mixed> $data */
	public function __construct(
		private readonly array $data,
		private readonly string $route,
	) {}

	/** A positive number. */
	public function id( string $name = 'id' ): int {
		$id = $this->int( $name );
		return $id > 0 ? $id : throw $this->unreadable( $name );
	}

	/** No longer than PHP's own. */
	public function int( string $name ): int {
		$value = $this->string( $name );
		return ctype_digit( $value ) && strlen( $value ) < 19 ? (int) $value : throw $this->unreadable( $name );
	}

	/** Empty when it is missing. */
	public function string( string $name ): string {
		$value = $this->data[ $name ] ?? '';
		return is_string( $value ) || is_int( $value ) ? (string) $value : throw $this->unreadable( $name );
	}

	public function decimal( string $name ): Decimal {
		$value = $this->string( $name );
		try {
			return Decimal::from_string( str_contains( $value, '.' ) ? rtrim( rtrim( $value, '0' ), '.' ) : $value );
		} catch ( \InvalidArgumentException ) {
			throw $this->unreadable( $name );
		}
	}

	/** Empty when it is missing. */
	public function object( string $name ): self {
		$value = $this->data[ $name ] ?? [];
		return is_array( $value ) ? new self( $value, $this->route ) : throw $this->unreadable( $name );
	}

	/** @return list<self> the objects in it, whether a list or keyed by id. */
	public function each(): array {
		return array_map(
			fn( mixed $value ): self =>
				is_array( $value ) ? new self( $value, $this->route ) : throw $this->unreadable( 'list' ),
			array_values( $this->data )
		);
	}

	private function unreadable( string $field ): RemoteFailure {
		return RemoteFailure::unreadable( $this->route, fields: [ $field ] );
	}
}
