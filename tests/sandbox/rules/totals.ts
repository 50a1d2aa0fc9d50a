import Big from 'big.js';
import { isObject, listOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { invalid } from '../errors.ts';
import type { Tax } from '../state.ts';
import { round, sum, text } from './money.ts';
import { priceRow } from './rows.ts';
import type { PricedRow, Pricing } from './rows.ts';

export interface Totals {
	rows: JsonObject[];
	/** One entry per tax: VAT is computed once, on the sum of its rows. */
	taxes: JsonObject[];
	amounts: JsonObject;
	/** Decimal string TTC. */
	total: string;
}

/**
 * Each row's HT is rounded half up on its own; VAT is computed once per tax on the HT sum, half up.
 *
 * @throws SellsyError 400 naming `rows[n].field`.
 */
export function computeTotals( body: JsonObject, pricing: Pricing ): Totals {
	if ( isObject( body[ 'discount' ] ) ) {
		throw invalid( {
			discount:
				'Remise globale : répartition non documentée, non simulée.',
		} );
	}
	const priced = priceRows(
		listOf( body[ 'rows' ] ).filter( isObject ),
		pricing
	);
	const counted = priced.filter(
		( { row } ) => row[ 'is_optional' ] !== true
	);
	const exclTax = sum( counted.flatMap( ( row ) => row.exclTax ?? [] ) );
	const taxes = taxTable( counted, pricing );
	const inclTax = exclTax.plus(
		sum( taxes.map( ( { amount } ) => amount ) )
	);
	return {
		rows: withSubTotals( priced, pricing.decimals ),
		taxes: taxes.map( ( { tax, amount } ) => ( {
			id: tax.id,
			label: tax.label,
			rate: String( tax.rate ),
			amount: text( amount, pricing.decimals ),
		} ) ),
		amounts: amountsOf( priced, exclTax, inclTax, pricing.decimals ),
		total: text( inclTax, pricing.decimals ),
	};
}

function priceRows(
	rows: readonly JsonObject[],
	pricing: Pricing
): PricedRow[] {
	const details: Record< string, string > = {};
	const priced = rows.map( ( row, index ) => {
		const result = priceRow( row, pricing );
		for ( const [ field, message ] of Object.entries( result.problems ) ) {
			details[ `rows[${ index }].${ field }` ] = message;
		}
		return result.priced;
	} );
	if ( Object.keys( details ).length > 0 ) {
		throw invalid( details );
	}
	return priced;
}

function taxTable(
	rows: readonly PricedRow[],
	{ decimals, options }: Pricing
): { tax: Tax; amount: Big }[] {
	const isOfRow = options.vat_rounding === 'row';
	const amounts = new Map< Tax, Big >();
	for ( const { tax, exclTax } of rows ) {
		if ( tax !== null && exclTax !== null ) {
			const vat = exclTax.times( tax.rate ).div( 100 );
			amounts.set(
				tax,
				( amounts.get( tax ) ?? new Big( 0 ) ).plus(
					isOfRow ? round( vat, decimals ) : vat
				)
			);
		}
	}
	return [ ...amounts ]
		.map( ( [ tax, amount ] ) => ( {
			tax,
			amount: round( amount, decimals ),
		} ) )
		.sort( ( a, b ) => b.tax.rate - a.tax.rate || a.tax.id - b.tax.id );
}

function amountsOf(
	rows: readonly PricedRow[],
	exclTax: Big,
	inclTax: Big,
	decimals: number
): JsonObject {
	const ofType = ( type: string ) =>
		text(
			sum(
				rows
					.filter( ( { row } ) => row[ 'type' ] === type )
					.flatMap( ( row ) => row.exclTax ?? [] )
			),
			decimals
		);
	return {
		total_raw_excl_tax: text( exclTax, decimals ),
		total_after_discount_excl_tax: text( exclTax, decimals ),
		total_packaging: ofType( 'packaging' ),
		total_shipping: ofType( 'shipping' ),
		total_excl_tax: text( exclTax, decimals ),
		total_incl_tax: text( inclTax, decimals ),
		total_remaining_due_incl_tax: text( inclTax, decimals ),
		total_primes_incl_tax: text( new Big( 0 ), decimals ),
	};
}

function withSubTotals(
	rows: readonly PricedRow[],
	decimals: number
): JsonObject[] {
	let running = new Big( 0 );
	return rows.map( ( { row, exclTax } ) => {
		running = running.plus( exclTax ?? 0 );
		if ( row[ 'type' ] !== 'sub-total' ) {
			return row;
		}
		const amount = text( running, decimals );
		running = new Big( 0 );
		return { ...row, amount };
	} );
}
