import type { Connection, Settings } from '../../../generated/schemas';
import { enabledKinds } from '../../settings/kinds';
import type { PageProps } from '../types';
import { whatOf } from '../essentials/what';
import type { SetupDraft } from './useDraft';
import { rightsFor } from './rights';
import type { Step } from './steps';

/** How far a shop is: read off the shop itself, so that the set-up can be left and found again. */
export type Facts = {
	connection: Connection;
	/** As saved: what is only chosen switches nothing on. */
	saved: Settings;
	/** As it will be. */
	planned: Settings;
	isOpen: SetupDraft[ 'isOpen' ];
};

/** What each step gets: the page's own props, what was chosen, and how far the shop is. */
export type StepProps = Pick<
	PageProps,
	'shop' | 'lists' | 'connection' | 'go' | 'onChanged'
> & {
	draft: SetupDraft;
	facts: Facts;
	heading: React.RefObject< HTMLHeadingElement >;
};

export const isConnected = ( { connection }: Facts ): boolean =>
	connection.state === 'connected';

/** Of the scopes that the documents planned need, some are missing: what follows could not be tried. */
export function lacksRights( { connection, planned }: Facts ): boolean {
	const { scopes } = rightsFor( enabledKinds( planned ) );
	return connection.rights.some(
		( { scope, state } ) => state === 'missing' && scopes.includes( scope )
	);
}

/** Each document is told apart, and one at least is made. */
export const isChosen = ( { isOpen, planned, saved }: Facts ): boolean =>
	! isOpen && [ planned, saved ].some( isOn );

/** Credit notes alone are none: they follow an invoice. */
export const isOn = ( settings: Settings ): boolean =>
	whatOf( settings ) !== 'none';

/** That step, or the one that must come first. */
export function reachable( step: Step, facts: Facts ): Step {
	if ( step === 'connect' || ! isConnected( facts ) ) {
		return 'connect';
	}
	if ( step === 'done' && isOn( facts.saved ) ) {
		return 'done';
	}
	return isChosen( facts ) && step !== 'shop' ? withoutDone( step ) : 'shop';
}

const withoutDone = ( step: Step ): Step =>
	step === 'done' ? 'check' : step;

/** Where somebody goes on who comes back without saying where, and was in none. */
export function firstStep( facts: Facts ): Step {
	if ( ! isConnected( facts ) || lacksRights( facts ) ) {
		return 'connect';
	}
	return isOn( facts.saved ) ? 'done' : 'shop';
}
