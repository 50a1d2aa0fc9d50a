import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

const count = async (): Promise< number > =>
	listOf( ( await bench.get( '/taxes?limit=100' ) ).body[ 'data' ] ).length;

test( 'a tax with a rate is created and listed', async () => {
	const before = await count();
	const { status, body } = await bench.post( '/taxes', {
		rate: 9.5,
		label: 'TVA 9,5 %',
		is_active: true,
	} );
	assert.deepEqual(
		[ status, body[ 'rate' ], body[ 'category' ] ],
		[ 201, 9.5, 'S' ]
	);
	assert.equal( await count(), before + 1 );
	assert.deepEqual( await bench.list( '/violations' ), [] );
} );

test( 'zero needs a reason', async () => {
	const refused = await bench.post( '/taxes', { rate: 0, label: 'TVA 0 %' } );
	assert.equal( refused.status, 400 );
	assert.ok( 'rate' in refused.details );
	const { status, body } = await bench.post( '/taxes', {
		category: 'G',
		vatex: 'VATEX-EU-G',
		label: 'Exportation',
	} );
	assert.deepEqual(
		[ status, body[ 'rate' ], body[ 'category' ], body[ 'vatex' ] ],
		[ 201, 0, 'G', 'VATEX-EU-G' ]
	);
} );

test( 'another reason than the category’s, and unknown keys, are refused', async () => {
	for ( const body of [
		{ category: 'G', vatex: 'VATEX-EU-IC', label: 'Exportation' },
		{ category: 'K', label: 'Intracommunautaire' },
		{ rate: 20, label: 'TVA', category: 'S' },
	] ) {
		assert.equal( ( await bench.post( '/taxes', body ) ).status, 400 );
	}
} );

test( 'the right to write taxes is one of its own', async () => {
	await bench.connect( 'sandbox-readonly', 'sandbox-readonly-secret' );
	assert.equal(
		( await bench.post( '/taxes', { rate: 20, label: 'TVA' } ) ).status,
		403
	);
} );
