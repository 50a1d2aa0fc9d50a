import { isObject, listOf, textOf } from '../contract/json.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { invalid } from './errors.ts';

export type Query = Record< string, string | string[] >;

/** What an `order` name means as a field, where they differ. */
const ORDER_FIELDS: Record< string, string > = {
	created_at: 'created',
	paid_date: 'paid_at',
	amount: 'amounts.total_incl_tax',
	numero: 'number',
};

/**
 * One page of a list, in Sellsy's collection envelope. `offset` is a record number or the cursor of the page before.
 */
export function paginate(
	rows: readonly JsonObject[],
	query: Query
): JsonObject {
	const limit = Number( query[ 'limit' ] ?? 25 );
	const sorted = sort(
		rows,
		textOf( query[ 'order' ] ) || 'id',
		textOf( query[ 'direction' ] ) === 'desc'
	);
	const offset = textOf( query[ 'offset' ] );
	const isNumeric = /^\d+$/.test( offset );
	const start = isNumeric ? Number( offset ) : afterCursor( sorted, offset );
	const page = sorted.slice( start, start + limit );
	const last = page.at( -1 );
	return {
		pagination: {
			limit,
			count: page.length,
			total: rows.length,
			offset: isNumeric ? Number( offset ) : cursor( last ),
		},
		data: page.map( ( row ) => selectFields( row, query ) ),
	};
}

/** The order that is asked for, where the account keeps to it. */
export function ordered(
	query: Query,
	order: 'asked' | 'oldest-first'
): Query {
	return order === 'asked'
		? query
		: { ...query, order: 'id', direction: 'asc' };
}

/** A list without parameters comes whole. */
export function wholeList( rows: readonly JsonObject[] ): JsonObject {
	return {
		pagination: {
			limit: 100,
			count: rows.length,
			total: rows.length,
			offset: '',
		},
		data: [ ...rows ],
	};
}

function sort(
	rows: readonly JsonObject[],
	order: string,
	descending: boolean
): JsonObject[] {
	const field = ORDER_FIELDS[ order ] ?? order;
	const sign = descending ? -1 : 1;
	return [ ...rows ].sort(
		( a, b ) =>
			sign *
			( compare( valueAt( a, field ), valueAt( b, field ) ) ||
				compare( a[ 'id' ], b[ 'id' ] ) )
	);
}

function valueAt( row: JsonObject, field: string ): Json | undefined {
	if ( field === 'name' ) {
		return row[ 'name' ] ?? row[ 'last_name' ] ?? row[ 'lastname' ];
	}
	const [ head = '', ...rest ] = field.split( '.' );
	const value = row[ head ];
	if ( rest.length > 0 ) {
		return isObject( value )
			? Number( valueAt( value, rest.join( '.' ) ) ?? value[ 'total' ] )
			: undefined;
	}
	return value;
}

function compare( a: Json | undefined, b: Json | undefined ): number {
	return typeof a === 'number' && typeof b === 'number'
		? a - b
		: String( a ).localeCompare( String( b ) );
}

function cursor( row: JsonObject | undefined ): string {
	return row === undefined
		? ''
		: Buffer.from( JSON.stringify( [ row[ 'id' ] ] ) ).toString( 'base64' );
}

function afterCursor( rows: readonly JsonObject[], offset: string ): number {
	if ( offset === '' ) {
		return 0;
	}
	const index = rows.findIndex( ( row ) => cursor( row ) === offset );
	if ( index < 0 ) {
		throw invalid( { offset: 'Cette valeur n’est pas valide.' } );
	}
	return index + 1;
}

/** `field[]=id&field[]=address.id&field[]=addresses[].id`. */
export function selectFields( row: JsonObject, query: Query ): JsonObject {
	const fields = listOf( query[ 'field' ] ).map( textOf );
	return fields.length === 0
		? row
		: pick(
				row,
				fields.map( ( field ) =>
					field.replaceAll( '[]', '' ).split( '.' )
				)
			);
}

function pick( row: JsonObject, paths: string[][] ): JsonObject {
	const picked: JsonObject = {};
	for ( const [ name, value ] of Object.entries( row ) ) {
		const inside = paths
			.filter( ( [ head ] ) => head === name )
			.map( ( [ , ...rest ] ) => rest );
		if ( inside.length > 0 ) {
			picked[ name ] = inside.some( ( rest ) => rest.length === 0 )
				? value
				: pickInside( value, inside );
		}
	}
	return picked;
}

function pickInside( value: Json, paths: string[][] ): Json {
	if ( Array.isArray( value ) ) {
		return value.map( ( entry ) => pickInside( entry, paths ) );
	}
	return isObject( value ) ? pick( value, paths ) : value;
}
