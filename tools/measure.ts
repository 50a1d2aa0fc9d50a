/**
 * The table of docs/PERFORMANCE.md, measured afresh on a site of its own: `npm run measure`. With other numbers of
 * tasks: `npm run measure -- 10000 100000`. Fails for a count beyond its limit, never for a time.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIGURES } from './figures.ts';
import { read, screens, table, type Measured } from './measured.ts';
import { startMariaDb } from '../tests/environment/mariadb.ts';
import { endInOrder, execute } from '../tests/environment/processes.ts';
import { startSandbox } from '../tests/environment/sandbox.ts';
import { startSite } from '../tests/environment/site.ts';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import { findWooCommerce } from '../tests/environment/woocommerce.ts';

const SIZES = [ '10000', '100000', '1000000' ];

const CALLS = [
	'vendor/bin/phpunit',
	'--testsuite',
	'unit',
	'--filter',
	'CallsTest|PaceTest',
];

const php = async (
	args: string[],
	env: Record< string, string >
): Promise< string > => {
	const { code, output } = await execute( 'php', args, { env } );
	if ( code !== 0 ) {
		throw new Error( `${ args[ 0 ] ?? 'php' }:\n${ output }` );
	}
	return output;
};

/** Pages that are not ours. */
const OTHER_PAGES = {
	'a page of wp-admin that is not ours': '/wp-admin/edit.php',
	'a page of the shop': '/',
};

const SCREENS = [
	'vendor/bin/phpunit',
	'--bootstrap',
	'tests/php/bootstrap-integration.php',
	'--testsuite',
	'integration',
	'--filter',
	'OrderScreenCostTest|ShopperPagesTest::test_a_list_of_orders',
];

const count = ( answer: unknown, what: 'files' | 'queries' ): number => {
	const list: unknown =
		typeof answer === 'object' && answer !== null
			? Object.entries( answer ).find(
					( [ name ] ) => name === what
				)?.[ 1 ]
			: null;
	if ( ! Array.isArray( list ) ) {
		throw new Error( 'A page that is not ours gave no answer.' );
	}
	return list.length;
};

/** A page as the web server would serve it: how many of our files it reads, how often our code asks the database. */
const otherPage = async (
	name: string,
	page: string,
	env: Record< string, string >
): Promise< Measured > => {
	const answer: unknown = JSON.parse(
		await php(
			[
				'tests/php/integration/one-request.php',
				env[ 'ORDERINVOICER_SITE_DIR' ] ?? '',
				env[ 'ORDERINVOICER_SITE_URL' ] ?? '',
				page,
			],
			env
		)
	);
	return new Map( [
		[ `${ name }: files of the plugin`, count( answer, 'files' ) ],
		[ `${ name }: queries`, count( answer, 'queries' ) ],
	] );
};

const measure = async (
	sizes: string[],
	file: string,
	site: Record< string, string >
): Promise< Measured > => {
	const env = { ...site, ORDERINVOICER_MEASURES: file };
	const parts = 'tests/php/measure';
	await php( CALLS, env );
	const others: Measured[] = [];
	for ( const [ name, page ] of Object.entries( OTHER_PAGES ) ) {
		others.push( await otherPage( name, page, env ) );
	}
	if ( site[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] !== 'standin' ) {
		await php( SCREENS, env );
	}
	await php( [ `${ parts }/status-change.php` ], env );
	await php( [ `${ parts }/large-ledger.php`, ...sizes ], env );
	await php( [ `${ parts }/one-order.php` ], env );
	await php( [ `${ parts }/connections.php` ], env );
	return new Map( [
		...read( await readFile( file, 'utf8' ) ),
		...others.flatMap( ( one ) => [ ...one ] ),
	] );
};

const onSite = async ( sizes: string[] ): Promise< Measured > => {
	const woocommerce = await findWooCommerce();
	const sandbox = await startSandbox();
	const database = await startMariaDb();
	const site = await startSite( {
		database,
		sandboxUrl: sandbox.url,
		woocommerce,
		cron: false,
	} );
	const notes = await temporaryDirectory( 'notes' );
	try {
		return await measure(
			sizes,
			path.join( notes, 'figures' ),
			site.environment
		);
	} finally {
		await site.stop();
		await database.stop();
		await sandbox.stop();
	}
};

const main = async (): Promise< number > => {
	endInOrder();
	const given = process.argv.slice( 2 );
	const measured = await onSite( given.length > 0 ? given : SIZES );
	const shown = [ table( FIGURES, measured ), screens( measured ) ];
	console.log( shown.map( ( { text } ) => text ).join( '\n\n' ) );
	const failed = shown.flatMap( ( { beyond } ) => beyond );
	console.log(
		failed.length === 0
			? '\nEvery count is within its limit.'
			: `\nBeyond the limit: ${ failed.join( '; ' ) }`
	);
	return failed.length === 0 ? 0 : 1;
};

main()
	.then( ( status ) => process.exit( status ) )
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		process.exit( 1 );
	} );
