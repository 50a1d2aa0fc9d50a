import { isObject, listOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { addDeclination } from '../routes/item-details.ts';
import type { Declination, Item } from '../state.ts';
import type { World } from '../world.ts';
import { V1Error, notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import { decimalOf, keyed, nine, numberOf } from './values.ts';
import { findField } from './variation-fields.ts';

const PLACES = [ 1, 2, 3 ] as const;

/** Says which fields an item's variations differ in; 0 stands for none. */
export function activateVariations( { params, world }: V1Call ): Json {
	const item = findItem( params[ 'id' ], world );
	if ( world.v1.item_fields.has( item.id ) ) {
		throw new V1Error( 'E_OBJ_NOT_EDITABLE', 'Déclinaisons déjà activées' );
	}
	const fields = fieldsIn( params, 'dec_field_', '' );
	for ( const field of fields ) {
		findField( field, world );
	}
	world.v1.item_fields.set( item.id, fields );
	item[ 'is_declined' ] = true;
	return item.id;
}

/** Variations of one item, all or none. Answers the last one's id. */
export function createVariations( { params, world }: V1Call ): Json {
	const item = findItem( params[ 'itemid' ], world );
	const fields = fieldsIn( params, 'idf', '_id' );
	const own = world.v1.item_fields.get( item.id );
	if ( own === undefined || own.join() !== fields.join() ) {
		throw new V1Error(
			'E_PARAM_INVALID',
			'idf1_id : les déclinaisons de ce produit diffèrent par d’autres champs'
		);
	}
	const wanted = listOf( params[ 'variations' ] ).filter( isObject );
	const values = wanted.map( ( variation ) =>
		valuesOf( variation, fields, world )
	);
	checkTaken( item, values, world );
	const made = wanted.map( ( variation, index ) => {
		const declination = declinationOf( item, variation, world );
		world.v1.variation_values.set( declination.id, values[ index ] ?? [] );
		return declination;
	} );
	return String( made.at( -1 )?.id ?? '' );
}

/** `name` is what v2 calls the reference, `tradename` its name; `priceInc` is HT whatever it is called. */
function declinationOf(
	item: Item,
	{ name, tradename, priceInc, purchaseInc }: JsonObject,
	world: World
): Declination {
	return addDeclination(
		item.id,
		{
			reference: textOf( name ),
			name: textOf( tradename ),
			reference_price_taxes_exc: decimalOf( priceInc ),
			purchase_amount: decimalOf( purchaseInc ),
		},
		world
	);
}

export function getVariations( { params, world }: V1Call ): Json {
	const item = findItem( params[ 'itemid' ], world );
	const fields = world.v1.item_fields.get( item.id ) ?? [];
	return keyed(
		declinationsOf( item, world ).map( ( declination ) => [
			declination.id,
			view( declination, fields, world ),
		] )
	);
}

function view(
	declination: Declination,
	fields: readonly number[],
	{ v1 }: World
): JsonObject {
	const values = v1.variation_values.get( declination.id ) ?? [];
	const combination = PLACES.map( ( place ) => ( {
		[ `idf${ place }_id` ]: String( fields[ place - 1 ] ?? 0 ),
		[ `idf${ place }_syscode` ]: values[ place - 1 ] ?? '',
	} ) );
	return {
		id: String( declination.id ),
		corpid: '1',
		status: 'ok',
		itemid: String( declination.item_id ),
		name: declination.reference,
		tradename: declination.name,
		...Object.assign( {}, ...combination ),
		priceInc: nine( declination.reference_price_taxes_exc ),
		purchaseInc: nine( textOf( declination[ 'purchase_amount' ] ) ),
	};
}

function fieldsIn(
	params: JsonObject,
	before: string,
	after: string
): number[] {
	return PLACES.map( ( place ) =>
		numberOf( params[ `${ before }${ place }${ after }` ] )
	).filter( ( id ) => id > 0 );
}

function valuesOf(
	variation: JsonObject,
	fields: readonly number[],
	world: World
): string[] {
	return fields.map( ( id, index ) => {
		const name = `idf${ index + 1 }_syscode`;
		const syscode = textOf( variation[ name ] );
		const { values } = findField( id, world );
		if ( ! values.some( ( value ) => value.syscode === syscode ) ) {
			throw new V1Error(
				'E_LIST_VALUE_DONT_EXIST',
				`${ name } : ${ syscode } n’est pas une valeur de ce champ`
			);
		}
		return syscode;
	} );
}

function checkTaken(
	item: Item,
	wanted: readonly string[][],
	world: World
): void {
	const taken = declinationsOf( item, world ).map( ( { id } ) =>
		( world.v1.variation_values.get( id ) ?? [] ).join()
	);
	const all = [ ...taken, ...wanted.map( ( values ) => values.join() ) ];
	if ( new Set( all ).size < all.length ) {
		throw new V1Error( 'E_PARAM_INVALID', 'Cette déclinaison existe déjà' );
	}
}

function declinationsOf( item: Item, { state }: World ): Declination[] {
	return [ ...state.declinations.values() ].filter(
		( { item_id } ) => item_id === item.id
	);
}

function findItem( id: Json | undefined, { state }: World ): Item {
	const item = state.items.get( numberOf( id ) );
	if ( item === undefined ) {
		throw notLoadable( 'item' );
	}
	return item;
}
