import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, objectOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { V1Contract } from './methods.ts';

const contract = new V1Contract();

/** What each method cannot do without, from the documentation of its parameters. */
const REQUIRED: Record< string, string[] > = {
	'Catalogue.activateVariations': [ 'dec_field_1', 'id' ],
	'Catalogue.createVariationField': [ 'name', 'syscode' ],
	'Catalogue.createVariations': [ 'idf1_id', 'itemid', 'type', 'variations' ],
	'Catalogue.getVariationFields': [],
	'Catalogue.getVariations': [ 'itemid' ],
	'Catalogue.updateVariationField': [ 'id' ],
	'Document.create': [
		'document',
		'document.doctype',
		'document.thirdid',
		'paydate.id',
		'row.1.row_linkedid',
		'row.1.row_taxid',
		'row.1.row_unit',
		'row.1.row_unitAmount',
		'row.2.row_taxid',
		'row.2.row_unit',
		'row.2.row_unitAmount',
		'row.3.row_shipping',
		'row.3.row_taxid',
		'row.3.row_unitAmount',
		'row.4.row_packaging',
		'row.4.row_taxid',
		'row.4.row_unitAmount',
		'row.6.row_title',
		'row.7.row_comment',
	],
	'Document.getList': [ 'doctype' ],
	'Document.getOne': [ 'doctype', 'docid' ],
	'Document.getPublicLink_v2': [ 'doctype', 'docid' ],
	'Document.sendDocByMail': [
		'docid',
		'email',
		'email.doctype',
		'email.emails',
	],
	'Document.updateDeliveryStep': [ 'docid', 'document', 'document.step' ],
	'Document.updateFields': [ 'id' ],
	'Document.updateStep': [
		'docid',
		'document',
		'document.doctype',
		'document.step',
	],
	'Document.validate': [ 'docid' ],
	'Stock.activate': [
		'itemid',
		'stock',
		'stock.initialpurprice',
		'stock.initialqt',
		'stock.method',
		'stock.minstock',
		'stock.valotype',
		'warehouseid',
	],
	'Stock.add': [
		'itemid',
		'stock',
		'stock.calculatevalo',
		'stock.method',
		'stock.movetype',
		'stock.quantity',
		'stock.warehouseid_to',
	],
	'Stock.getForItem': [ 'itemid' ],
	'Stock.getWarehouses': [],
};

test( 'holds exactly the methods of this table', () => {
	assert.deepEqual( contract.names(), Object.keys( REQUIRED ) );
} );

for ( const [ method, required ] of Object.entries( REQUIRED ) ) {
	describe( method, () => {
		const example = contract.factsOf( method )?.example ?? {};

		test( 'takes its documented parameters', () => {
			assert.deepEqual( contract.validateParams( method, example ), [] );
		} );

		test( 'misses what is required, and nothing else', () => {
			const missed = placesIn( example ).filter( ( place ) =>
				contract
					.validateParams( method, without( example, place ) )
					.some(
						( { message } ) => message === 'Ce champ est manquant.'
					)
			);
			assert.deepEqual( missed.sort(), [ ...required ].sort() );
		} );

		test( 'refuses what no documentation names, at any depth', () => {
			for ( const place of [ '', ...objectsIn( example ) ] ) {
				const copy = structuredClone( example );
				objectOf( at( copy, place ) )[ 'invented' ] = 1;
				assert.match(
					JSON.stringify( contract.validateParams( method, copy ) ),
					/invented.*inconnu/,
					`${ method } ${ place }`
				);
			}
		} );
	} );
}

describe( 'parameters', () => {
	const wrong: [ string, string, JsonObject | string | number, string ][] = [
		[ 'Document.getOne', 'docid', 'abc', 'docid' ],
		[ 'Document.getOne', 'docid', 0, 'docid' ],
		[ 'Document.getOne', 'doctype', 'receipt', 'doctype' ],
		[
			'Document.create',
			'document.displayedDate',
			'2026-11-24',
			'document.displayedDate',
		],
		[
			'Document.create',
			'document.displayShipAddress',
			'yes',
			'document.displayShipAddress',
		],
		[
			'Document.create',
			'row.2.row_unitAmount',
			0,
			'row.2.row_unitAmount',
		],
		[
			'Document.create',
			'row.2.row_unitAmount',
			'4,92',
			'row.2.row_unitAmount',
		],
		[
			'Document.create',
			'shipping.weightUnit',
			'lb',
			'shipping.weightUnit',
		],
		[
			'Document.updateDeliveryStep',
			'document.step',
			'lost',
			'document.step',
		],
		[ 'Stock.add', 'stock.movetype', 'gift', 'stock.movetype' ],
	];
	for ( const [ method, place, value, field ] of wrong ) {
		test( `${ method } refuses ${ place } = ${ String( value ) }`, () => {
			const copy = structuredClone(
				contract.factsOf( method )?.example ?? {}
			);
			const steps = place.split( '.' );
			const last = steps.pop() ?? '';
			objectOf( at( copy, steps.join( '.' ) ) )[ last ] = value;
			const [ problem ] = contract.validateParams( method, copy );
			assert.equal( problem?.field.replace( /\[(\d+)\]/, '.$1' ), field );
		} );
	}

	test( 'rows are numbered, never a list', () => {
		const problems = contract.validateParams( 'Document.create', {
			document: { doctype: 'delivery', thirdid: 1001 },
			row: [ { row_type: 'sum' } ],
		} );
		assert.equal( problems[ 0 ]?.field, 'row' );
	} );

	test( 'a row is judged by its own type', () => {
		const problems = contract.validateParams( 'Document.create', {
			document: { doctype: 'delivery', thirdid: 1001 },
			row: { 1: { row_type: 'comment', row_title: 'x' } },
		} );
		assert.deepEqual( problems.map( ( { field } ) => field ).sort(), [
			'row[1].row_comment',
			'row[1].row_title',
		] );
	} );
} );

test( 'an unknown method is a problem on both sides', () => {
	assert.equal( contract.validateParams( 'Document.delete', {} ).length, 1 );
	assert.equal( contract.validateResponse( 'Document.delete', 1 ).length, 1 );
} );

test( 'nothing found comes back as an empty list, something as an object', () => {
	const warehouse = {
		id: '1',
		corpid: '1',
		status: 'ok',
		label: 'Boutique',
		addrid: '0',
		isdefault: 'Y',
	};
	const problems = ( response: unknown ) =>
		contract.validateResponse( 'Stock.getWarehouses', response ).length;
	assert.equal( problems( [] ), 0 );
	assert.equal( problems( { 1: warehouse } ), 0 );
	assert.equal( problems( [ warehouse ] ), 1 );
	assert.equal( problems( { 1: { ...warehouse, invented: '' } } ), 1 );
} );

/** Every field, as `row.1.row_type`; the kind of a row is no field to leave out. */
function placesIn( value: JsonObject, above = '' ): string[] {
	return Object.entries( value ).flatMap( ( [ name, inner ] ) => {
		const place = above === '' ? name : `${ above }.${ name }`;
		const within = isObject( inner ) ? placesIn( inner, place ) : [];
		return name === 'row_type' ? within : [ place, ...within ];
	} );
}

/** `row` itself is no closed object: its fields are numbers. */
function objectsIn( value: JsonObject ): string[] {
	return placesIn( value ).filter( ( place ) =>
		isObject( at( value, place ) )
	);
}

function at( value: JsonObject, place: string ): unknown {
	return place
		.split( '.' )
		.filter( ( step ) => step !== '' )
		.reduce< unknown >(
			( inner, step ) => objectOf( inner )[ step ],
			value
		);
}

function without( value: JsonObject, place: string ): JsonObject {
	const copy = structuredClone( value );
	const steps = place.split( '.' );
	const last = steps.pop() ?? '';
	delete objectOf( at( copy, steps.join( '.' ) ) )[ last ];
	return copy;
}
