<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * A currency with its own number of decimals (ISO 4217). The shop's setting for displayed decimals says nothing
 * about the currency of an order and is never used for amounts.
 */
final class Currency {

	/** Every other currency has two decimals. Source: ISO 4217, list one. */
	private const DECIMALS = [
		'BHD' => 3,
		'BIF' => 0,
		'CLP' => 0,
		'DJF' => 0,
		'GNF' => 0,
		'IQD' => 3,
		'ISK' => 0,
		'JOD' => 3,
		'JPY' => 0,
		'KMF' => 0,
		'KRW' => 0,
		'KWD' => 3,
		'LYD' => 3,
		'OMR' => 3,
		'PYG' => 0,
		'RWF' => 0,
		'TND' => 3,
		'UGX' => 0,
		'VND' => 0,
		'VUV' => 0,
		'XAF' => 0,
		'XOF' => 0,
		'XPF' => 0,
	];

	private function __construct(
		public readonly string $code,
		public readonly int $decimals,
	) {}

	public static function from_code( string $code ): self {
		$code = strtoupper( $code );
		return new self( $code, self::DECIMALS[ $code ] ?? 2 );
	}
}
