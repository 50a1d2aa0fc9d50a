import type { Connection, Settings } from '../../../generated/schemas';
import { enabledKinds } from '../../settings/kinds';
import type { SettingsForm } from '../../settings/useSettings';
import type { PageProps } from '../types';
import { type Choice, kindsOf } from '../../settings/presets';
import { rightsFor, USUAL } from './rights';
import type { Step } from './steps';

/** How far a shop is: read off the shop itself, so that the wizard can be left and found again. */
export type Facts = {
	connection: Connection;
	/** As saved: what is only chosen switches nothing on. */
	settings: Settings;
	choice: Choice | null;
};

/** What each step gets: the page's own props, and how far the shop is. */
export type StepProps = PageProps & {
	form: SettingsForm;
	facts: Facts;
	heading: React.RefObject< HTMLHeadingElement >;
};

export const isConnected = ( { connection }: Facts ): boolean =>
	connection.state === 'connected';

/** Of the scopes that the documents planned need, some are missing: what follows could not be tried. */
export function lacksRights( facts: Facts ): boolean {
	const planned = kindsOf( choiceOf( facts ) ?? USUAL, facts.settings );
	const { scopes } = rightsFor( planned );
	return facts.connection.rights.some(
		( { scope, state } ) => state === 'missing' && scopes.includes( scope )
	);
}

/** Null: nothing is chosen yet, and nothing was switched on before. */
export const choiceOf = ( { choice, settings }: Facts ): Choice | null =>
	choice ?? ( enabledKinds( settings ).length > 0 ? 'keep' : null );

/** The step that must come first; null: this one can be taken. */
export function premiseOf( step: Step, facts: Facts ): Step | null {
	if ( step === 'connect' ) {
		return null;
	}
	if ( ! isConnected( facts ) ) {
		return 'connect';
	}
	return step === 'documents' || choiceOf( facts ) !== null
		? null
		: 'documents';
}

/** Where somebody goes on who comes back without saying where. */
export function firstStep( facts: Facts ): Step {
	if ( ! isConnected( facts ) || lacksRights( facts ) ) {
		return 'connect';
	}
	switch ( choiceOf( facts ) ) {
		case null:
			return 'documents';
		case 'keep':
			return 'finish';
		default:
			return 'taxes';
	}
}

/** `current`: a dry run leaves nothing behind but that one went on from it. */
export function isDone( step: Step, facts: Facts, current: Step ): boolean {
	const { settings } = facts;
	switch ( step ) {
		case 'connect':
			return isConnected( facts ) && ! lacksRights( facts );
		case 'documents':
			return isConnected( facts ) && choiceOf( facts ) !== null;
		case 'taxes':
			return settings.tax_rates.length + settings.exempt_taxes.length > 0;
		case 'payments':
			return settings.payments.methods.length > 0;
		case 'check':
			return current === 'finish' || enabledKinds( settings ).length > 0;
		case 'finish':
			return enabledKinds( settings ).length > 0;
	}
}
