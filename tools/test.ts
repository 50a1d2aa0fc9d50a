/**
 * All suites, or those named on the command line; what begins with a dash goes to the runner:
 * npm run test:integration -- --filter Ledger
 */
import { NOTHING, add, inWords, type Counts } from './counts.ts';
import { Missing } from './prepare.ts';
import {
	findWooCommerce,
	standinNotice,
} from '../tests/environment/woocommerce.ts';
import { demo, e2e } from './suites/e2e.ts';
import { integration, integrationOnStandin } from './suites/integration.ts';
import { jest } from './suites/jest.ts';
import { lint } from './suites/lint.ts';
import { contract, sandbox, tools } from './suites/node.ts';
import { houseRules, php } from './suites/phpunit.ts';
import { smoke } from './suites/smoke.ts';
import type { Suite } from './suites/suite.ts';
import { translations } from './suites/translations.ts';

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

const select = ( names: string[] ): Suite[] => {
	const unknown = names.filter(
		( name ) => ! SUITES.some( ( suite ) => suite.name === name )
	);
	if ( unknown.length > 0 ) {
		throw new Error(
			`No such suite: ${ unknown.join( ', ' ) }. There are: ${ SUITES.map(
				( suite ) => suite.name
			).join( ', ' ) }`
		);
	}
	return names.length === 0
		? SUITES
		: SUITES.filter( ( suite ) => names.includes( suite.name ) );
};

const runSuite = async (
	suite: Suite,
	args: string[],
	notes: string[]
): Promise< Counts > => {
	console.log( `\n━━━ ${ suite.title } ━━━` );
	const start = Date.now();
	try {
		const counts = await suite.run( args, notes );
		const seconds = ( ( Date.now() - start ) / 1000 ).toFixed( 0 );
		console.log(
			`${ suite.name }: ${ inWords( counts ) } (${ seconds } s)`
		);
		if ( counts.failed > 0 ) {
			notes.push( `✖ ${ suite.name }: ${ inWords( counts ) }` );
		}
		return counts;
	} catch ( error ) {
		if ( error instanceof Missing ) {
			notes.push( `Skipped ${ suite.name }: ${ error.message }` );
			console.log( notes.at( -1 ) );
			return { ...NOTHING, skipped: 1 };
		}
		console.log( error );
		notes.push( `✖ ${ suite.name } could not run` );
		return { ...NOTHING, failed: 1 };
	}
};

const main = async (): Promise< void > => {
	const given = process.argv.slice( 2 );
	const dash = given.findIndex( ( argument ) => argument.startsWith( '-' ) );
	const names = dash === -1 ? given : given.slice( 0, dash );
	const args = dash === -1 ? [] : given.slice( dash );
	const standin = standinNotice( await findWooCommerce() );
	if ( standin !== null ) {
		console.log( standin );
	}
	const notes: string[] = [];
	let counts = NOTHING;
	for ( const suite of select( names ) ) {
		counts = add( counts, await runSuite( suite, args, notes ) );
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
