import Big from 'big.js';

/** Decimal strings as Sellsy takes them: `12`, `-0.5`, `1980.00`. */
export function isDecimal( value: string ): boolean {
	return /^-?\d+(\.\d+)?$/.test( value );
}

export function decimalPlaces( value: string ): number {
	return ( value.split( '.' )[ 1 ] ?? '' ).replace( /0+$/, '' ).length;
}

/** Half up, away from zero for negative amounts. */
export function round( amount: Big, decimals: number ): Big {
	return amount.round( decimals, Big.roundHalfUp );
}

export function text( amount: Big, decimals: number ): string {
	return round( amount, decimals ).toFixed( decimals );
}

export function sum( amounts: readonly Big[] ): Big {
	return amounts.reduce(
		( total, amount ) => total.plus( amount ),
		new Big( 0 )
	);
}
