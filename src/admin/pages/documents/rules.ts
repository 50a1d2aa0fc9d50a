/** Rules of one kind of document: `Domain\Settings\Rule` chooses by them. Which orders they take: `orders.ts`. */
import { __ } from '@wordpress/i18n';
import type {
	Kind,
	Settings,
	SettingsWorkflow,
} from '../../../generated/schemas';

export type Rule = SettingsWorkflow[ 'rules' ][ number ];

/** The id of "all other orders". */
export const OTHERS = 0;

export const hasRules = ( { rules, others }: SettingsWorkflow ): boolean =>
	rules.length > 0 || ! others;

/** Below are those of the set-up's own rules, above is what PHP keeps for orders that no rule surely takes. */
const FIRST_ID = 1000;
const LAST_ID = 4294967293;

/**
 * An id is never given twice, not even after its rule was removed, or on two pages in the same second: chance draws it.
 */
function drawnId( rules: Rule[] ): number {
	const [ id = 0 ] = crypto.getRandomValues( new Uint32Array( 1 ) );
	return id < FIRST_ID ||
		id > LAST_ID ||
		rules.some( ( rule ) => rule.id === id )
		? drawnId( rules )
		: id;
}

export function newRule(
	workflow: SettingsWorkflow,
	id = drawnId( workflow.rules )
): Rule {
	return {
		id,
		gateways: [],
		buyer: '',
		area: '',
		makes: true,
		trigger: workflow.trigger,
		finalise: workflow.finalise,
		email: workflow.email,
		owner_id: null,
		model_id: null,
		rate_category_id: null,
		unread: '',
	};
}

export const copyOf = ( rule: Rule, rules: Rule[] ): Rule => ( {
	...rule,
	id: drawnId( rules ),
} );

/** Of a newer release, or damaged: it makes nothing until it is removed. */
export const isUnread = ( { unread = '' }: Rule ): boolean => unread !== '';

/** So many places down, or up where it is less than 0. */
export function moved( rules: Rule[], at: number, by: number ): Rule[] {
	const others = rules.filter( ( _rule, index ) => index !== at );
	const rule = rules.slice( at, at + 1 );
	return [
		...others.slice( 0, at + by ),
		...rule,
		...others.slice( at + by ),
	];
}

/** What counts for the documents of a rule, as if the kind had no other. */
export function settingsUnder(
	settings: Settings,
	kind: Kind,
	rule: Rule
): Settings {
	const own = settings[ kind ];
	const { trigger, finalise, email } = rule;
	return {
		...settings,
		[ kind ]: {
			...own,
			trigger,
			finalise,
			email,
			owner_id: rule.owner_id ?? own.owner_id,
			model_id: rule.model_id ?? own.model_id,
			rate_category_id: rule.rate_category_id ?? own.rate_category_id,
		},
	};
}

/** For each rule that makes something, and for all other orders. */
export function outcomes( settings: Settings, kind: Kind ): Settings[] {
	const { rules, others } = settings[ kind ];
	return [
		...rules
			.filter( ( { makes } ) => makes )
			.map( ( rule ) => settingsUnder( settings, kind, rule ) ),
		...( others ? [ settings ] : [] ),
	];
}

export const allOthers = () => __( 'All other orders', 'orderinvoicer' );
