import type { SettingsWorkflow } from '../../generated/schemas';

type Rule = SettingsWorkflow[ 'rules' ][ number ];

/** What a rule may ask of an order, as `Domain\Settings\Condition` has it. */
export const CONDITION_NAMES = [
	'gateways',
	'buyer',
	'area',
	'currencies',
	'shipping',
	'total',
	'roles',
	'categories',
] as const;

const takesAll = ( rule: Rule ): boolean =>
	! rule.unread &&
	CONDITION_NAMES.every( ( name ) => ! rule[ name ]?.length );

/** All orders have a sentence of their own: a rule is saved once it asks for something, or was stored without. */
export const isUnasked = ( rule: Rule, saved: readonly Rule[] ): boolean =>
	takesAll( rule ) &&
	! saved.some( ( one ) => one.id === rule.id && takesAll( one ) );
