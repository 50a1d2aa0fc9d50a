import { readFile, writeFile } from 'node:fs/promises';
import { array, number, object, parse, string } from 'zod/mini';
import { NOTHING, type Counts } from './counts.ts';

/**
 * What a suite ended with; its notes are said once more at the end of the run.
 */
export type Outcome = { counts: Counts; notes: string[] };

const Written = object( {
	counts: object( { passed: number(), failed: number(), skipped: number() } ),
	notes: array( string() ),
} );

export const writeOutcome = (
	file: string,
	outcome: Outcome
): Promise< void > => writeFile( file, JSON.stringify( outcome ) );

/**
 * A suite that ended without a word has failed.
 */
export const readOutcome = async (
	file: string,
	suite: string
): Promise< Outcome > => {
	const text = await readFile( file, 'utf8' ).catch( () => null );
	return text === null
		? {
				counts: { ...NOTHING, failed: 1 },
				notes: [ `✖ ${ suite } ended before it could count` ],
			}
		: parse( Written, JSON.parse( text ) );
};
