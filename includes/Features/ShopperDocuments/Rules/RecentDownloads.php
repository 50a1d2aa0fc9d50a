<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

/** The downloads of the last hour, as a text that can be stored. What is older is forgotten. */
final class RecentDownloads {

	/** Of each order, within the span. */
	public const MOST = 5;

	/** Seconds. */
	public const SPAN = 3600;

	/** @param array<int, list<int>> $moments Unix times by order id, oldest first. */
	private function __construct(
		private readonly array $moments,
		private readonly int $now,
	) {}

	public static function read( string $stored, int $now ): self {
		$decoded = json_decode( $stored, true );
		$moments = [];
		foreach ( is_array( $decoded ) ? $decoded : [] as $order_id => $times ) {
			$recent = array_filter(
				is_array( $times ) ? $times : [],
				static fn ( mixed $time ): bool => is_int( $time ) && $time > $now - self::SPAN
			);
			if ( $recent !== [] ) {
				// A clock that was put back must not lock anybody out.
				$moments[ (int) $order_id ] = array_map(
					static fn ( int $time ): int => min( $time, $now ),
					array_values( $recent )
				);
			}
		}
		return new self( $moments, $now );
	}

	/** Seconds until one more is allowed; 0: now. */
	public function wait( int $order_id ): int {
		$times = $this->moments[ $order_id ] ?? [];
		return count( $times ) < self::MOST ? 0 : $times[ count( $times ) - self::MOST ] + self::SPAN - $this->now;
	}

	public function with( int $order_id ): self {
		$moments                = $this->moments;
		$moments[ $order_id ][] = $this->now;
		return new self( $moments, $this->now );
	}

	/** Less the last one. */
	public function without( int $order_id ): self {
		$moments              = $this->moments;
		$moments[ $order_id ] = array_slice( $moments[ $order_id ] ?? [], 0, -1 );
		return new self( array_filter( $moments, static fn ( array $times ): bool => $times !== [] ), $this->now );
	}

	public function to_text(): string {
		return json_encode( (object) $this->moments, JSON_THROW_ON_ERROR );
	}
}
