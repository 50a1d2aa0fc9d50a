import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { request, type APIRequestContext } from '@playwright/test';
import { unzipSync } from 'fflate';
import { array, looseObject, parse, string, type output } from 'zod/mini';
import { freePort } from '../../environment/processes.ts';
import {
	PROMISED_PHP,
	activate,
	complaints,
	script,
	startPlayground,
	type Playground,
} from '../../environment/playground.ts';
import { startSandbox, type Sandbox } from '../../environment/sandbox.ts';
import { SHIPPED } from '../../environment/shipped.ts';
import { ADMIN } from '../../environment/site.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';
import {
	findWooCommerce,
	type WooCommerce,
} from '../../environment/woocommerce.ts';
import { makeZip } from '../../../tools/zip.ts';

// Each day the oldest, on which the zip is installed: the demo has the newest. All of them by npm run test:versions.
const VERSIONS =
	process.env[ 'ORDERINVOICER_WALK' ] === 'whole'
		? PROMISED_PHP
		: PROMISED_PHP.slice( 0, 1 );

const STATE = looseObject( {
	invoices: array( looseObject( { status: string() } ) ),
	credit_notes: array( looseObject( { status: string() } ) ),
} );

let woocommerce: WooCommerce;
let sandbox: Sandbox;
let port = 0;
let shop: Playground | undefined;

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

before( async () => {
	woocommerce = await findWooCommerce();
	port = await freePort();
	sandbox = await startSandbox();
} );

after( async () => {
	await shop?.stop();
	await sandbox.stop();
} );

const made = async (): Promise< output< typeof STATE > > => {
	const answer = await fetch( `${ sandbox.url }/_sandbox/state` );
	return parse( STATE, await answer.json() );
};

const open = ( php: ( typeof PROMISED_PHP )[ number ], workers: number ) =>
	startPlayground( {
		sandboxUrl: sandbox.url,
		woocommerce,
		workers,
		php,
		port,
		// The plugin is what was uploaded.
		without: SHIPPED,
		...( shop === undefined ? {} : { site: shop.site } ),
	} );

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

	// WordPress asks itself while it unpacks; each further PHP would start WordPress and WooCommerce for itself.
	const playground = await open( PROMISED_PHP[ 0 ], 2 );
	shop = playground;
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
	assert.deepEqual( await complaints( playground ), [
		'orderinvoicer: heard',
	] );
} );

// That shop's PHP is brought up to date between its orders.
for ( const php of VERSIONS ) {
	test( `PHP ${ php }: an order, its invoice, a refund, its credit note; nothing deprecated`, async () => {
		assert.ok( shop !== undefined, 'the zip was not installed' );
		if ( php !== VERSIONS[ 0 ] ) {
			await shop.stop();
			shop = await open( php, 1 );
		}
		const playground = shop;
		const earlier = await made();
		if ( php === VERSIONS[ 0 ] ) {
			await script( playground, 'connect' );
		}
		assert.equal(
			await playground.php(
				"echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;"
			),
			php
		);
		await script( playground, 'first-order' );
		const rows = await script( playground, 'first-refund' );
		assert.deepEqual( JSON.parse( rows.split( '\n' ).at( -1 ) ?? '' ), {
			create_invoice: 'done',
			validate_invoice: 'done',
			follow_order: 'done',
			create_creditnote: 'done',
			validate_creditnote: 'done',
			link_creditnote: 'done',
		} );
		const now = await made();
		assert.equal( now.invoices.length, earlier.invoices.length + 1 );
		assert.equal(
			now.credit_notes.length,
			earlier.credit_notes.length + 1
		);
		assert.notEqual( now.invoices.at( -1 )?.status, 'draft' );
		assert.notEqual( now.credit_notes.at( -1 )?.status, 'draft' );
		assert.deepEqual( await complaints( playground ), [
			'orderinvoicer: heard',
		] );
	} );
}
