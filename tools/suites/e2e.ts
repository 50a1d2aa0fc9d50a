import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { number, object, parse } from 'zod/mini';
import { PROJECT } from '../../tests/environment/cache.ts';
import { complaints } from '../../tests/environment/playground.ts';
import { execute, freePort } from '../../tests/environment/processes.ts';
import { findWooCommerce } from '../../tests/environment/woocommerce.ts';
import { add, NOTHING, withExitCode, type Counts } from '../counts.ts';
import { browser, build, database, phpTools, wordPress } from '../prepare.ts';
import { startShop } from '../start.ts';
import { againstContract, onStack } from './stack.ts';
import type { Suite } from './suite.ts';

const Report = object( {
	stats: object( {
		expected: number(),
		unexpected: number(),
		flaky: number(),
		skipped: number(),
	} ),
} );

const read = async ( file: string ): Promise< Counts > => {
	const text = await readFile( file, 'utf8' ).catch( () => null );
	if ( text === null ) {
		return NOTHING;
	}
	const { stats } = parse( Report, JSON.parse( text ) );
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
	};
};

// A folder for each suite, so that two may run side by side.
const playwright = async (
	suite: string,
	args: string[],
	env: Record< string, string >
): Promise< Counts > => {
	const artifacts = path.join( PROJECT, 'artifacts', suite );
	const { code } = await execute( 'npx', [ 'playwright', 'test', ...args ], {
		cwd: PROJECT,
		env: { ...env, ORDERINVOICER_ARTIFACTS: artifacts },
		stream: true,
	} );
	const counts = await read( path.join( artifacts, 'e2e.json' ) );
	return withExitCode( counts, code );
};

/**
 * What npm start gives a person, bought from once, without a word of PHP against us. Slower: its PHP is WebAssembly.
 */
export const demo: Suite = {
	name: 'demo',
	title: 'The demo shop of npm start, in Chromium',
	seconds: 140,
	needs: [ browser, wordPress, build ],
	run: async ( args ) => {
		process.env[ 'ORDERINVOICER_SHOP_PORT' ] ??= String( await freePort() );
		process.env[ 'ORDERINVOICER_SANDBOX_PORT' ] ??= String(
			await freePort()
		);
		const woocommerce = await findWooCommerce();
		const { playground, sandbox, begin } = await startShop( woocommerce );
		try {
			const counts = await playwright(
				'demo',
				[ 'demo.spec', '--timeout=900000', ...args ],
				{
					ORDERINVOICER_DEMO: 'yes',
					ORDERINVOICER_DEMO_BEGIN: begin,
					ORDERINVOICER_SITE_URL: playground.url,
					ORDERINVOICER_SANDBOX_URL: sandbox.url,
					ORDERINVOICER_WOOCOMMERCE_KIND: woocommerce.kind,
				}
			);
			const said = await complaints( playground );
			console.log( said.join( '\n' ) );
			return [
				counts,
				await againstContract( sandbox.url ),
				{ ...NOTHING, [ said.length === 1 ? 'passed' : 'failed' ]: 1 },
			].reduce( add );
		} finally {
			await playground.stop();
			await sandbox.stop();
		}
	},
};

export const e2e: Suite = {
	name: 'e2e',
	title: 'End to end, in Chromium',
	seconds: 440,
	needs: [ phpTools, database, browser, wordPress, build ],
	run: async ( args ) =>
		onStack( await findWooCommerce(), async ( site ) => {
			await site.script( 'connect' );
			return playwright( 'e2e', args, site.environment );
		} ),
};
