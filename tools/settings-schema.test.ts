import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SETTINGS_FILE, settingsSchema } from './settings-schema.ts';

test( 'src/schemas/settings.ts is what PHP exports: else run `npm run schemas`', async () => {
	assert.equal(
		readFileSync( SETTINGS_FILE, 'utf8' ),
		await settingsSchema()
	);
} );
