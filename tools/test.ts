/**
 * All suites, or those named on the command line, two at a time; what begins with a dash goes to the runner:
 * npm run test:integration -- --filter Ledger
 */
import { keepCompiledPhp } from './compiled-php.ts';
import { add, inWords } from './counts.ts';
import { inLanes } from './lanes.ts';
import { writeOutcome, type Outcome } from './outcome.ts';
import { runApart, runHere } from './run-suite.ts';
import {
	findWooCommerce,
	standinNotice,
} from '../tests/environment/woocommerce.ts';
import { demo, e2e } from './suites/e2e.ts';
import {
	faults,
	integration,
	integrationOnStandin,
	walks,
} from './suites/integration.ts';
import { jest } from './suites/jest.ts';
import { lint } from './suites/lint.ts';
import { contract, sandbox, tools } from './suites/node.ts';
import { houseRules, php } from './suites/phpunit.ts';
import { smoke, versions } from './suites/smoke.ts';
import type { Suite } from './suites/suite.ts';
import { translations } from './suites/translations.ts';

// More would only wait for each other: most suites start processes of their own.
const LANES = 2;

const SUITES: Suite[] = [
	lint,
	tools,
	php,
	houseRules,
	contract,
	sandbox,
	jest,
	translations,
	integration,
	integrationOnStandin,
	smoke,
	e2e,
	demo,
];

/** Too long for every day: run by their names alone. */
const BY_NAME: Suite[] = [ faults, walks, versions ];

/** The stand-in takes WooCommerce's place; where that is there, it is one version more (npm run test:versions). */
const daily = async (): Promise< Suite[] > => {
	const { kind } = await findWooCommerce();
	return SUITES.filter(
		( suite ) => kind === 'standin' || suite !== integrationOnStandin
	);
};

const select = async ( names: string[] ): Promise< Suite[] > => {
	const all = [ ...SUITES, ...BY_NAME ];
	const unknown = names.filter(
		( name ) => ! all.some( ( suite ) => suite.name === name )
	);
	if ( unknown.length > 0 ) {
		throw new Error(
			`No such suite: ${ unknown.join( ', ' ) }. There are: ${ all
				.map( ( suite ) => suite.name )
				.join( ', ' ) }`
		);
	}
	return names.length === 0
		? daily()
		: all.filter( ( suite ) => names.includes( suite.name ) );
};

/** The longest first, but for one that can run while what the others share is being made. */
const inSequence = ( suites: Suite[] ): Suite[] => {
	const longestFirst = [ ...suites ].sort(
		( a, b ) => b.seconds - a.seconds
	);
	const ready = longestFirst.filter( ( suite ) => suite.needs.length === 0 );
	return [ ...new Set( [ ...ready.slice( 0, 1 ), ...longestFirst ] ) ];
};

const runAll = async (
	suites: Suite[],
	args: string[]
): Promise< Outcome[] > => {
	const outcomes: Outcome[] = [];
	await inLanes( inSequence( suites ), LANES, async ( suite ) => {
		outcomes.push( await runApart( suite, args ) );
	} );
	return outcomes;
};

const runSelected = async (
	suites: Suite[],
	args: string[]
): Promise< Outcome > => {
	const [ only, ...others ] = suites;
	const outcomes =
		only !== undefined && others.length === 0
			? [ await runHere( only, args ) ]
			: await runAll( suites, args );
	return {
		counts: outcomes.map( ( { counts } ) => counts ).reduce( add ),
		notes: outcomes.flatMap( ( { notes } ) => notes ),
	};
};

const main = async (): Promise< void > => {
	const given = process.argv.slice( 2 );
	const dash = given.findIndex( ( argument ) => argument.startsWith( '-' ) );
	const names = dash === -1 ? given : given.slice( 0, dash );
	const args = dash === -1 ? [] : given.slice( dash );
	const suites = await select( names );
	await keepCompiledPhp();
	// Tests, lint and builds make much that is soon forgotten: with room for it a twentieth less of their time.
	process.env[ 'NODE_OPTIONS' ] ??= '--max-semi-space-size=64';
	// One of several suites tells the run that started it, which tells the reader.
	const file = process.env[ 'ORDERINVOICER_OUTCOME' ];
	const standin =
		file === undefined ? standinNotice( await findWooCommerce() ) : null;
	if ( standin !== null ) {
		console.log( standin );
	}
	const { counts, notes } = await runSelected( suites, args );
	if ( file !== undefined ) {
		await writeOutcome( file, { counts, notes } );
		process.exit();
	}
	console.log( '' );
	for ( const note of standin === null ? notes : [ ...notes, standin ] ) {
		console.log( note );
	}
	console.log( inWords( counts ) );
	// Servers of a suite that could not start end with the process.
	process.exit( counts.failed > 0 ? 1 : 0 );
};

main().catch( ( error: unknown ) => {
	console.error( error );
	process.exit( 1 );
} );
