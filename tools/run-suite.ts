import path from 'node:path';
import { PROJECT } from '../tests/environment/cache.ts';
import { execute } from '../tests/environment/processes.ts';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import { NOTHING, inWords } from './counts.ts';
import { readOutcome, type Outcome } from './outcome.ts';
import { Missing } from './prepare.ts';
import type { Suite } from './suites/suite.ts';

const without = ( suite: Suite, error: unknown ): Outcome => {
	if ( error instanceof Missing ) {
		const note = `Skipped ${ suite.name }: ${ error.message }`;
		console.log( note );
		return { counts: { ...NOTHING, skipped: 1 }, notes: [ note ] };
	}
	console.log( error );
	return {
		counts: { ...NOTHING, failed: 1 },
		notes: [ `✖ ${ suite.name } could not run` ],
	};
};

const ready = async ( suite: Suite ): Promise< void > => {
	for ( const need of suite.needs ) {
		await need();
	}
};

/**
 * In this process: its output is seen while it comes.
 */
export const runHere = async (
	suite: Suite,
	args: string[]
): Promise< Outcome > => {
	console.log( `\n━━━ ${ suite.title } ━━━` );
	const start = Date.now();
	const notes: string[] = [];
	try {
		await ready( suite );
		const counts = await suite.run( args, notes );
		const seconds = ( ( Date.now() - start ) / 1000 ).toFixed( 0 );
		console.log(
			`${ suite.name }: ${ inWords( counts ) } (${ seconds } s)`
		);
		if ( counts.failed > 0 ) {
			notes.push( `✖ ${ suite.name }: ${ inWords( counts ) }` );
		}
		return { counts, notes };
	} catch ( error ) {
		const outcome = without( suite, error );
		return { ...outcome, notes: [ ...notes, ...outcome.notes ] };
	}
};

/** Where runners tell what failed; said again at the end of a long run, whose middle nobody scrolls back to. */
const lastLines = ( output: string ): string =>
	output.trimEnd().split( '\n' ).slice( -100 ).join( '\n' );

/**
 * In a process of its own, its output whole when it ends: two may run side by side.
 */
export const runApart = async (
	suite: Suite,
	args: string[]
): Promise< Outcome > => {
	try {
		await ready( suite );
	} catch ( error ) {
		return without( suite, error );
	}
	console.log( `${ suite.name } started …` );
	const file = path.join(
		await temporaryDirectory( 'outcome' ),
		'outcome.json'
	);
	const { output } = await execute(
		process.execPath,
		[ '--import', 'tsx', 'tools/test.ts', suite.name, ...args ],
		{ cwd: PROJECT, env: { ORDERINVOICER_OUTCOME: file } }
	);
	console.log( output.trimEnd() );
	const outcome = await readOutcome( file, suite.name );
	return outcome.counts.failed > 0
		? { ...outcome, notes: [ ...outcome.notes, lastLines( output ) ] }
		: outcome;
};
