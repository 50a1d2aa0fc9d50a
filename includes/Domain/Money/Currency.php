<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * A currency with its own number of decimals (ISO 4217). The shop's setting for displayed decimals says nothing
 * about the currency of an order and is never used for amounts.
 */
final class Currency {

	/** Every other currency has two. Source: ISO 4217, list one. */
	private const NO_DECIMALS    = [
		...[ 'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV' ],
		...[ 'XAF', 'XOF', 'XPF' ],
	];
	private const THREE_DECIMALS = [ 'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND' ];

	private function __construct(
		public readonly string $code,
		public readonly int $decimals,
	) {}

	public static function from_code( string $code ): self {
		$code     = strtoupper( $code );
		$decimals = match ( true ) {
			in_array( $code, self::NO_DECIMALS, true )    => 0,
			in_array( $code, self::THREE_DECIMALS, true ) => 3,
			default                                       => 2,
		};
		return new self( $code, $decimals );
	}

	/** With all of its decimals, and with more where the amount has them. */
	public function text( Decimal $amount ): string {
		return $amount->to_scale( max( $this->decimals, $amount->scale() ) );
	}

	/** @param int $minor minor units. */
	public function minor_text( int $minor ): string {
		return $this->text( Decimal::of_minor( $minor, $this->decimals ) );
	}

	public function rounded_text( Decimal $amount ): string {
		return $this->text( $amount->round( $this->decimals, Rounding::HalfUp ) );
	}
}
