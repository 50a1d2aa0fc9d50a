import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFAULT_OPTIONS, mergeOptions } from '../tests/sandbox/options.ts';
import {
	PAGE_FILE,
	assumptions,
	includes,
	sellsyPage,
	tagged,
	tests,
	unnamed,
} from './assumptions.ts';

const NAMES = Object.keys( assumptions() ).sort();

test( 'docs/SELLSY.md says what the table and the source say', () => {
	assert.equal( readFileSync( PAGE_FILE, 'utf8' ), sellsyPage() );
} );

test( 'each assumption stands behind a class that names it, and no class names another', () => {
	assert.deepEqual( [ ...tagged( includes() ).keys() ].sort(), NAMES );
} );

test( 'each has a test that names it', () => {
	assert.deepEqual( [ ...tagged( tests() ).keys() ].sort(), NAMES );
} );

test( 'what a comment calls inferred is in the table', () => {
	assert.deepEqual( unnamed( includes() ), [] );
	assert.deepEqual(
		unnamed( [
			{ file: 'a', text: '/** Inferred: it is so. */' },
			{ file: 'b', text: ' * inferred\n * @assumes rounding' },
			{ file: 'c', text: 'private function inferred(): void' },
		] ),
		[ 'a' ]
	);
} );

test( 'the sandbox answers as assumed, and can answer otherwise', () => {
	for ( const [ name, { sandbox } ] of Object.entries( assumptions() ) ) {
		if ( sandbox !== undefined ) {
			const { option, assumed, otherwise } = sandbox;
			assert.equal(
				Object.entries( DEFAULT_OPTIONS ).find(
					( [ key ] ) => key === option
				)?.[ 1 ],
				assumed,
				name
			);
			assert.doesNotThrow( () =>
				mergeOptions( DEFAULT_OPTIONS, { [ option ]: otherwise } )
			);
		}
	}
} );
