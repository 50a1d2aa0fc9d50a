import { useCallback, useState } from '@wordpress/element';
import {
	getCustomerEmails,
	getOwnerEmails,
	switchEmail,
} from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { type Resource, useResource, type View } from '../../api/useResource';
import type {
	CustomerEmails,
	OwnerEmails,
	Shop,
} from '../../generated/schemas';

/** E-mails that WooCommerce switches on and off, by id. */
export type EmailSwitches = {
	/** Null: not known, or not on WooCommerce's list. */
	isOn: ( id: string ) => boolean | null;
	turn: ( id: string, isOn: boolean ) => void;
	owner: View< OwnerEmails >;
	customers: View< CustomerEmails >;
	/** What differs from what WooCommerce has. */
	changed: Switched;
	isDirty: boolean;
	saving: ActionState;
	save: () => void;
	/** As `save`, for who has more to save after it. Rejects where that failed. */
	store: () => Promise< void >;
	discard: () => void;
};

export type Switched = Readonly< Record< string, boolean > >;

/** By the page that is shown. */
type Needed = { owner: boolean; customers: boolean };

export const shopEmailId = ( kind: 'invoice' | 'creditnote' ): string =>
	`orderinvoicer_${ kind }`;

const NOTHING: Switched = {};

/** What was chosen stays here until it is saved, as a setting does. `first`: what was chosen before. */
export function useEmailSwitches(
	needed: Needed,
	{ resource, reload: reloadShop }: View< Shop >,
	first: Switched = NOTHING
): EmailSwitches {
	const owner = useResource( needed.owner ? getOwnerEmails : null );
	const customers = useResource(
		needed.customers ? getCustomerEmails : null
	);
	const [ edits, setEdits ] = useState( first );
	const { state: saving, run, reset } = useAction();
	const stored: Switched = {
		...switched(
			( read( resource )?.emails ?? [] ).map( ( { kind, enabled } ) => ( {
				id: shopEmailId( kind ),
				enabled,
			} ) )
		),
		...switched( read( owner.resource )?.emails ?? [] ),
		...switched( read( customers.resource )?.emails ?? [] ),
	};
	const changed = Object.entries( edits ).filter(
		( [ id, isOn ] ) => stored[ id ] !== isOn
	);
	const store = async () => {
		for ( const [ id, isOn ] of changed ) {
			await switchEmail( id, isOn );
		}
		owner.reload();
		customers.reload();
		reloadShop();
	};
	return {
		isOn: ( id ) => edits[ id ] ?? stored[ id ] ?? null,
		turn: useCallback(
			( id, isOn ) => {
				reset();
				setEdits( ( before ) => ( { ...before, [ id ]: isOn } ) );
			},
			[ reset ]
		),
		owner,
		customers,
		changed: Object.fromEntries( changed ),
		isDirty: changed.length > 0,
		saving,
		save: () => {
			if ( changed.length > 0 ) {
				run( store );
			}
		},
		store,
		discard: () => {
			reset();
			setEdits( NOTHING );
		},
	};
}

const read = < T >( resource: Resource< T > ): T | null =>
	resource.status === 'ready' ? resource.data : null;

const switched = (
	emails: ReadonlyArray< { id: string; enabled: boolean } >
): Switched =>
	Object.fromEntries( emails.map( ( { id, enabled } ) => [ id, enabled ] ) );
