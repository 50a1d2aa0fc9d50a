import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { object, number, parse } from 'zod/mini';
import { PROJECT } from '../../tests/environment/cache.ts';
import { execute } from '../../tests/environment/processes.ts';
import { temporaryDirectory } from '../../tests/environment/temporary.ts';
import { NOTHING, withExitCode, type Counts } from '../counts.ts';
import type { Suite } from './suite.ts';

const Report = object( {
	numPassedTests: number(),
	numFailedTests: number(),
	numPendingTests: number(),
	numTodoTests: number(),
	numRuntimeErrorTestSuites: number(),
} );

const read = async ( file: string ): Promise< Counts > => {
	const text = await readFile( file, 'utf8' ).catch( () => null );
	if ( text === null ) {
		return NOTHING;
	}
	const report = parse( Report, JSON.parse( text ) );
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		skipped: report.numPendingTests + report.numTodoTests,
	};
};

export const jest: Suite = {
	name: 'jest',
	title: 'The screens, in jest',
	seconds: 210,
	needs: [],
	run: async ( args ) => {
		const file = path.join(
			await temporaryDirectory( 'jest' ),
			'jest.json'
		);
		const { code } = await execute(
			'npx',
			[
				'wp-scripts',
				'test-unit-js',
				'--json',
				`--outputFile=${ file }`,
				...args,
			],
			{ cwd: PROJECT, stream: true }
		);
		return withExitCode( await read( file ), code );
	},
};
