/**
 * Brings WooCommerce into the cache, where the demo and the tests look for it: from wordpress.org, or from a zip that
 * was fetched otherwise.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { execute } from '../tests/environment/processes.ts';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import {
	WOOCOMMERCE_VERSION,
	keepWooCommerce,
	zipOf,
} from '../tests/environment/woocommerce.ts';

const ZIP = zipOf( WOOCOMMERCE_VERSION );

/** With curl: unlike Node's fetch it goes through the proxy that HTTPS_PROXY names. */
const download = async (): Promise< string > => {
	const file = path.join(
		await temporaryDirectory( 'woocommerce' ),
		'woocommerce.zip'
	);
	const { code, output } = await execute(
		'curl',
		[ '-fL', '--progress-bar', '-o', file, ZIP ],
		{ stream: true }
	);
	if ( code !== 0 ) {
		throw new Error(
			`${ output.trim() }\nFetch ${ ZIP } in another way, then: npm run woocommerce -- woocommerce.${ WOOCOMMERCE_VERSION }.zip`
		);
	}
	return file;
};

const main = async (): Promise< void > => {
	const [ given ] = process.argv.slice( 2 );
	if ( given !== undefined && ! existsSync( given ) ) {
		throw new Error( `There is no file ${ given }.` );
	}
	const directory = await keepWooCommerce( async () =>
		readFile( given ?? ( await download() ) )
	);
	console.log( `WooCommerce is in ${ directory }. Now: npm start` );
};

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
