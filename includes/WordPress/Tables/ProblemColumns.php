<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** A problem as two columns: its code, and its facts as JSON; the sentence is made where it is shown. */
final class ProblemColumns {

	/** @return array{error_code: string, error_message: string} */
	public static function columns( ?Problem $problem ): array {
		return [
			'error_code'    => $problem->code->value ?? '',
			'error_message' => $problem === null
				? ''
				: (string) wp_json_encode( $problem->facts, JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE ),
		];
	}

	/** Null also for a code that a newer release wrote. */
	public static function read( string $code, string $facts ): ?Problem {
		$known = ProblemCode::tryFrom( $code );
		if ( $known === null ) {
			return null;
		}
		$decoded = json_decode( $facts, true );
		$kept    = [];
		foreach ( is_array( $decoded ) ? $decoded : [] as $name => $value ) {
			if ( is_string( $name ) && ( is_string( $value ) || is_int( $value ) ) ) {
				$kept[ $name ] = $value;
			}
		}
		return new Problem( $known, $kept );
	}
}
