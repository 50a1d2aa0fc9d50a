import { startMariaDb } from '../../tests/environment/mariadb.ts';
import { startSandbox } from '../../tests/environment/sandbox.ts';
import { startSite, type Site } from '../../tests/environment/site.ts';
import type { WooCommerce } from '../../tests/environment/woocommerce.ts';
import { add, type Counts, NOTHING } from '../counts.ts';

/** A request that Sellsy's contract forbids fails the suite, whichever test sent it. */
export const againstContract = async (
	sandboxUrl: string
): Promise< Counts > => {
	const response = await fetch( `${ sandboxUrl }/_sandbox/violations` );
	const list: unknown = response.ok ? await response.json() : [];
	const lines = Array.isArray( list ) ? list : [ list ];
	for ( const line of lines ) {
		console.log(
			`✖ Against Sellsy's contract: ${ JSON.stringify( line ) }`
		);
	}
	return { ...NOTHING, failed: lines.length };
};

/** Runs tests on a site with its database and the sandbox. */
export const onStack = async (
	woocommerce: WooCommerce,
	tests: ( site: Site ) => Promise< Counts >,
	cron = true
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
			cron,
		} );
		stops.unshift( site.stop );
		const counts = await tests( site );
		return add( counts, await againstContract( sandbox.url ) );
	} finally {
		for ( const stop of stops ) {
			await stop();
		}
	}
};
