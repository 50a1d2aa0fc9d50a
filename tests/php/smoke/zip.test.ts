import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { request, type APIRequestContext } from '@playwright/test';
import { unzipSync } from 'fflate';
import {
	activate,
	script,
	startPlayground,
} from '../../environment/playground.ts';
import { SHIPPED } from '../../environment/shipped.ts';
import { ADMIN } from '../../environment/site.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';
import { findWooCommerce } from '../../environment/woocommerce.ts';
import { makeZip } from '../../../tools/zip.ts';

// PHP compiled to WebAssembly takes its time on a busy machine.
const REQUEST_MS = 120_000;

const found = ( pattern: RegExp, text: string ): string => {
	const match = pattern.exec( text )?.[ 1 ];
	assert.ok( match !== undefined, `${ pattern } is not on the page` );
	return match.replaceAll( '&amp;', '&' );
};

const signIn = async ( site: APIRequestContext ): Promise< void > => {
	await site.get( '/wp-login.php' );
	await site.post( '/wp-login.php', {
		form: {
			log: ADMIN.user,
			pwd: ADMIN.password,
			redirect_to: '/wp-admin/profile.php',
		},
	} );
};

const upload = async (
	site: APIRequestContext,
	zip: Buffer
): Promise< string > => {
	const form = await site.get( '/wp-admin/plugin-install.php?tab=upload' );
	const nonce = found(
		/name="_wpnonce" value="([a-z0-9]+)"/,
		await form.text()
	);
	const answer = await site.post(
		'/wp-admin/update.php?action=upload-plugin',
		{
			multipart: {
				_wpnonce: nonce,
				pluginzip: {
					name: 'orderinvoicer.zip',
					mimeType: 'application/zip',
					buffer: zip,
				},
			},
		}
	);
	return answer.text();
};

test( 'the zip installs through the upload of a clean WordPress, and works', async () => {
	const file = path.join( await temporaryDirectory( 'zip' ), 'plugin.zip' );
	await makeZip( file );
	const zip = await readFile( file );
	const names = Object.keys( unzipSync( zip ) );
	assert.ok( names.includes( 'orderinvoicer/build/index.js' ) );
	assert.deepEqual(
		names.filter( ( name ) =>
			/\/(tests|src|vendor|node_modules)\//.test( name )
		),
		[]
	);

	const playground = await startPlayground( {
		sandboxUrl: 'http://127.0.0.1:9',
		woocommerce: await findWooCommerce(),
		without: SHIPPED,
	} );
	try {
		await activate( playground, 'woocommerce/woocommerce.php' );
		// Seeded, so that WooCommerce does not lead to its set-up wizard.
		await script( playground, 'seed' );
		const site = await request.newContext( {
			baseURL: playground.url,
			timeout: REQUEST_MS,
		} );
		await signIn( site );
		const installed = await upload( site, zip );
		const link = found(
			/href="([^"]*plugins\.php\?action=activate[^"]*orderinvoicer[^"]*)"/,
			installed
		);
		await site.get( new URL( link, `${ playground.url }/wp-admin/` ).href );
		const page = await site.get( '/wp-admin/admin.php?page=orderinvoicer' );
		assert.equal( page.status(), 200 );
		assert.match(
			await page.text(),
			/plugins\/orderinvoicer\/build\/index\.js/
		);
		assert.equal(
			await playground.php(
				"global $wpdb; echo $wpdb->get_var( 'SELECT COUNT(*) FROM ' . $wpdb->prefix . 'orderinvoicer_sync' );"
			),
			'0'
		);
	} finally {
		await playground.stop();
	}
} );
