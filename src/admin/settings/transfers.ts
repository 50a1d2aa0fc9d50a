/** Bank transfers and cheques, whose money comes days later: a proforma asks for it. */
import type { Settings, SettingsWorkflow } from '../../generated/schemas';
import { newRule, type Rule } from '../pages/documents/rules';

/** WooCommerce's own. */
export const PAID_LATER: readonly string[] = [ 'bacs', 'cheque' ];

/** They wait so for their money; cards never do. */
const AWAITING_MONEY = 'status:on-hold';

/** Below the ids that a rule of the owner may have: it is the same rule whenever it is chosen. */
const ID = 1;

const ourRule = ( proforma: SettingsWorkflow ): Rule => ( {
	...newRule( proforma, ID ),
	gateways: [ ...PAID_LATER ],
	trigger: AWAITING_MONEY,
} );

/** What a rule asks for, whether it makes something and when; not what becomes of that. */
const asked = ( {
	finalise: _finalise,
	email: _email,
	owner_id: _owner,
	model_id: _model,
	rate_category_id: _category,
	unread: _unread,
	...conditions
}: Rule ): string => JSON.stringify( Object.entries( conditions ).sort() );

/** The rules that its owner wrote. */
export const ownRules = ( proforma: SettingsWorkflow ): Rule[] =>
	proforma.rules.filter(
		( rule ) => asked( rule ) !== asked( ourRule( proforma ) )
	);

const mayTakeTransfers = ( { gateways }: Rule ): boolean =>
	gateways.length === 0 ||
	gateways.some( ( gateway ) => PAID_LATER.includes( gateway ) );

/** Whether they get a proforma first. Null: what its owner set for proformas says so, and stays as it is. */
export function getProforma( { proforma }: Settings ): boolean | null {
	const { enabled, others, rules } = proforma;
	const own = ownRules( proforma );
	if ( others ? rules.length > 0 : own.some( mayTakeTransfers ) ) {
		return null;
	}
	if ( own.length < rules.length ) {
		return enabled || own.length === 0 ? enabled : null;
	}
	return enabled === own.length > 0 ? false : null;
}

/** What is to be changed for it. Rules of the owner stay. */
export function withProforma(
	{ proforma }: Settings,
	isWanted: boolean
): Partial< SettingsWorkflow > {
	const own = ownRules( proforma );
	if ( isWanted ) {
		const isThere = own.length < proforma.rules.length;
		return {
			enabled: true,
			rules: isThere ? proforma.rules : [ ...own, ourRule( proforma ) ],
			others: false,
			...( own.length === 0 && { trigger: AWAITING_MONEY } ),
		};
	}
	return own.length === 0 ? { enabled: false } : { rules: own };
}

/** The settings as they would be without that rule. */
export const besidesTransfers = ( settings: Settings ): Settings =>
	getProforma( settings ) === true
		? {
				...settings,
				proforma: {
					...settings.proforma,
					...withProforma( settings, false ),
				},
			}
		: settings;
