import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	STANDIN,
	findWooCommerce,
	type WooCommerce,
} from '../../tests/environment/woocommerce.ts';
import { add, type Counts } from '../counts.ts';
import { keepToOneCore } from '../one-core.ts';
import { Missing, build, database, phpTools, wordPress } from '../prepare.ts';
import { phpunit } from './phpunit.ts';
import { onStack } from './stack.ts';
import type { Suite } from './suite.ts';

const WITH_ORDERS = 'integration';
const ALL = `${ WITH_ORDERS },integration-apart`;

/** Tests by the kind of a database of several servers (tests/environment/db.php). */
type OnSplitDatabase = Record< string, string >;

/** A part that a database of several servers could break, run there too: of lost answers one of each document. */
const ON_SPLIT_DATABASE: OnSplitDatabase = {
	split: 'SplitDatabaseTest|RefusedReadsTest|StoredOrderTest|(EveryDocument|Refund)OnceTest::test_a_lost_answer.*500-after|OverviewControllerTest|OrderScreen(Acts|Credit|Problems)?Test|SettingsControllerTest|LifecycleTest',
	replica: 'SplitDatabaseTest',
};

/** What runners leave that die. */
const WALKS_ON_SPLIT_DATABASE: OnSplitDatabase = {
	split: 'EveryDocumentOnceTest|RefundOnceTest|KilledEmailTest',
};

/** Passes that read from a copy that is behind. */
const ON_DELAYED_COPY: OnSplitDatabase = {
	split: 'DelayedReplicaTest',
	replica: 'DelayedReplicaTest',
};

interface Part {
	/** Of phpunit.xml.dist. */
	suites?: string;
	environment?: Record< string, string >;
	/** Then a part of it on databases of several servers. */
	onSplitDatabase?: OnSplitDatabase;
	/** What of it is tried first, on a site that is new. */
	first?: string[];
	/** Not the one of the suite that runs beside it. */
	core?: 'first' | 'last';
}

/**
 * Without those that were tried first: tests leave their connections open, and PHP's `stream_select` knows no more than
 * 1,024 of them.
 */
const LATER = 'standin,faults,mail-server';

const NEEDS = [ phpTools, database, wordPress, build ];

const runOn = async (
	woocommerce: WooCommerce,
	args: string[],
	{
		suites = ALL,
		environment = {},
		onSplitDatabase = {},
		core = 'first',
		first = [],
	}: Part = {}
): Promise< Counts > => {
	// PHP, MariaDB and the sandbox wait for each other.
	const cores = await keepToOneCore( core );
	return onStack(
		woocommerce,
		async ( site ) => {
			const tests = (
				more: string[],
				mode: Record< string, string > = {}
			): Promise< Counts > =>
				phpunit(
					[
						'--bootstrap',
						'tests/php/bootstrap-integration.php',
						'--testsuite',
						suites,
						...more,
					],
					{
						...site.environment,
						...environment,
						...mode,
						ORDERINVOICER_CORES: cores,
					}
				);
			const later =
				first.length > 0 ? [ '--exclude-group', LATER, ...args ] : args;
			let counts = await tests( [ ...first, ...args ] );
			if ( first.length > 0 ) {
				counts = add( counts, await tests( later ) );
			}
			for ( const [ mode, filter ] of Object.entries(
				onSplitDatabase
			) ) {
				console.log( `On a database of several servers: ${ mode }` );
				counts = add(
					counts,
					await tests( [ ...later, '--filter', filter ], {
						ORDERINVOICER_DATABASE: mode,
					} )
				);
			}
			return counts;
		},
		// Any request would start it, and it would work the rows that a test is about to work.
		false
	);
};

export const integration: Suite = {
	name: 'integration',
	title: 'Integration: WordPress, WooCommerce, MariaDB, Sellsy sandbox',
	seconds: 540,
	needs: NEEDS,
	run: async ( args ) => {
		const woocommerce = await findWooCommerce();
		if ( woocommerce.kind === 'standin' ) {
			throw new Missing( 'no real WooCommerce here' );
		}
		console.log( `WooCommerce ${ woocommerce.version }` );
		return runOn(
			woocommerce,
			args.includes( '--filter' )
				? [ '--exclude-group', 'standin,faults', ...args ]
				: args,
			args.includes( '--filter' )
				? {}
				: {
						first: [ '--group', 'mail-server' ],
						onSplitDatabase: ON_SPLIT_DATABASE,
					}
		);
	},
};

/** The whole of what `npm test` leaves out (faults), or walks at every fourth place (walks). */
const walk = (
	name: string,
	title: string,
	core: 'first' | 'last',
	onSplitDatabase: OnSplitDatabase = {}
): Suite => ( {
	name,
	title,
	seconds: 700,
	needs: NEEDS,
	run: async ( args ) => {
		const woocommerce = await findWooCommerce();
		if ( woocommerce.kind === 'standin' ) {
			throw new Missing( 'no real WooCommerce here' );
		}
		return runOn( woocommerce, [ '--group', name, ...args ], {
			environment: { ORDERINVOICER_WALK: 'whole' },
			core,
			onSplitDatabase: args.includes( '--filter' ) ? {} : onSplitDatabase,
		} );
	},
} );

export const faults = walk(
	'faults',
	'Faults: each question to the database refused once, a copy that is behind, under real WooCommerce',
	'first',
	ON_DELAYED_COPY
);

export const walks = walk(
	'walks',
	'Walks: runners that die at every place, every sequence of buyers',
	'last',
	WALKS_ON_SPLIT_DATABASE
);

export const integrationOnStandin: Suite = {
	name: 'integration-standin',
	title: 'Integration, on the stand-in for WooCommerce',
	seconds: 220,
	needs: NEEDS,
	run: async ( args, notes ) => {
		if (
			! existsSync( path.join( STANDIN.directory, 'woocommerce.php' ) )
		) {
			throw new Missing( 'the stand-in is not there' );
		}
		const isAlone = ( await findWooCommerce() ).kind === 'standin';
		notes.push(
			'Not run on the stand-in: tests that need real carts, products and screens (group real-woocommerce)'
		);
		// Beside the real one it is held only to what leans on it: walks and what has no order prove nothing of it.
		return isAlone
			? runOn( STANDIN, [
					'--exclude-group',
					'real-woocommerce',
					...args,
				] )
			: runOn(
					STANDIN,
					[
						'--exclude-group',
						'real-woocommerce,walks,faults',
						...args,
					],
					{ suites: WITH_ORDERS, core: 'last' }
				);
	},
};
