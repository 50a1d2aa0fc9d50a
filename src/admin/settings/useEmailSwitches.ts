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
	isDirty: boolean;
	saving: ActionState;
	save: () => void;
	discard: () => void;
};

type Switched = Readonly< Record< string, boolean > >;

export const shopEmailId = ( kind: 'invoice' | 'creditnote' ): string =>
	`orderinvoicer_${ kind }`;

/** What was chosen stays here until it is saved, as a setting does. `isNeeded`: by the page that is shown. */
export function useEmailSwitches(
	isNeeded: boolean,
	{ resource, reload: reloadShop }: View< Shop >
): EmailSwitches {
	const owner = useResource( isNeeded ? getOwnerEmails : null );
	const [ edits, setEdits ] = useState< Switched >( {} );
	const { state: saving, run, reset } = useAction();
	const stored = storedOf(
		resource.status === 'ready' ? resource.data : null,
		owner.resource.status === 'ready' ? owner.resource.data : null
	);
	const changed = Object.entries( edits ).filter(
		( [ id, isOn ] ) => stored[ id ] !== isOn
	);
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
		isDirty: changed.length > 0,
		saving,
		save: () => {
			if ( changed.length > 0 ) {
				run( async () => {
					for ( const [ id, isOn ] of changed ) {
						await switchEmail( id, isOn );
					}
					owner.reload();
					reloadShop();
				} );
			}
		},
		discard: () => {
			reset();
			setEdits( {} );
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
