import { startMariaDb } from '../../tests/environment/mariadb.ts';
import { startSandbox } from '../../tests/environment/sandbox.ts';
import { startSite, type Site } from '../../tests/environment/site.ts';
import type { WooCommerce } from '../../tests/environment/woocommerce.ts';
import { add, type Counts, NOTHING } from '../counts.ts';

const violations = async ( sandboxUrl: string ): Promise< string[] > => {
	const response = await fetch( `${ sandboxUrl }/_sandbox/violations` );
	const list: unknown = response.ok ? await response.json() : [];
	return Array.isArray( list )
		? list.map( ( one ) => JSON.stringify( one ) )
		: [ JSON.stringify( list ) ];
};

/**
 * Runs tests on a site with its database and the sandbox. A request that Sellsy's contract forbids fails the suite,
 * whichever test sent it.
 */
export const onStack = async (
	woocommerce: WooCommerce,
	tests: ( site: Site ) => Promise< Counts >
): Promise< Counts > => {
	const stops: ( () => Promise< void > )[] = [];
	try {
		const sandbox = await startSandbox();
		stops.unshift( sandbox.stop );
		const database = await startMariaDb();
		stops.unshift( database.stop );
		const site = await startSite( {
			database,
			sandboxUrl: sandbox.url,
			woocommerce,
		} );
		stops.unshift( site.stop );
		const counts = await tests( site );
		const wrong = await violations( sandbox.url );
		for ( const line of wrong ) {
			console.log( `✖ Against Sellsy's contract: ${ line }` );
		}
		return add( counts, { ...NOTHING, failed: wrong.length } );
	} finally {
		for ( const stop of stops ) {
			await stop();
		}
	}
};
