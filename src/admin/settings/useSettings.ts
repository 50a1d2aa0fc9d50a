import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { getSettings, updateSettings } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { useResource, type View } from '../../api/useResource';
import { KINDS } from '../../generated/facts';
import {
	type Settings,
	SettingsSchema,
	type SettingsUpdate,
} from '../../generated/schemas';
import { withCategories } from './categories';
import {
	type EditGroup,
	type Edits,
	editsSince,
	NO_EDITS,
	type TopEdits,
	updateBetween,
	withEdits,
	withGroup,
	withMore,
	withTop,
} from './edits';
import { isUnasked } from './ruleConditions';

/** By path: `shop_code`, `invoice.finalise`. */
export type FieldErrors = Partial< Record< string, string > >;

export type SettingsForm = {
	/** What holds, whatever is typed. */
	saved: Settings;
	value: Settings;
	errors: FieldErrors;
	isDirty: boolean;
	saving: ActionState;
	edit: ( change: TopEdits ) => void;
	editGroup: EditGroup;
	/** Of several groups at once. */
	editMore: ( more: Edits ) => void;
	save: () => void;
	/** What would be sent, together with what no field shows; null: nothing. */
	updateWith: ( more: Edits ) => SettingsUpdate | null;
	/** What is saved as soon as it is chosen, whatever else is typed. Rejects where that failed. */
	saveNow: ( update: SettingsUpdate ) => Promise< void >;
	discard: () => void;
};

/** What a sentence needs to show a choice and to take another one, wherever that is kept. */
export type SettingsDraft = Pick<
	SettingsForm,
	| 'saved'
	| 'value'
	| 'errors'
	| 'edit'
	| 'editGroup'
	| 'editMore'
	| 'updateWith'
	| 'saveNow'
>;

/**
 * One draft for all tabs that edit settings: nothing is lost between them. `onSaved`: what waited for a setting may go
 * on.
 *
 * @param rateCategory of documents that are switched on; null: none fits, or Sellsy's are not read yet.
 */
export function useSettings(
	onSaved: () => void,
	rateCategory: number | null
): View< SettingsForm > {
	const { resource, reload, replace } = useResource( getSettings );
	const [ edits, setEdits ] = useState( NO_EDITS );
	const { state: saving, run, reset } = useAction();

	const edit = useCallback(
		( change: TopEdits ) => {
			reset();
			setEdits( ( before ) => withTop( before, change ) );
		},
		[ reset ]
	);
	const editGroup: EditGroup = useCallback(
		( group, change ) => {
			reset();
			setEdits( ( before ) => withGroup( before, group, change ) );
		},
		[ reset ]
	);
	const editMore = useCallback(
		( more: Edits ) => {
			reset();
			setEdits( ( before ) => withMore( before, more ) );
		},
		[ reset ]
	);
	const discard = useCallback( () => {
		reset();
		setEdits( NO_EDITS );
	}, [ reset ] );

	if ( resource.status !== 'ready' ) {
		return { resource, reload };
	}
	const saved = resource.data;
	const value = withCategories(
		withEdits( saved, edits ),
		saved,
		rateCategory
	);
	const update = updateBetween( saved, value );
	return {
		reload,
		resource: {
			...resource,
			data: {
				saved,
				value,
				errors: errorsOf( value, saved ),
				isDirty: update !== null,
				saving,
				edit,
				editGroup,
				editMore,
				save: () => {
					if ( update ) {
						run( async () => {
							replace( await updateSettings( update ) );
							setEdits( ( now ) => editsSince( edits, now ) );
							onSaved();
						} );
					}
				},
				updateWith: ( more ) =>
					updateBetween( saved, withEdits( value, more ) ),
				saveNow: async ( now ) => {
					replace( await updateSettings( now ) );
					onSaved();
				},
				discard,
			},
		},
	};
}

export function errorsOf( value: Settings, saved: Settings ): FieldErrors {
	const { error } = z.safeParse( SettingsSchema, value );
	const unasked = KINDS.filter( ( kind ) =>
		value[ kind ].rules.some( ( rule ) =>
			isUnasked( rule, saved[ kind ].rules )
		)
	);
	return Object.fromEntries(
		[
			...( error?.issues ?? [] ).map( ( { path } ) => path ),
			...unasked.map( ( kind ) => [ kind, 'rules' ] ),
		].map( ( path ) => [
			path.join( '.' ),
			complaint( String( path.at( -1 ) ) ),
		] )
	);
}

function complaint( field: string ): string {
	switch ( field ) {
		case 'shop_code':
			return __(
				'Use 2 to 8 capital letters or digits.',
				'orderinvoicer'
			);
		case 'finalise':
			return __( 'Use a whole number from 1 to 720.', 'orderinvoicer' );
		case 'minutes':
			return __( 'Use a whole number from 1 to 60.', 'orderinvoicer' );
		default:
			return __( 'This cannot be saved.', 'orderinvoicer' );
	}
}
