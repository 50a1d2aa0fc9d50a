<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;

/** The steps of a try as JSON: `[["totals",{"rows":2}]]`. */
final class StepColumn {

	/** @param list<Step> $steps */
	public static function text( array $steps ): string {
		$pairs = array_map( static fn( Step $step ): array => [ $step->code->value, $step->facts ], $steps );
		return $pairs === []
			? ''
			: (string) wp_json_encode(
				$pairs,
				JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE
			);
	}

	/** @return list<Step> without those whose code a newer release wrote. */
	public static function read( string $json ): array {
		$decoded = json_decode( $json, true );
		return array_values( array_filter( array_map( self::step( ... ), is_array( $decoded ) ? $decoded : [] ) ) );
	}

	private static function step( mixed $pair ): ?Step {
		$code = is_array( $pair ) && is_string( $pair[0] ?? null ) ? StepCode::tryFrom( $pair[0] ) : null;
		if ( $code === null || ! is_array( $pair ) ) {
			return null;
		}
		$facts = [];
		foreach ( is_array( $pair[1] ?? null ) ? $pair[1] : [] as $name => $value ) {
			if ( is_string( $name ) && ( is_string( $value ) || is_int( $value ) ) ) {
				$facts[ $name ] = $value;
			}
		}
		return new Step( $code, $facts );
	}
}
