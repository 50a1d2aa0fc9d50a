import { isObject, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { World } from '../world.ts';
import { V1Error } from './errors.ts';
import { decimalOf, numberOf, objectAt } from './values.ts';

/** Rows in the order of their numbers, as v2 would have been given them: the same rules price both. */
export function translateRows(
	params: JsonObject,
	world: World
): JsonObject[] {
	return Object.entries( objectAt( params, 'row' ) )
		.sort( ( [ a ], [ b ] ) => Number( a ) - Number( b ) )
		.flatMap( ( [ , row ] ) =>
			isObject( row ) ? [ translateRow( row, world ) ] : []
		);
}

function translateRow( row: JsonObject, world: World ): JsonObject {
	switch ( row[ 'row_type' ] ) {
		case 'once':
			return {
				type: 'single',
				...priced( row ),
				...described( row, world ),
			};
		case 'item':
			return {
				type: 'catalog',
				related: relatedItem( row, world ),
				...priced( row ),
				...described( row, world ),
			};
		case 'shipping':
		case 'packaging':
			return {
				type: row[ 'row_type' ],
				related: namedItem( row[ 'row_type' ], row, world ),
				...priced( row ),
			};
		case 'title':
			return { type: 'title', text: textOf( row[ 'row_title' ] ) };
		case 'comment':
			return { type: 'comment', text: textOf( row[ 'row_comment' ] ) };
		case 'sum':
			return { type: 'sub-total' };
		case 'break':
			return { type: 'break-page' };
		default:
			return { type: 'break-line' };
	}
}

function priced( row: JsonObject ): JsonObject {
	const discount = decimalOf( row[ 'row_discount' ] );
	return {
		unit_amount: decimalOf( row[ 'row_unitAmount' ] ),
		quantity: decimalOf( row[ 'row_qt' ] ) || '1',
		tax_id: numberOf( row[ 'row_taxid' ] ),
		reference: textOf( row[ 'row_name' ] ),
		...( row[ 'row_isOption' ] === 'Y' ? { is_optional: true } : {} ),
		...( discount === ''
			? {}
			: {
					discount: {
						type: textOf( row[ 'row_discountUnit' ] ) || 'percent',
						value: discount,
					},
				} ),
	};
}

function described( row: JsonObject, world: World ): JsonObject {
	return {
		description: textOf( row[ 'row_notes' ] ),
		unit_id: unitOf( textOf( row[ 'row_unit' ] ), world ),
		...( row[ 'row_useEcoTax' ] === 'Y'
			? {
					eco_tax: {
						type:
							row[ 'row_ecoTaxType' ] === 'inc' ? 'inc' : 'excl',
						value: decimalOf( row[ 'row_ecoTax' ] ) || '0',
					},
				}
			: {} ),
	};
}

/** The unit's text, exactly as it stands in the account. */
function unitOf( label: string, { state }: World ): number {
	const unit = state.reference.units.find(
		( candidate ) => candidate.label === label
	);
	if ( unit === undefined ) {
		throw new V1Error(
			'E_LIST_VALUE_DONT_EXIST',
			`row_unit : ${ label } n’est pas une unité du compte`
		);
	}
	return unit.id;
}

/** An id that means nothing is left for the rules of rows to refuse. */
function relatedItem( row: JsonObject, { state }: World ): JsonObject {
	const id = numberOf( row[ 'row_linkedid' ] );
	return {
		id,
		type: state.items.get( id )?.type ?? 'product',
		...( row[ 'row_declid' ] === undefined
			? {}
			: { declination_id: numberOf( row[ 'row_declid' ] ) } ),
	};
}

/** Shipping and packaging are asked for by their names in the account. */
function namedItem(
	type: 'shipping' | 'packaging',
	row: JsonObject,
	{ state }: World
): JsonObject {
	const name = textOf( row[ `row_${ type }` ] );
	const item = [ ...state.items.values() ].find(
		( candidate ) => candidate.type === type && candidate.name === name
	);
	if ( item === undefined ) {
		throw new V1Error(
			'E_LIST_VALUE_DONT_EXIST',
			`row_${ type } : ${ name } n’existe pas dans le compte`
		);
	}
	return { id: item.id, type };
}
