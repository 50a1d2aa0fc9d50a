<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/** Many pieces at prices of one to five decimals: where a price is cut, the row shows it. */
final class DecimalsTrial implements Trial {

	private const PRICES = [
		1 => '0.1',
		2 => '0.12',
		3 => '0.123',
		4 => '0.1234',
		5 => '0.12345',
	];
	/** So many that each sum is a whole number, whatever the decimals of the currency. */
	private const PIECES = '100000';

	/** What an account is seen to keep, by the number of decimals. */
	public const CODES = [
		5 => 'five',
		4 => 'four',
		3 => 'three',
		2 => 'two',
		1 => 'one',
		0 => 'none',
	];

	public function __construct( private readonly Computations $computations ) {}

	public function about(): About {
		return new About( name: 'decimals', answers: [ 'unit-price-decimals' ], most_calls: 6 );
	}

	public function run( Answers $answers ): void {
		$kept = 0;
		foreach ( [ 5, 4, 2 ] as $most ) { // An account that refuses a price refuses the whole document.
			$kept = $this->kept( $most );
			if ( $kept !== null ) {
				break;
			}
		}
		$answers->give( 'unit-price-decimals', $kept === 5, self::CODES[ $kept ?? 0 ] );
	}

	/**
	 * @return int|null null: refused.
	 * @throws RemoteFailure
	 */
	private function kept( int $most ): ?int {
		$prices   = array_slice( self::PRICES, 0, $most, true );
		$rows     = array_map( fn ( string $price ) => $this->computations->row( self::PIECES, $price ), $prices );
		$computed = $this->computations->compute_or_refuse( array_values( $rows ) );
		if ( $computed === null ) {
			return null;
		}
		$kept = 0;
		foreach ( $prices as $decimals => $price ) {
			$right = Decimal::from_string( $price )->times( Decimal::from_string( self::PIECES ) );
			$found = $computed->row_totals[ $decimals - 1 ] ?? null;
			$kept  = $found?->equals( $right ) === true ? $decimals : $kept;
		}
		return $kept;
	}
}
