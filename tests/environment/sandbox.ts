import path from 'node:path';
import { PROJECT } from './cache.ts';
import { freePort, startProcess, waitFor } from './processes.ts';

/**
 * One process stands in for four hosts of Sellsy.
 */
export const SANDBOX_PATHS = {
	ORDERINVOICER_SELLSY_API_URL: '/v2',
	ORDERINVOICER_SELLSY_LOGIN_URL: '/login',
	ORDERINVOICER_SELLSY_V1_URL: '/v1/',
	ORDERINVOICER_SELLSY_APP_URL: '/app',
};

export const SANDBOX_CLIENT = {
	id: 'sandbox-client',
	secret: 'sandbox-secret',
};

export type Sandbox = { url: string; stop: () => Promise< void > };

/**
 * In a process of its own, so that a test run that is busy never keeps Sellsy waiting.
 */
export const startSandbox = async ( port?: number ): Promise< Sandbox > => {
	const chosen = port ?? ( await freePort() );
	const url = `http://127.0.0.1:${ chosen }`;
	const server = startProcess(
		process.execPath,
		[
			'--import',
			'tsx',
			path.join( PROJECT, 'tests/sandbox/server.ts' ),
			'--port',
			String( chosen ),
		],
		{ cwd: PROJECT }
	);
	await waitFor( 'The Sellsy sandbox', async () => {
		if ( server.child.exitCode !== null ) {
			throw new Error( `The sandbox ended:\n${ server.log() }` );
		}
		return fetch( `${ url }/_sandbox/state` ).then(
			( response ) => response.ok,
			() => false
		);
	} );
	return { url, stop: server.stop };
};
