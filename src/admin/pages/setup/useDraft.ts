import { useEffect, useState } from '@wordpress/element';
import type { View } from '../../../api/useResource';
import type { Sellsy, Settings, Shop } from '../../../generated/schemas';
import {
	updateBetween,
	updateOf,
	withEdits,
	withGroup,
	withMore,
	withTop,
} from '../../settings/edits';
import { useRateCategory, withCategories } from '../../settings/categories';
import {
	type EmailSwitches,
	useEmailSwitches,
} from '../../settings/useEmailSwitches';
import {
	errorsOf,
	type SettingsDraft,
	type SettingsForm,
} from '../../settings/useSettings';
import { isFinalByRule } from '../essentials/what';
import {
	type Draft,
	type Dropped,
	forgetDraft,
	keepDraft,
	keptDraft,
	noDraft,
} from './draft';
import { recommended } from './recommended';
import type { Step } from './steps';

export type SetupDraft = {
	form: SettingsDraft;
	switches: EmailSwitches;
	/** Nobody has said yet whether invoices are final. */
	isOpen: boolean;
	/** Where this browser was last. */
	step: Step | null;
	dropped: Dropped | null;
	forget: () => void;
};

type Sources = {
	/** What other pages edit is no part of it. */
	form: SettingsForm;
	/** Of the access to Sellsy; empty while there is none. */
	client: string;
	sellsy: View< Sellsy >;
	shop: View< Shop >;
	isToldNeeded: boolean;
};

const baseOf = ( saved: Settings ): Settings =>
	withEdits( saved, recommended( saved ) );

/** Nothing of it is saved before it is switched on. */
export function useDraft( {
	form: { saved, saveNow },
	client,
	sellsy,
	shop,
	isToldNeeded,
}: Sources ): SetupDraft & { keep: ( step: Step ) => void } {
	const base = baseOf( saved );
	const [ draft, setDraft ] = useState( () => keptDraft( base, client ) );
	const switches = useEmailSwitches(
		{ owner: isToldNeeded, customers: false },
		shop,
		draft.switched
	);
	const { edits } = draft;
	const touched = withEdits( base, edits );
	const value = withCategories(
		touched,
		saved,
		useRateCategory( sellsy.resource, shop.resource )
	);
	const isAnswered = edits.invoice.finalise !== undefined;
	const isTouched =
		isAnswered || updateOf( base, edits ) !== null || switches.isDirty;
	useOtherAccount( draft, client, isTouched, ( next ) => {
		setDraft( next );
		switches.discard();
	} );
	const change = ( more: ( before: Draft[ 'edits' ] ) => Draft[ 'edits' ] ) =>
		setDraft( ( before ) => ( {
			...before,
			edits: more( before.edits ),
		} ) );
	return {
		form: {
			saved,
			value,
			errors: errorsOf( value, saved ),
			edit: ( top ) => change( ( before ) => withTop( before, top ) ),
			editGroup: ( group, more ) =>
				change( ( before ) => withGroup( before, group, more ) ),
			editMore: ( more ) =>
				change( ( before ) => withMore( before, more ) ),
			updateWith: ( more ) =>
				updateBetween( saved, withEdits( value, more ) ),
			saveNow,
		},
		switches,
		isOpen:
			! saved.invoice.enabled &&
			value.invoice.enabled &&
			! isAnswered &&
			! isFinalByRule( value ),
		step: draft.step,
		dropped: draft.dropped,
		forget: () => {
			forgetDraft();
			setDraft( noDraft( client ) );
			switches.discard();
		},
		keep: ( step ) => {
			if ( step !== 'done' ) {
				keepDraft( {
					step,
					base,
					value: touched,
					isAnswered,
					switched: switches.changed,
					client,
				} );
			} else if ( ! isTouched ) {
				forgetDraft();
			}
		},
	};
}

/** Taxes and payment methods are those of one account. */
function useOtherAccount(
	draft: Draft,
	client: string,
	isTouched: boolean,
	drop: ( next: Draft ) => void
): void {
	useEffect( () => {
		if ( draft.client !== client ) {
			drop(
				draft.client === ''
					? { ...draft, client }
					: noDraft( client, isTouched ? 'connection' : null )
			);
		}
	} );
}
