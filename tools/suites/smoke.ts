import { build, wordPress } from '../prepare.ts';
import { nodeTests } from './node.ts';
import type { Suite } from './suite.ts';

export const smoke: Suite = {
	name: 'smoke',
	title: 'Smoke: each promised PHP, no or old WooCommerce, missing build',
	seconds: 140,
	needs: [ wordPress, build ],
	run: ( args ) => nodeTests( 'tests/php/smoke', args ),
};

export const versions: Suite = {
	name: 'versions',
	title: 'An order to its credit note on every promised PHP',
	seconds: 170,
	needs: [ wordPress, build ],
	run: ( args ) =>
		nodeTests(
			'tests/php/smoke',
			[
				'--test-name-pattern=the zip installs|nothing deprecated',
				...args,
			],
			{ ORDERINVOICER_WALK: 'whole' }
		),
};
