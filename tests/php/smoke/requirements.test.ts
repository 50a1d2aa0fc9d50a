import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { freePort } from '../../environment/processes.ts';
import {
	activate,
	startPlayground,
	type Playground,
} from '../../environment/playground.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';
import type { WooCommerce } from '../../environment/woocommerce.ts';

const PLUGIN = 'orderinvoicer/orderinvoicer.php';
const NOWHERE = 'http://127.0.0.1:9';

// The plugin asks for no more than this constant before it reads the rest of itself.
const wooCommerceOfVersion = async (
	version: string
): Promise< WooCommerce > => {
	const directory = path.join(
		await temporaryDirectory( 'old' ),
		'woocommerce'
	);
	await mkdir( directory );
	await writeFile(
		path.join( directory, 'woocommerce.php' ),
		`<?php\n/**\n * Plugin Name: WooCommerce\n * Version: ${ version }\n */\ndefine( 'WC_VERSION', '${ version }' );\n`
	);
	return { kind: 'real', directory, version };
};

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
const onShop = async (
	options: Partial< Parameters< typeof startPlayground >[ 0 ] >,
	check: ( playground: Playground ) => Promise< void >
): Promise< void > => {
	const playground = await startPlayground( {
		sandboxUrl: NOWHERE,
		woocommerce: null,
		workers: 1,
		port,
		...( site === undefined ? {} : { site } ),
		...options,
	} );
	try {
		site = playground.site;
		await playground.php( "update_option( 'active_plugins', [] );" );
		await check( playground );
	} finally {
		await playground.stop();
	}
};

const assertPageWorks = async ( playground: Playground ): Promise< void > => {
	const response = await fetch( `${ playground.url }/wp-login.php` );
	assert.equal( response.status, 200 );
	assert.match( await response.text(), /user_login/ );
};

for ( const php of [ '7.4', '8.0' ] as const ) {
	test( `PHP ${ php }: a notice, no fatal error`, async () => {
		await onShop( { php }, async ( playground ) => {
			await forceActive( playground );
			assert.match(
				await notices( playground ),
				/PHP 8\.1 or newer is needed/
			);
			await assertPageWorks( playground );
		} );
	} );
}

test( 'no WooCommerce: a notice, no fatal error', async () => {
	await onShop( { php: '8.5' }, async ( playground ) => {
		await forceActive( playground );
		assert.match(
			await notices( playground ),
			/WooCommerce is not active/
		);
		await assertPageWorks( playground );
	} );
} );

test( 'old WooCommerce: a notice that names both versions', async () => {
	const woocommerce = await wooCommerceOfVersion( '9.9.5' );
	await onShop( { php: '8.1', woocommerce }, async ( playground ) => {
		await activate( playground, 'woocommerce/woocommerce.php' );
		await forceActive( playground );
		assert.match(
			await notices( playground ),
			/WooCommerce 10\.2 or newer is needed; this shop runs 9\.9\.5/
		);
		await assertPageWorks( playground );
	} );
} );

test( 'missing build: a notice, and the shop goes on', async () => {
	const woocommerce = await wooCommerceOfVersion( '10.5.0' );
	await onShop(
		{ php: '8.5', woocommerce, without: [ 'build' ] },
		async ( playground ) => {
			await activate( playground, 'woocommerce/woocommerce.php' );
			await forceActive( playground );
			assert.match(
				await notices( playground ),
				/built files are missing/
			);
			await assertPageWorks( playground );
		}
	);
} );
