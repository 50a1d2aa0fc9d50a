import { build, wordPress } from '../prepare.ts';
import { nodeTests } from './node.ts';
import type { Suite } from './suite.ts';

export const smoke: Suite = {
	name: 'smoke',
	title: 'Smoke: each promised PHP, no or old WooCommerce, missing build',
	seconds: 200,
	needs: [ wordPress, build ],
	run: ( args ) => nodeTests( 'tests/php/smoke', args ),
};
