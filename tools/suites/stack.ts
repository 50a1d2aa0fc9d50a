import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../tests/environment/cache.ts';
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

const OURS = /PHP Deprecated:.*(OrderInvoicer\\|\/orderinvoicer\/)/;

/** What PHP or WordPress calls deprecated in our code fails the suite, in whichever request it was. */
export const deprecations = async ( site: Site ): Promise< Counts > => {
	const log = await readFile(
		path.join( site.directory, 'wp-content/debug.log' ),
		'utf8'
	).catch( () => '' );
	const lines = new Set(
		log
			.split( '\n' )
			.filter(
				( line ) =>
					OURS.test( line ) ||
					( line.includes( 'PHP Deprecated:' ) &&
						line.includes( `${ PROJECT }/` ) )
			)
			.map( ( line ) => line.replace( /^\[[^\]]*\] /, '' ) )
	);
	for ( const line of lines ) {
		console.log( `✖ Deprecated: ${ line }` );
	}
	return { ...NOTHING, failed: lines.size };
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
		return [
			counts,
			await deprecations( site ),
			await againstContract( sandbox.url ),
		].reduce( add );
	} finally {
		for ( const stop of stops ) {
			await stop();
		}
	}
};
