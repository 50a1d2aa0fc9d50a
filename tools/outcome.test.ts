import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import { readOutcome, writeOutcome } from './outcome.ts';

test( 'what a suite ended with comes back as it was', async () => {
	const file = path.join( await temporaryDirectory( 'outcome' ), 'it.json' );
	const outcome = {
		counts: { passed: 3, failed: 1, skipped: 2 },
		notes: [ '✖ php: 1 failed' ],
	};
	await writeOutcome( file, outcome );
	assert.deepEqual( await readOutcome( file, 'php' ), outcome );
} );

test( 'a suite that ended without a word has failed', async () => {
	const { counts, notes } = await readOutcome( '/nowhere/it.json', 'php' );
	assert.deepEqual( counts, { passed: 0, failed: 1, skipped: 0 } );
	assert.match( notes.join(), /php/ );
} );
