import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { array, looseObject, parse, string, type output } from 'zod/mini';
import { freePort } from '../../environment/processes.ts';
import {
	PROMISED_PHP,
	activate,
	script,
	startPlayground,
	type Playground,
} from '../../environment/playground.ts';
import { startSandbox, type Sandbox } from '../../environment/sandbox.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';
import {
	findWooCommerce,
	type WooCommerce,
} from '../../environment/woocommerce.ts';
import { makeZip } from '../../../tools/zip.ts';

// Each day the oldest and the newest; all of them by npm run test:versions.
const VERSIONS = PROMISED_PHP.filter(
	( version ) =>
		process.env[ 'ORDERINVOICER_WALK' ] === 'whole' ||
		version === PROMISED_PHP[ 0 ] ||
		version === PROMISED_PHP.at( -1 )
);

const STATE = looseObject( {
	invoices: array( looseObject( { status: string() } ) ),
	credit_notes: array( looseObject( { status: string() } ) ),
} );

let woocommerce: WooCommerce;
let sandbox: Sandbox;
let plugin = '';
let port = 0;
let site: string | undefined;

const unzipped = async (): Promise< string > => {
	const directory = await temporaryDirectory( 'zip' );
	const zip = path.join( directory, 'plugin.zip' );
	await makeZip( zip );
	for ( const [ name, bytes ] of Object.entries(
		unzipSync( await readFile( zip ) )
	) ) {
		const file = path.join( directory, name );
		await mkdir( path.dirname( file ), { recursive: true } );
		await writeFile( file, bytes );
	}
	return path.join( directory, 'orderinvoicer' );
};

before( async () => {
	woocommerce = await findWooCommerce();
	plugin = await unzipped();
	port = await freePort();
	sandbox = await startSandbox();
} );

after( () => sandbox.stop() );

const made = async (): Promise< output< typeof STATE > > => {
	const answer = await fetch( `${ sandbox.url }/_sandbox/state` );
	return parse( STATE, await answer.json() );
};

const openShop = async ( playground: Playground ): Promise< void > => {
	await activate( playground, 'woocommerce/woocommerce.php' );
	await script( playground, 'seed' );
	await activate( playground, 'orderinvoicer/orderinvoicer.php' );
	await script( playground, 'connect' );
};

/**
 * What PHP and WordPress have against the plugin, and a line of ours that shows that we hear them. What they have
 * against WooCommerce is not our affair.
 */
const complaints = async ( playground: Playground ): Promise< string[] > => {
	await playground.php( "error_log( 'orderinvoicer: heard' );" );
	const log = await readFile(
		path.join( playground.site, 'wp-content/debug.log' ),
		'utf8'
	);
	await rm( path.join( playground.site, 'wp-content/debug.log' ) );
	return log
		.split( '\n' )
		.filter( ( line ) => line.includes( 'orderinvoicer' ) )
		.map( ( line ) => line.replace( /^\[.*?\] /, '' ) );
};

// One shop whose PHP is brought up to date between its orders.
for ( const php of VERSIONS ) {
	test( `PHP ${ php }: an order, its invoice, a refund, its credit note; nothing deprecated`, async () => {
		const playground = await startPlayground( {
			sandboxUrl: sandbox.url,
			woocommerce,
			workers: 1,
			php,
			plugin,
			port,
			...( site === undefined ? {} : { site } ),
		} );
		const earlier = await made();
		try {
			if ( site === undefined ) {
				await openShop( playground );
				site = playground.site;
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
		} finally {
			await playground.stop();
		}
	} );
}
