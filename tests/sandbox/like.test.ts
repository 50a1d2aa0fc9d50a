import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumptions } from '../../tools/assumptions.ts';
import { optionsLike } from './like.ts';
import { DEFAULT_OPTIONS, mergeOptions } from './options.ts';

const report = ( states: Record< string, string > ) => ( {
	report: 'orderinvoicer-doctor',
	version: '0.1.0',
	assumptions: Object.fromEntries(
		Object.entries( states ).map( ( [ name, state ] ) => [
			name,
			{ state, seen: '', date: '2026-12-01', version: '0.1.0' },
		] )
	),
} );

test( 'what was otherwise is played, all else as assumed', () => {
	assert.deepEqual(
		optionsLike(
			report( {
				'item-search-by-part': 'otherwise',
				'rows-below-zero': 'as-expected',
				'pdf-link': 'not-known',
				'of-a-later-release': 'otherwise',
			} )
		),
		{ item_reference_search: 'exact' }
	);
} );

test( 'an account in which everything is otherwise can be played', () => {
	const names = Object.keys( assumptions() );
	const patch = optionsLike(
		report( Object.fromEntries( names.map( ( n ) => [ n, 'otherwise' ] ) ) )
	);
	assert.notDeepEqual(
		mergeOptions( DEFAULT_OPTIONS, patch ),
		DEFAULT_OPTIONS
	);
} );

test( 'another file is refused', () => {
	assert.throws( () => optionsLike( { orders: [] } ) );
} );
