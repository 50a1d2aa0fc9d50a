import Big from 'big.js';
import { isObject, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Options } from '../options.ts';
import type { State, Tax } from '../state.ts';
import { decimalPlaces, isDecimal, round, text } from './money.ts';

/** What a document's rows are priced under. */
export interface Pricing {
	state: State;
	options: Options;
	/** Decimals of the document's currency. */
	decimals: number;
	/** Unit amounts are TTC: only in a rate category with taxes included. */
	includesTaxes: boolean;
}

/** A priced row; `exclTax` (HT, in the currency's decimals) is null for rows without an amount. */
export interface PricedRow {
	row: JsonObject;
	tax: Tax | null;
	exclTax: Big | null;
}

/** Problems by field name within the row, and the row as Sellsy would keep it. */
export interface RowResult {
	priced: PricedRow;
	problems: Record< string, string >;
}

const UNPRICED = [
	'comment',
	'title',
	'break-line',
	'break-page',
	'sub-total',
];

/** What an `eco_tax` does to totals is not documented: an option says. */
export function priceRow( source: JsonObject, pricing: Pricing ): RowResult {
	if ( UNPRICED.includes( textOf( source[ 'type' ] ) ) ) {
		return {
			priced: { row: { ...source }, tax: null, exclTax: null },
			problems: {},
		};
	}
	const problems: Record< string, string > = {};
	const item = sold( source, pricing.state, problems );
	const unitAmount =
		textOf( source[ 'unit_amount' ] ) || ( item?.price ?? '0' );
	const quantity = textOf( source[ 'quantity' ] );
	const tax = taxOf( source, item, pricing.state, problems );
	checkAmounts( unitAmount, quantity, source, pricing, problems );
	if ( tax === null || Object.keys( problems ).length > 0 ) {
		return { priced: { row: source, tax: null, exclTax: null }, problems };
	}
	return {
		priced: amounts( source, item, unitAmount, quantity, tax, pricing ),
		problems,
	};
}

function amounts(
	source: JsonObject,
	item: Sold | null,
	unitAmount: string,
	quantity: string,
	tax: Tax,
	pricing: Pricing
): PricedRow {
	const { options, decimals } = pricing;
	const unit = round( new Big( unitAmount ), options.unit_price_decimals );
	const discount = objectOf( source[ 'discount' ] );
	const percent = new Big( textOf( discount[ 'value' ] ) || '0' );
	const eco = ecoTax( source, options ).times( quantity );
	const gross = round( unit.times( quantity ).plus( eco ), decimals );
	const net = round(
		unit
			.times( quantity )
			.times( new Big( 100 ).minus( percent ) )
			.div( 100 )
			.plus( eco ),
		decimals
	);
	const rate = new Big( tax.rate ).div( 100 );
	const exclTax = pricing.includesTaxes
		? round( net.div( rate.plus( 1 ) ), decimals )
		: net;
	const taxAmount = pricing.includesTaxes
		? net.minus( exclTax )
		: round( exclTax.times( rate ), decimals );
	const row: JsonObject = {
		...source,
		unit_amount: text(
			unit,
			Math.max( 2, decimalPlaces( unit.toFixed() ) )
		),
		tax_id: tax.id,
		reference: textOf( source[ 'reference' ] ) || ( item?.reference ?? '' ),
		description: textOf( source[ 'description' ] ) || ( item?.name ?? '' ),
		tax_rate: String( tax.rate ),
		tax_label: tax.label,
		tax_amount: text( taxAmount, decimals ),
		amount_tax_exc: text( exclTax, decimals ),
		amount_tax_inc: text( exclTax.plus( taxAmount ), decimals ),
	};
	if ( isObject( source[ 'discount' ] ) ) {
		row[ 'discount' ] = {
			...discount,
			total: text( gross.minus( net ), decimals ),
		};
	}
	return { row, tax, exclTax };
}

function ecoTax( source: JsonObject, { eco_tax }: Options ): Big {
	const value = textOf( objectOf( source[ 'eco_tax' ] )[ 'value' ] );
	return new Big( eco_tax === 'add' && isDecimal( value ) ? value : 0 );
}

/** What a row takes from the catalogue where it says nothing itself; `price` is HT. */
interface Sold {
	reference: string;
	name: string | null;
	price: string;
	tax_id: number | null;
}

/** An item of the catalogue, or one declination of it: its price may be empty, the item's is meant then. */
function sold(
	source: JsonObject,
	state: State,
	problems: Record< string, string >
): Sold | null {
	if ( source[ 'type' ] === 'single' ) {
		return null;
	}
	const related = objectOf( source[ 'related' ] );
	const item = state.items.get( Number( related[ 'id' ] ) );
	if (
		item === undefined ||
		item.type !== related[ 'type' ] ||
		item.is_archived
	) {
		problems[ 'related.id' ] = 'Cet élément du catalogue est introuvable.';
		return null;
	}
	const price = item.reference_price_taxes_exc;
	const wanted = related[ 'declination_id' ] ?? null;
	if ( wanted === null ) {
		return { ...item, price };
	}
	const declination = state.declinations.get( Number( wanted ) );
	if ( declination?.item_id !== item.id ) {
		problems[ 'related.declination_id' ] =
			'Cette déclinaison est introuvable.';
		return null;
	}
	return {
		...declination,
		price: declination.reference_price_taxes_exc || price,
	};
}

/** A row without a tax takes the item's, else the account's 20 %. */
function taxOf(
	source: JsonObject,
	item: Sold | null,
	state: State,
	problems: Record< string, string >
): Tax | null {
	const id = source[ 'tax_id' ] ?? item?.tax_id ?? 1;
	const tax = state.reference.taxes.find(
		( candidate ) => candidate.id === id
	);
	if ( tax === undefined ) {
		problems[ 'tax_id' ] = 'Cette taxe est introuvable.';
	} else if ( ! tax.is_active || ! tax.is_einvoicing_compliant ) {
		problems[ 'tax_id' ] =
			'Cette taxe n’est pas conforme à la facturation électronique.';
	}
	return tax ?? null;
}

function checkAmounts(
	unitAmount: string,
	quantity: string,
	source: JsonObject,
	{ options }: Pricing,
	problems: Record< string, string >
): void {
	if ( ! isDecimal( unitAmount ) ) {
		problems[ 'unit_amount' ] = 'Cette valeur n’est pas un nombre décimal.';
	} else if (
		options.negative_rows === 'refuse' &&
		unitAmount.startsWith( '-' )
	) {
		problems[ 'unit_amount' ] = 'Cette valeur doit être positive.';
	} else if (
		options.unit_price_mode === 'refuse' &&
		decimalPlaces( unitAmount ) > options.unit_price_decimals
	) {
		problems[ 'unit_amount' ] =
			`Cette valeur a plus de ${ options.unit_price_decimals } décimales.`;
	}
	if (
		! isDecimal( quantity ) ||
		( options.negative_rows === 'refuse' && quantity.startsWith( '-' ) )
	) {
		problems[ 'quantity' ] =
			'Cette valeur n’est pas un nombre décimal positif.';
	}
	if ( options.eco_tax === 'refuse' && isObject( source[ 'eco_tax' ] ) ) {
		problems[ 'eco_tax' ] = 'L’éco-participation n’est pas activée.';
	}
	// How Sellsy applies these is not documented, so the sandbox does not guess.
	const discount = objectOf( source[ 'discount' ] );
	if ( discount[ 'type' ] === 'amount' ) {
		problems[ 'discount.type' ] =
			'Remise en montant : comportement non documenté, non simulé.';
	} else if (
		isObject( source[ 'discount' ] ) &&
		! isDecimal( textOf( discount[ 'value' ] ) )
	) {
		problems[ 'discount.value' ] =
			'Cette valeur n’est pas un nombre décimal.';
	}
}
