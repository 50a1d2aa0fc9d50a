/**
 * A native site and the sandbox that stay up while you work: prints what PHPUnit's integration suite and Playwright
 * need.
 */
import { startMariaDb } from '../tests/environment/mariadb.ts';
import { startSandbox } from '../tests/environment/sandbox.ts';
import { startSite } from '../tests/environment/site.ts';
import { findWooCommerce } from '../tests/environment/woocommerce.ts';

const main = async (): Promise< void > => {
	const woocommerce = await findWooCommerce();
	const sandbox = await startSandbox();
	const database = await startMariaDb();
	const site = await startSite( {
		database,
		sandboxUrl: sandbox.url,
		woocommerce,
	} );
	for ( const [ name, value ] of Object.entries( site.environment ) ) {
		console.log( `export ${ name }='${ value }'` );
	}
	console.log(
		`# WooCommerce ${ woocommerce.version }; shop ${ site.url }, sandbox ${ sandbox.url }. Ctrl-C stops both.`
	);
	await new Promise( () => setInterval( () => {}, 60_000 ) );
};

main().catch( ( error: unknown ) => {
	console.error( error );
	process.exit( 1 );
} );
