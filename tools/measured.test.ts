import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasScreens, read, screens, table, whatWas } from './measured.ts';

const order = { name: 'order: queries', before: 575, kept: 133, limit: 150 };
const share = {
	name: 'quota',
	before: null,
	kept: 94,
	limit: 90,
	isShare: true as const,
};
const cpu = { name: 'order: CPU', before: 124, kept: 58, limit: null };

test( 'a count above its limit, a share below it and what was not measured are beyond', () => {
	const measured = read( 'order: queries\t151\nquota\t89\n' );
	assert.deepEqual( table( [ order, share, cpu ], measured ).beyond, [
		'order: queries',
		'quota',
		'order: CPU',
	] );
} );

test( 'a part alone shows what it measured', () => {
	const measured = read( 'quota\t91\n' );
	assert.deepEqual( whatWas( [ order, share, cpu ], measured ), [ share ] );
	assert.equal( hasScreens( measured ), false );
	assert.equal( hasScreens( read( '10 tasks: log, rows\t9' ) ), true );
} );

test( 'a time never is', () => {
	const measured = read(
		'order: queries\t150\nquota\t90\norder: CPU\t900\n'
	);
	const { beyond, text } = table( [ order, share, cpu ], measured );
	assert.deepEqual( beyond, [] );
	assert.match( text, /^order: CPU +124 +– +58 +900$/m );
} );

test( 'a screen is shown by the number of tasks, and must examine few rows in a long ledger', () => {
	const measured = read(
		[
			'10,000 tasks: log, rows\t9000',
			'10,000 tasks: log, queries\t32',
			'10,000 tasks: log, ms\t3.5',
			'1,000,000 tasks: log, rows\t5001',
			'1,000,000 tasks: log, one day, rows\t9000',
		].join( '\n' )
	);
	const { beyond, text } = screens( measured );
	assert.deepEqual( beyond, [ '1,000,000 tasks: log, rows' ] );
	assert.match( text, /^log +9000 \/ 32 \/ 3.5 +5001 \/ – \/ –$/m );
	assert.notDeepEqual( screens( read( '' ) ).beyond, [] );
} );
