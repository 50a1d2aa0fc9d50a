import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	STANDIN,
	findWooCommerce,
	type WooCommerce,
} from '../../tests/environment/woocommerce.ts';
import { type Counts } from '../counts.ts';
import { Missing, build, database, phpTools, wordPress } from '../prepare.ts';
import { phpunit } from './phpunit.ts';
import { onStack } from './stack.ts';
import type { Suite } from './suite.ts';

const NEEDS = [ phpTools, database, wordPress, build ];

const runOn = (
	woocommerce: WooCommerce,
	args: string[],
	environment: Record< string, string > = {}
): Promise< Counts > =>
	onStack(
		woocommerce,
		( site ) =>
			phpunit(
				[
					'--bootstrap',
					'tests/php/bootstrap-integration.php',
					'--testsuite',
					'integration',
					...args,
				],
				{ ...site.environment, ...environment }
			),
		// Any request would start it, and it would work the rows that a test is about to work.
		false
	);

export const integration: Suite = {
	name: 'integration',
	title: 'Integration: WordPress, WooCommerce, MariaDB, Sellsy sandbox',
	seconds: 300,
	needs: NEEDS,
	run: async ( args ) => {
		const woocommerce = await findWooCommerce();
		if ( woocommerce.kind === 'standin' ) {
			throw new Missing( 'no real WooCommerce here' );
		}
		console.log( `WooCommerce ${ woocommerce.version }` );
		return runOn( woocommerce, [
			'--exclude-group',
			'standin,faults',
			...args,
		] );
	},
};

/** Every question to the database fails once; runners die at every place; every sequence of buyers. */
export const faults: Suite = {
	name: 'faults',
	title: 'Faults: a database that refuses, runners that die, under real WooCommerce',
	seconds: 900,
	needs: NEEDS,
	run: async ( args ) => {
		const woocommerce = await findWooCommerce();
		if ( woocommerce.kind === 'standin' ) {
			throw new Missing( 'no real WooCommerce here' );
		}
		return runOn( woocommerce, [ '--group', 'faults,walks', ...args ], {
			ORDERINVOICER_WALK: 'whole',
		} );
	},
};

export const integrationOnStandin: Suite = {
	name: 'integration-standin',
	title: 'Integration, on the stand-in for WooCommerce',
	seconds: 60,
	needs: NEEDS,
	run: async ( args, notes ) => {
		if (
			! existsSync( path.join( STANDIN.directory, 'woocommerce.php' ) )
		) {
			throw new Missing( 'the stand-in is not there' );
		}
		notes.push(
			'Not run on the stand-in: tests that need real carts, products and screens (group real-woocommerce)'
		);
		return runOn( STANDIN, [
			'--exclude-group',
			'real-woocommerce',
			...args,
		] );
	},
};
