import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from '../../environment/processes.ts';
import {
	activate,
	startPlayground,
	type Playground,
} from '../../environment/playground.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';

const PLUGIN = 'orderinvoicer/orderinvoicer.php';
const NOWHERE = 'http://127.0.0.1:9';

// The plugin asks for no more than this constant before it reads the rest of itself.
const writeWooCommerce = (
	directory: string,
	version: string
): Promise< void > =>
	writeFile(
		path.join( directory, 'woocommerce.php' ),
		`<?php\n/**\n * Plugin Name: WooCommerce\n * Version: ${ version }\n */\ndefine( 'WC_VERSION', '${ version }' );\n`
	);

/**
 * The notices that the dashboard shows an administrator, as text.
 */
const notices = ( playground: Playground ): Promise< string > =>
	playground.php(
		"set_current_screen( 'dashboard' ); ob_start(); do_action( 'admin_notices' ); echo wp_strip_all_tags( ob_get_clean() );"
	);

// Activation checks the header (WordPress) and is refused; an update of PHP downwards, or a copied site, is not asked.
const forceActive = ( playground: Playground ): Promise< string > =>
	playground.php(
		`update_option( 'active_plugins', [ ...get_option( 'active_plugins' ), '${ PLUGIN }' ] );`
	);

let port = 0;
let site: string | undefined;

before( async () => {
	port = await freePort();
} );

/** One site for all, at one address: to install WordPress takes longer than what is tried. */
const openShop = async (
	options: Partial< Parameters< typeof startPlayground >[ 0 ] >
): Promise< Playground > => {
	const playground = await startPlayground( {
		sandboxUrl: NOWHERE,
		woocommerce: null,
		workers: 1,
		port,
		...( site === undefined ? {} : { site } ),
		...options,
	} );
	site = playground.site;
	await playground.php( "update_option( 'active_plugins', [] );" );
	return playground;
};

const assertPageWorks = async ( playground: Playground ): Promise< void > => {
	const response = await fetch( `${ playground.url }/wp-login.php` );
	assert.equal( response.status, 200 );
	assert.match( await response.text(), /user_login/ );
};

for ( const php of [ '7.4', '8.0' ] as const ) {
	test( `PHP ${ php }: a notice, no fatal error`, async () => {
		const playground = await openShop( { php } );
		try {
			await forceActive( playground );
			assert.match(
				await notices( playground ),
				/PHP 8\.1 or newer is needed/
			);
			await assertPageWorks( playground );
		} finally {
			await playground.stop();
		}
	} );
}

describe( 'a shop in which one thing after the other is missing', () => {
	let directory: string;
	let playground: Playground;

	before( async () => {
		directory = path.join(
			await temporaryDirectory( 'old' ),
			'woocommerce'
		);
		await mkdir( directory );
		playground = await openShop( {
			php: '8.5',
			woocommerce: { kind: 'real', directory, version: '9.9.5' },
			without: [ 'build' ],
		} );
		await forceActive( playground );
	} );
	// Nothing to stop where it did not start: that is what failed.
	after( () => playground?.stop() );

	test( 'no WooCommerce: a notice, no fatal error', async () => {
		assert.match(
			await notices( playground ),
			/WooCommerce is not active/
		);
		await assertPageWorks( playground );
	} );

	test( 'old WooCommerce: a notice that names both versions', async () => {
		await writeWooCommerce( directory, '9.9.5' );
		await activate( playground, 'woocommerce/woocommerce.php' );
		assert.match(
			await notices( playground ),
			/WooCommerce 10\.2 or newer is needed; this shop runs 9\.9\.5/
		);
		await assertPageWorks( playground );
	} );

	test( 'missing build: a notice, and the shop goes on', async () => {
		await writeWooCommerce( directory, '10.5.0' );
		assert.match( await notices( playground ), /built files are missing/ );
		await assertPageWorks( playground );
	} );
} );
