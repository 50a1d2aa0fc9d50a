/**
 * The table of docs/PERFORMANCE.md, measured afresh on a site of its own: `npm run measure`. With other numbers of
 * tasks: `npm run measure -- 10000 100000`. Parts of it alone: `npm run measure -- order pages`. Fails for a count
 * beyond its limit, never for a time.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIGURES } from './figures.ts';
import {
	hasScreens,
	read,
	screens,
	table,
	whatWas,
	type Measured,
} from './measured.ts';
import { startMariaDb } from '../tests/environment/mariadb.ts';
import { endInOrder, execute } from '../tests/environment/processes.ts';
import { startSandbox } from '../tests/environment/sandbox.ts';
import { startSite } from '../tests/environment/site.ts';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import { findWooCommerce } from '../tests/environment/woocommerce.ts';

const PARTS_IN_PHP = 'tests/php/measure';

type Env = Record< string, string >;

const SIZES = [ '10000', '100000', '1000000' ];

const CALLS = [
	'vendor/bin/phpunit',
	'--testsuite',
	'unit',
	'--filter',
	'CallsTest|PaceTest',
];

const php = async ( args: string[], env: Env ): Promise< string > => {
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

/** What people and the pass ask of the database. */
const SCREENS = [
	'vendor/bin/phpunit',
	'--bootstrap',
	'tests/php/bootstrap-integration.php',
	'--testsuite',
	'integration',
	'--filter',
	'OrderScreenCostTest|CheckoutCostTest|ShopperPagesTest::test_a_list_of_orders|test_a_transfer_recorded_in_sellsy',
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
	env: Env
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

/** By the name under which `npm run measure -- name` measures it alone. */
const PARTS: Record<
	string,
	( env: Env, sizes: string[] ) => Promise< Measured | string >
> = {
	calls: ( env ) => php( CALLS, env ),
	pages: async ( env ) => {
		const pages: Measured[] = [];
		for ( const [ name, page ] of Object.entries( OTHER_PAGES ) ) {
			pages.push( await otherPage( name, page, env ) );
		}
		return new Map( pages.flatMap( ( one ) => [ ...one ] ) );
	},
	screens: ( env ) => php( SCREENS, env ),
	status: ( env ) => php( [ `${ PARTS_IN_PHP }/status-change.php` ], env ),
	ledger: ( env, sizes ) =>
		php( [ `${ PARTS_IN_PHP }/large-ledger.php`, ...sizes ], env ),
	order: ( env ) => php( [ `${ PARTS_IN_PHP }/one-order.php` ], env ),
	connections: ( env ) => php( [ `${ PARTS_IN_PHP }/connections.php` ], env ),
	'other-page': ( env ) => php( [ `${ PARTS_IN_PHP }/other-page.php` ], env ),
};

type Asked = { parts: string[]; sizes: string[] };

const measure = async (
	{ parts, sizes }: Asked,
	file: string,
	site: Env
): Promise< Measured > => {
	const env = { ...site, ORDERINVOICER_MEASURES: file };
	const pages: [ string, number ][] = [];
	for ( const part of parts ) {
		const answer = await PARTS[ part ]?.( env, sizes );
		pages.push( ...( answer instanceof Map ? answer : [] ) );
	}
	const notes = existsSync( file ) ? await readFile( file, 'utf8' ) : '';
	return new Map( [ ...read( notes ), ...pages ] );
};

const onSite = async ( asked: Asked ): Promise< Measured > => {
	const woocommerce = await findWooCommerce();
	if ( woocommerce.kind === 'standin' ) {
		throw new Error(
			'Only orders of real WooCommerce are measured (docs/TESTING.md says how to bring it).'
		);
	}
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
			asked,
			path.join( notes, 'figures' ),
			site.environment
		);
	} finally {
		await site.stop();
		await database.stop();
		await sandbox.stop();
	}
};

const readArguments = ( given: string[] ): Asked => {
	const sizes = given.filter( ( one ) => /^\d+$/.test( one ) );
	const parts = given.filter( ( one ) => ! sizes.includes( one ) );
	const unknown = parts.filter( ( part ) => ! ( part in PARTS ) );
	if ( unknown.length > 0 ) {
		throw new Error(
			`There is no part ${ unknown.join( ', ' ) }, only ${ Object.keys(
				PARTS
			).join( ', ' ) }.`
		);
	}
	return {
		parts: parts.length > 0 ? parts : Object.keys( PARTS ),
		sizes: sizes.length > 0 ? sizes : SIZES,
	};
};

const main = async (): Promise< number > => {
	endInOrder();
	const asked = readArguments( process.argv.slice( 2 ) );
	const measured = await onSite( asked );
	const isWhole = asked.parts.length === Object.keys( PARTS ).length;
	const shown = [
		table( isWhole ? FIGURES : whatWas( FIGURES, measured ), measured ),
		...( isWhole || hasScreens( measured ) ? [ screens( measured ) ] : [] ),
	];
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
