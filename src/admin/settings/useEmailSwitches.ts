import { useCallback, useState } from '@wordpress/element';
import { getOwnerEmails, switchEmail } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { useResource, type View } from '../../api/useResource';
import type { OwnerEmails, Shop } from '../../generated/schemas';

/** E-mails that WooCommerce switches on and off, by id. */
export type EmailSwitches = {
	/** Null: not known, or not on WooCommerce's list. */
	isOn: ( id: string ) => boolean | null;
	turn: ( id: string, isOn: boolean ) => void;
	owner: View< OwnerEmails >;
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

export const shopEmailId = ( kind: 'invoice' | 'creditnote' ): string =>
	`orderinvoicer_${ kind }`;

const NOTHING: Switched = {};

/**
 * What was chosen stays here until it is saved, as a setting does. `isNeeded`: by the page that is shown; `first`:
 * what was chosen before.
 */
export function useEmailSwitches(
	isNeeded: boolean,
	{ resource, reload: reloadShop }: View< Shop >,
	first: Switched = NOTHING
): EmailSwitches {
	const owner = useResource( isNeeded ? getOwnerEmails : null );
	const [ edits, setEdits ] = useState( first );
	const { state: saving, run, reset } = useAction();
	const stored = storedOf(
		resource.status === 'ready' ? resource.data : null,
		owner.resource.status === 'ready' ? owner.resource.data : null
	);
	const changed = Object.entries( edits ).filter(
		( [ id, isOn ] ) => stored[ id ] !== isOn
	);
	const store = async () => {
		for ( const [ id, isOn ] of changed ) {
			await switchEmail( id, isOn );
		}
		owner.reload();
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

const storedOf = ( shop: Shop | null, owner: OwnerEmails | null ): Switched =>
	Object.fromEntries( [
		...( shop?.emails ?? [] ).map(
			( { kind, enabled } ) => [ shopEmailId( kind ), enabled ] as const
		),
		...( owner?.emails ?? [] ).map(
			( { id, enabled } ) => [ id, enabled ] as const
		),
	] );
