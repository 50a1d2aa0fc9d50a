import { catalogueProblems } from '../i18n.ts';
import { NOTHING } from '../counts.ts';
import {
	build,
	phpTools,
	translations as gettext,
	wordPress,
} from '../prepare.ts';
import type { Suite } from './suite.ts';

export const translations: Suite = {
	name: 'translations',
	title: 'Translations: the template is current, French is complete',
	seconds: 5,
	needs: [ phpTools, gettext, wordPress, build ],
	run: async () => {
		const problems = await catalogueProblems();
		for ( const problem of problems ) {
			console.log( `✖ ${ problem }` );
		}
		return problems.length === 0
			? { ...NOTHING, passed: 1 }
			: { ...NOTHING, failed: 1 };
	},
};
