/**
 * The scripts of `build/pages` that an address asks for before anybody does anything, in a connected shop that has no
 * rules. That it is so is seen in src/admin/firstLoads.test.tsx; what they weigh is counted by tools/bundle.ts.
 */
import type { Step } from '../admin/pages/setup/steps';
import type { Tab } from '../admin/useRoute';

type Address = Exclude< Tab, 'setup' > | `setup/${ Step }`;

export const FIRST_LOADS: Record< Address, readonly string[] > = {
	overview: [ 'overview' ],
	todo: [ 'todo' ],
	history: [ 'history' ],
	figures: [ 'figures' ],
	settings: [ 'essentials' ],
	documents: [ 'documents' ],
	taxes: [ 'taxes' ],
	payments: [ 'payments' ],
	customers: [ 'customers' ],
	products: [ 'products' ],
	statuses: [ 'statuses' ],
	emails: [ 'emails' ],
	connection: [ 'connection' ],
	orders: [ 'orders' ],
	diagnostics: [ 'diagnostics' ],
	log: [ 'tasks' ],
	'setup/connect': [ 'setup', 'setup/connect' ],
	'setup/shop': [ 'setup', 'setup/shop' ],
	'setup/taxes': [ 'setup', 'setup/taxes' ],
	'setup/check': [
		'setup',
		'setup/check',
		'setup-dry-run',
		'setup-stops',
		'account-trial',
	],
	'setup/done': [ 'setup', 'setup/done' ],
};

/** What a shop with rules asks for besides, to say of each which orders it never takes. */
export const WITH_RULES: readonly string[] = [
	...FIRST_LOADS.documents,
	'rule-notes',
];
