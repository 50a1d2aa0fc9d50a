import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../tests/environment/cache.ts';
import { execute } from '../../tests/environment/processes.ts';
import { temporaryDirectory } from '../../tests/environment/temporary.ts';
import { fromJunit, withExitCode, type Counts } from '../counts.ts';
import { phpTools } from '../prepare.ts';
import type { Suite } from './suite.ts';

export const phpunit = async (
	args: string[],
	env: Record< string, string > = {}
): Promise< Counts > => {
	const log = path.join( await temporaryDirectory( 'junit' ), 'junit.xml' );
	const { code } = await execute(
		'php',
		[
			'-d',
			'memory_limit=2G',
			'vendor/bin/phpunit',
			'--log-junit',
			log,
			...args,
		],
		{ cwd: PROJECT, env, stream: true }
	);
	const xml = await readFile( log, 'utf8' ).catch( () => '' );
	return withExitCode( fromJunit( xml ), code );
};

const plain = (
	name: string,
	title: string,
	seconds: number,
	testsuite: string
): Suite => ( {
	name,
	title,
	seconds,
	needs: [ phpTools ],
	run: ( args ) => phpunit( [ '--testsuite', testsuite, ...args ] ),
} );

export const php = plain( 'php', 'PHP without WordPress', 140, 'unit' );
export const houseRules = plain(
	'house-rules',
	'House rules of the PHP code',
	10,
	'house-rules'
);
