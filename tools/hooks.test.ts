import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HOOKS_FILE, hooksDocument } from './hooks.ts';

test( 'docs/HOOKS.md says what the source says', () => {
	assert.equal( readFileSync( HOOKS_FILE, 'utf8' ), hooksDocument() );
} );

test( 'every hook of ours in the source is documented', () => {
	assert.match( hooksDocument(), /orderinvoicer_document_linked/ );
	assert.match( hooksDocument(), /orderinvoicer_order_is_followed/ );
	assert.match( hooksDocument(), /orderinvoicer_buyer_number_keys/ );
} );
