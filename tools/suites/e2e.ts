import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { number, object, parse } from 'zod/mini';
import { PROJECT } from '../../tests/environment/cache.ts';
import { execute } from '../../tests/environment/processes.ts';
import { findWooCommerce } from '../../tests/environment/woocommerce.ts';
import { NOTHING, withExitCode, type Counts } from '../counts.ts';
import { browser, build, database, phpTools } from '../prepare.ts';
import { onStack } from './stack.ts';
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

export const e2e: Suite = {
	name: 'e2e',
	title: 'End to end, in Chromium',
	run: async ( args ) => {
		await phpTools();
		await database();
		await browser();
		await build();
		return onStack( await findWooCommerce(), async ( site ) => {
			await site.script( 'connect' );
			const { code } = await execute(
				'npx',
				[ 'playwright', 'test', ...args ],
				{ cwd: PROJECT, env: site.environment, stream: true }
			);
			const counts = await read(
				path.join( PROJECT, 'artifacts/e2e.json' )
			);
			return withExitCode( counts, code );
		} );
	},
};
