import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { getSettings, updateSettings } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { useResource, type View } from '../../api/useResource';
import {
	type WorkflowSettings,
	type Settings,
	SettingsSchema,
} from '../../schemas/settings';
import { type Edits, editsSince, NO_EDITS, updateOf, withEdits } from './edits';

export type FieldErrors = { shop_code?: string; rounding_cap?: string };

export type SettingsForm = {
	value: Settings;
	errors: FieldErrors;
	isDirty: boolean;
	saving: ActionState;
	edit: ( change: Edits[ 'top' ] ) => void;
	editInvoice: ( change: Partial< WorkflowSettings > ) => void;
	save: () => void;
	discard: () => void;
};

/**
 * One draft for all tabs that edit settings: nothing is lost between them. `onSaved`: what waited for a setting may go on.
 */
export function useSettings( onSaved: () => void ): View< SettingsForm > {
	const { resource, reload, replace } = useResource( getSettings );
	const [ edits, setEdits ] = useState( NO_EDITS );
	const { state: saving, run, reset } = useAction();

	const edit = useCallback(
		( change: Edits[ 'top' ] ) => {
			reset();
			setEdits( ( before ) => ( {
				...before,
				top: { ...before.top, ...change },
			} ) );
		},
		[ reset ]
	);
	const editInvoice = useCallback(
		( change: Partial< WorkflowSettings > ) => {
			reset();
			setEdits( ( before ) => ( {
				...before,
				invoice: { ...before.invoice, ...change },
			} ) );
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
	const update = updateOf( saved, edits );
	const value = withEdits( saved, edits );
	const save = () => {
		if ( update ) {
			run( async () => {
				replace( await updateSettings( update ) );
				setEdits( ( now ) => editsSince( edits, now ) );
				onSaved();
			} );
		}
	};
	return {
		reload,
		resource: {
			...resource,
			data: {
				value,
				errors: errorsOf( value ),
				isDirty: update !== null,
				saving,
				edit,
				editInvoice,
				save,
				discard,
			},
		},
	};
}

function errorsOf( value: Settings ): FieldErrors {
	const errors: FieldErrors = {};
	const { error } = z.safeParse( SettingsSchema, value );
	for ( const { path } of error?.issues ?? [] ) {
		if ( path[ 0 ] === 'shop_code' ) {
			errors.shop_code = __(
				'Use 2 to 8 capital letters or digits.',
				'orderinvoicer'
			);
		}
		if ( path[ 0 ] === 'rounding_cap' ) {
			errors.rounding_cap = __(
				'Use a whole number from 0 to 100.',
				'orderinvoicer'
			);
		}
	}
	return errors;
}
