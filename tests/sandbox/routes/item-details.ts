import Big from 'big.js';
import { objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { SellsyError, invalid, notFound } from '../errors.ts';
import { paginate, wholeList } from '../paging.ts';
import { isDecimal } from '../rules/money.ts';
import { nextId } from '../state.ts';
import type { Barcode, Declination, Item, RateCategory } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { findItem } from './items.ts';

/** What hangs on an item: its declinations, its prices per rate category, its barcodes. */
export const itemDetailRoutes: Routes = {
	'GET /items/{id}/declinations': ( call ) => declinations( {}, call ),
	// A search, although it is a POST on the list's own address.
	'POST /items/{id}/declinations': ( call ) =>
		declinations( objectOf( call.body[ 'filters' ] ), call ),
	'GET /items/{id}/declinations/{declinationId}/prices': ( call ) => {
		const item = findItem( call );
		const declination = call.world.state.declinations.get(
			call.ids[ 1 ] ?? 0
		);
		if ( declination?.item_id !== item.id ) {
			throw notFound();
		}
		return prices( item, declination.reference_price_taxes_exc, call );
	},
	'GET /items/{id}/prices': ( call ) => prices( findItem( call ), '', call ),
	'PUT /items/{id}/prices': setPrices,
	'POST /items/barcodes/search': barcodes,
};

function declinations( filters: JsonObject, call: ApiCall ): Answer {
	const item = findItem( call );
	const found = [ ...call.world.state.declinations.values() ].filter(
		( { id, item_id } ) =>
			item_id === item.id &&
			( filters[ 'id' ] === undefined || filters[ 'id' ] === id )
	);
	return { status: 200, body: paginate( found, call.query ) };
}

/** What was set for a rate category, else the reference price; `own` is a declination's HT, empty where it has none. */
function prices( item: Item, own: string, { world }: ApiCall ): Answer {
	const { rate_categories } = world.state.reference;
	return {
		status: 200,
		body: wholeList(
			rate_categories.map( ( category ) =>
				priceIn( category, item, own, world )
			)
		),
	};
}

function priceIn(
	category: RateCategory,
	item: Item,
	own: string,
	{ state }: World
): JsonObject {
	const set = state.item_prices.find(
		( { item_id, rate_category_id } ) =>
			item_id === item.id && rate_category_id === category.id
	);
	const tax = state.reference.taxes.find( ( { id } ) => id === item.tax_id );
	const factor = new Big( tax?.rate ?? 0 ).div( 100 ).plus( 1 );
	const isInclTax = set !== undefined && category.includes_taxes;
	const amount = new Big(
		set?.amount ?? ( own || item.reference_price_taxes_exc )
	);
	const exclTax = isInclTax ? amount.div( factor ) : amount;
	const inclTax = isInclTax ? amount : amount.times( factor );
	return {
		rate_category_id: category.id,
		amount_excl_tax: exclTax.round( 9 ).toFixed(),
		amount_incl_tax: inclTax.round( 9 ).toFixed(),
	};
}

function setPrices( call: ApiCall ): Answer {
	const item = findItem( call );
	const { state } = call.world;
	const details: Record< string, string > = {};
	for ( const [ index, entry ] of call.entries.entries() ) {
		const category = state.reference.rate_categories.find(
			( { id } ) => id === entry[ 'rate_category_id' ]
		);
		if ( category === undefined ) {
			details[ `[${ index }].rate_category_id` ] =
				'Cette catégorie tarifaire est introuvable.';
		}
		if ( ! isDecimal( textOf( entry[ 'amount' ] ) ) ) {
			details[ `[${ index }].amount` ] =
				'Cette valeur n’est pas un nombre décimal.';
		}
	}
	if ( Object.keys( details ).length > 0 ) {
		throw invalid( details );
	}
	for ( const entry of call.entries ) {
		const price = {
			item_id: item.id,
			rate_category_id: Number( entry[ 'rate_category_id' ] ),
			amount: textOf( entry[ 'amount' ] ),
		};
		state.item_prices = [
			...state.item_prices.filter(
				( { item_id, rate_category_id } ) =>
					item_id !== price.item_id ||
					rate_category_id !== price.rate_category_id
			),
			price,
		];
	}
	return prices( item, '', call );
}

function barcodes( { world, body, query }: ApiCall ): Answer {
	const { code, item_id, declination_id } = objectOf( body[ 'filters' ] );
	const found = world.state.barcodes.filter(
		( barcode ) =>
			barcode.item_id === item_id &&
			( code === undefined || barcode.code === code ) &&
			( declination_id === undefined ||
				barcode.declination_id === declination_id )
	);
	return {
		status: 200,
		body: paginate(
			found.map( ( { id, code: own, label } ) => ( {
				id,
				code: own,
				label,
			} ) ),
			query
		),
	};
}

/** v2 cannot make one: a person does, or the old API. `body`: reference, and what differs from the item. */
export function addDeclination(
	itemId: number,
	body: JsonObject,
	{ state }: World
): Declination {
	const item = state.items.get( itemId );
	if ( item === undefined ) {
		throw new SellsyError( 404, `No item ${ itemId }` );
	}
	const declination: Declination = {
		id: nextId( state, 'declination' ),
		item_id: item.id,
		name: textOf( body[ 'name' ] ) || textOf( item.name ),
		reference: textOf( body[ 'reference' ] ),
		tax_id: Number( body[ 'tax_id' ] ?? item.tax_id ?? 1 ),
		description: textOf( body[ 'description' ] ),
		purchase_amount: textOf( body[ 'purchase_amount' ] ) || '0.00',
		is_name_included_in_description: true,
		currency: 'EUR',
		reference_price_taxes_exc: textOf(
			body[ 'reference_price_taxes_exc' ]
		),
		is_einvoicing_compliant: true,
	};
	state.declinations.set( declination.id, declination );
	item[ 'is_declined' ] = true;
	return declination;
}

/** As `addDeclination`: no API makes one. `body`: code, label, declination_id. */
export function addBarcode(
	itemId: number,
	body: JsonObject,
	{ state }: World
): Barcode {
	const declination = body[ 'declination_id' ];
	const barcode = {
		id: nextId( state, 'barcode' ),
		code: textOf( body[ 'code' ] ),
		label: textOf( body[ 'label' ] ),
		item_id: itemId,
		declination_id: typeof declination === 'number' ? declination : null,
	};
	state.barcodes.push( barcode );
	return barcode;
}
