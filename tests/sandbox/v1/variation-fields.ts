import { isObject, listOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import type { World } from '../world.ts';
import { V1Error, notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import type { VariationField } from './state.ts';
import { keyed, numberOf } from './values.ts';

export function getVariationFields( { world }: V1Call ): Json {
	return keyed(
		world.v1.variation_fields.map( ( field ) => [
			field.id,
			view( field ),
		] )
	);
}

function view( { id, name, syscode, values }: VariationField ): JsonObject {
	return {
		id: String( id ),
		corpid: '1',
		status: 'ok',
		name,
		syscode,
		array_collections: keyed(
			values.map( ( value, index ) => [ index + 1, { ...value } ] )
		),
	};
}

/** Answers the field's id. */
export function createVariationField( { params, world }: V1Call ): Json {
	const { variation_fields } = world.v1;
	const syscode = textOf( params[ 'syscode' ] );
	if ( variation_fields.some( ( field ) => field.syscode === syscode ) ) {
		throw new V1Error( 'E_PARAM_INVALID', `syscode : ${ syscode } existe` );
	}
	const id = variation_fields.length + 1;
	variation_fields.push( {
		id,
		name: textOf( params[ 'name' ] ),
		syscode,
		values: valuesOf( params ),
	} );
	return id;
}

/**
 * Whether the values given replace the others is not documented; values have a method of their own to go, so they stay.
 */
export function updateVariationField( { params, world }: V1Call ): Json {
	const field = findField( params[ 'id' ], world );
	field.name = textOf( params[ 'name' ] ) || field.name;
	field.syscode = textOf( params[ 'syscode' ] ) || field.syscode;
	const given = valuesOf( params );
	field.values = [
		...field.values.filter(
			( { syscode } ) =>
				! given.some( ( value ) => value.syscode === syscode )
		),
		...given,
	];
	return field.id;
}

function valuesOf( params: JsonObject ): VariationField[ 'values' ] {
	return listOf( params[ 'fields' ] )
		.filter( isObject )
		.map( ( { name, syscode } ) => ( {
			name: textOf( name ),
			syscode: textOf( syscode ),
		} ) );
}

/** @throws E_OBJ_NOT_LOADABLE */
export function findField(
	id: Json | undefined,
	{ v1 }: World
): VariationField {
	const field = v1.variation_fields.find(
		( candidate ) => candidate.id === numberOf( id )
	);
	if ( field === undefined ) {
		throw notLoadable( 'field' );
	}
	return field;
}
