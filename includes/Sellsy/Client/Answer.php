<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * A JSON object that Sellsy answered, read field by field. If something is missing that must be there, the whole answer
 * is unreadable and the outcome of the request unknown. A missing field and null are read alike: as nothing.
 *
 * @assumes amounts-are-strings
 */
final class Answer {

	/** Characters. Whoever writes more has no amount in mind. */
	private const LONGEST_AMOUNT = 40;

	/** @param array<mixed> $data */
	public function __construct(
		private readonly array $data,
		private readonly string $route,
		private readonly int $status,
	) {}

	/** The record's own id: a positive number, or nothing is known of what it stands for. */
	public function id(): int {
		$id = $this->int( 'id' );
		return $id > 0 ? $id : throw $this->unreadable( 'id' );
	}

	/** A required number. */
	public function int( string $name ): int {
		$value = $this->data[ $name ] ?? null;
		return is_int( $value ) ? $value : throw $this->unreadable( $name );
	}

	public function string( string $name ): string {
		$value = $this->data[ $name ] ?? '';
		return is_string( $value ) ? $value : throw $this->unreadable( $name );
	}

	public function bool( string $name, bool $otherwise ): bool {
		$value = $this->data[ $name ] ?? $otherwise;
		return is_bool( $value ) ? $value : throw $this->unreadable( $name );
	}

	public function optional_int( string $name ): ?int {
		$value = $this->data[ $name ] ?? null;
		return $value === null || is_int( $value ) ? $value : throw $this->unreadable( $name );
	}

	/** A required amount, price or rate. */
	public function decimal( string $name ): Decimal {
		return $this->optional_decimal( $name ) ?? throw $this->unreadable( $name );
	}

	public function optional_decimal( string $name ): ?Decimal {
		$value = $this->data[ $name ] ?? null;
		try {
			return match ( true ) {
				$value === null => null,
				is_string( $value ) && strlen( $value ) <= self::LONGEST_AMOUNT => Decimal::from_string( $value ),
				is_int( $value ) => Decimal::of_int( $value ),
				is_float( $value ) => self::from_float( $value ),
				default => throw $this->unreadable( $name ),
			};
		} catch ( \InvalidArgumentException $error ) {
			throw $this->unreadable( $name );
		}
	}

	/** Empty when it is missing. */
	public function object( string $name ): self {
		$value = $this->data[ $name ] ?? [];
		return is_array( $value ) ? new self( $value, $this->route, $this->status ) : throw $this->unreadable( $name );
	}

	/** @return list<self> */
	public function list( string $name ): array {
		$value = $this->data[ $name ] ?? null;
		return is_array( $value ) && array_is_list( $value )
			? array_map( $this->element( ... ), $value )
			: throw $this->unreadable( $name );
	}

	/**
	 * Where the whole answer is a list.
	 *
	 * @return list<self>
	 */
	public function elements(): array {
		return array_is_list( $this->data )
			? array_map( $this->element( ... ), $this->data )
			: throw $this->unreadable( 'list' );
	}

	/** @return list<string> the names of its fields, where those are what is asked for. */
	public function keys(): array {
		return array_map( strval( ... ), array_keys( $this->data ) );
	}

	/**
	 * These fields as Sellsy wrote them, to be sent back to it; without what is empty.
	 *
	 * @param list<string> $names
	 * @return array<string, mixed>
	 */
	public function filled( array $names ): array {
		$fields = [];
		foreach ( $names as $name ) {
			$value = self::without_empty( $this->data[ $name ] ?? null );
			if ( $value !== null ) {
				$fields[ $name ] = $value;
			}
		}
		return $fields;
	}

	private static function without_empty( mixed $value ): mixed {
		if ( is_array( $value ) ) {
			$is_there = static fn ( mixed $one ): bool => $one !== null;
			$value    = array_filter( array_map( self::without_empty( ... ), $value ), $is_there );
		}
		return in_array( $value, [ '', [] ], true ) ? null : $value;
	}

	public function has( string $name ): bool {
		return isset( $this->data[ $name ] );
	}

	/** The cursor of the next page (`pagination.offset`, opaque), empty after the last one. */
	public function next_offset(): string {
		$page   = $this->object( 'pagination' );
		$cursor = $page->data['offset'] ?? '';
		$cursor = is_int( $cursor ) || is_string( $cursor ) ? (string) $cursor : '';
		return $page->int( 'count' ) < $page->int( 'limit' ) ? '' : $cursor;
	}

	private function element( mixed $value ): self {
		return is_array( $value ) ? new self( $value, $this->route, $this->status ) : throw $this->unreadable( 'list' );
	}

	/**
	 * Sellsy writes amounts as strings and tax rates as JSON numbers (5.5). PHP has read such a number as a double;
	 * with at most 15 significant digits, which rates and amounts keep to, printing it at 5 decimals gives back exactly
	 * what Sellsy wrote.
	 */
	private static function from_float( float $number ): Decimal {
		return Decimal::from_string( rtrim( rtrim( sprintf( '%.5F', $number ), '0' ), '.' ) );
	}

	private function unreadable( string $field ): RemoteFailure {
		return RemoteFailure::unreadable( $this->route, $this->status, [ $field ] );
	}
}
