import Big from 'big.js';
import { listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { invalid, notFound } from '../errors.ts';
import { paginate, selectFields } from '../paging.ts';
import { isDecimal } from '../rules/money.ts';
import { nextId } from '../state.ts';
import type { Item } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';

export const itemRoutes: Routes = {
	'GET /items': ( { world, query } ) => ( {
		status: 200,
		body: paginate( [ ...world.state.items.values() ], query ),
	} ),
	'POST /items/search': ( call ) => ( {
		status: 200,
		body: paginate( search( call ), call.query ),
	} ),
	'POST /items': create,
	'GET /items/{id}': ( call ) => ( {
		status: 200,
		body: selectFields( findItem( call ), call.query ),
	} ),
	'PUT /items/{id}': update,
	'DELETE /items/{id}': remove,
};

export function findItem( { world, ids }: ApiCall ): Item {
	const item = world.state.items.get( ids[ 0 ] ?? 0 );
	if ( item === undefined ) {
		throw notFound();
	}
	return item;
}

function create( { world, body }: ApiCall ): Answer {
	const id = nextId( world.state, 'item' );
	const { accounting_analytic_code, ...fields } = body;
	const item: Item = {
		...leftOut(),
		unit_id: null,
		category_id: 1,
		currency: 'EUR',
		standard_quantity: '1',
		is_name_included_in_description: true,
		accounting_code_id: null,
		accounting_purchase_code_id: null,
		is_declined: false,
		is_einvoicing_compliant: true,
		...fields,
		...prices( body, world ),
		id,
		type: textOf( body[ 'type' ] ),
		name: textOf( body[ 'name' ] ) || null,
		reference: textOf( body[ 'reference' ] ),
		is_archived: body[ 'is_archived' ] === true,
	};
	world.state.items.set( id, item );
	return { status: 201, body: item };
}

/** What an item has where nobody says it. */
function leftOut(): JsonObject {
	return { description: null, purchase_amount: '0.00' };
}

function update( call: ApiCall ): Answer {
	const item = findItem( call );
	const isCleared = call.world.options.put_items === 'clear';
	Object.assign(
		item,
		isCleared ? leftOut() : {},
		call.body,
		prices( { ...item, ...call.body }, call.world )
	);
	return { status: 200, body: item };
}

function remove( call: ApiCall ): Answer {
	call.world.state.items.delete( findItem( call ).id );
	return { status: 204 };
}

/** Both prices of an item, whichever was given; a TTC item keeps 9 decimals of HT. */
function prices( body: JsonObject, world: World ) {
	const price = textOf( body[ 'reference_price' ] ) || '0';
	const taxId =
		typeof body[ 'tax_id' ] === 'number' ? body[ 'tax_id' ] : null;
	const tax = world.state.reference.taxes.find( ( { id } ) => id === taxId );
	if ( ! isDecimal( price ) ) {
		throw invalid( {
			reference_price: 'Cette valeur n’est pas un nombre décimal.',
		} );
	}
	if ( taxId !== null && tax === undefined ) {
		throw invalid( { tax_id: 'Cette taxe est introuvable.' } );
	}
	const factor = new Big( tax?.rate ?? 0 ).div( 100 ).plus( 1 );
	const isExclTax = body[ 'is_reference_price_taxes_free' ] !== false;
	const exclTax = isExclTax
		? new Big( price )
		: new Big( price ).div( factor ).round( 9 );
	const inclTax = isExclTax
		? new Big( price ).times( factor ).round( 9 )
		: new Big( price );
	return {
		tax_id: taxId,
		is_reference_price_taxes_free: isExclTax,
		reference_price: price,
		price_excl_tax: exclTax.toFixed(),
		reference_price_taxes_exc: exclTax.toFixed(),
		reference_price_taxes_inc: inclTax.toFixed(),
	};
}

function search( { world, body }: ApiCall ): Item[] {
	const filters = objectOf( body[ 'filters' ] );
	const types = listOf( filters[ 'type' ] );
	const reference = textOf( filters[ 'reference' ] ).toLowerCase();
	const isExact = world.options.item_reference_search === 'exact';
	return [ ...world.state.items.values() ].filter( ( item ) => {
		const own = item.reference.toLowerCase();
		return (
			( types.length === 0 || types.includes( item.type ) ) &&
			( reference === '' ||
				( isExact ? own === reference : own.includes( reference ) ) ) &&
			( filters[ 'name' ] === undefined ||
				item.name === filters[ 'name' ] ) &&
			( filters[ 'is_archived' ] === undefined ||
				item.is_archived === filters[ 'is_archived' ] )
		);
	} );
}
