import { build } from '../prepare.ts';
import { nodeTests } from './node.ts';
import type { Suite } from './suite.ts';

export const smoke: Suite = {
	name: 'smoke',
	title: 'Smoke: old PHP, no or old WooCommerce, missing build',
	run: async ( args ) => {
		await build();
		return nodeTests( 'tests/php/smoke', args );
	},
};
