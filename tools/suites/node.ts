import path from 'node:path';
import { readdir } from 'node:fs/promises';
import { PROJECT } from '../../tests/environment/cache.ts';
import { execute } from '../../tests/environment/processes.ts';
import { fromNodeTest, withExitCode, type Counts } from '../counts.ts';
import type { Suite } from './suite.ts';

const testsIn = async ( folder: string ): Promise< string[] > => {
	const names = await readdir( path.join( PROJECT, folder ), {
		recursive: true,
	} ).catch( () => [] );
	return names
		.filter( ( name ) => name.endsWith( '.test.ts' ) )
		.map( ( name ) => path.join( folder, name ) )
		.sort();
};

export const nodeTests = async (
	folder: string,
	args: string[],
	env: Record< string, string > = {}
): Promise< Counts > => {
	const files = await testsIn( folder );
	if ( files.length === 0 ) {
		throw new Error( `No tests in ${ folder }.` );
	}
	const { code, output } = await execute(
		process.execPath,
		[
			'--import',
			'tsx',
			'--test-reporter=spec',
			...args,
			'tools/node-tests.ts',
			...files,
		],
		{ cwd: PROJECT, env, stream: true }
	);
	return withExitCode( fromNodeTest( output ), code );
};

const plain = (
	name: string,
	title: string,
	seconds: number,
	folder: string
): Suite => ( {
	name,
	title,
	seconds,
	needs: [],
	run: ( args ) => nodeTests( folder, args ),
} );

export const tools = plain( 'tools', 'The tools themselves', 1, 'tools' );
export const contract = plain(
	'contract',
	"Contract with Sellsy's OpenAPI document",
	1,
	'tests/contract'
);
export const sandbox = plain(
	'sandbox',
	'The Sellsy sandbox',
	25,
	'tests/sandbox'
);
