import { useCallback, useState } from '@wordpress/element';
import {
	deleteConnection,
	getConnection,
	testConnection,
	updateConnection,
} from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { useResource, type View } from '../../../api/useResource';
import type {
	Connection,
	ConnectionReport,
	ConnectionUpdate,
} from '../../../schemas/connection';

export type Credentials = ConnectionUpdate;

const NOTHING_TYPED: Credentials = { client_id: '', client_secret: '' };

export type ConnectionModel = View< Connection > & {
	typed: Credentials;
	isDirty: boolean;
	/** Of the last test on this page; null before. */
	report: ConnectionReport | null;
	saving: ActionState;
	testing: ActionState;
	type: ( change: Partial< Credentials > ) => void;
	connect: () => void;
	test: () => void;
	disconnect: () => void;
};

/** @param onChanged the account may be another one: whatever came from it must be read again. */
export function useConnection( onChanged: () => void ): ConnectionModel {
	const { resource, reload, replace } = useResource( getConnection );
	const [ typed, setTyped ] = useState( NOTHING_TYPED );
	const [ report, setReport ] = useState< ConnectionReport | null >( null );
	const saving = useAction();
	const testing = useAction();

	const runTest = useCallback(
		( connection: Connection ) =>
			testing.run( async () => {
				const answer = await testConnection();
				setReport( answer );
				replace( {
					...connection,
					state: answer.state,
					staff: answer.staff,
					problem: answer.problem,
				} );
				onChanged();
			} ),
		[ testing, replace, onChanged ]
	);
	const forget = ( connection: Connection ) => {
		setReport( null );
		testing.reset();
		setTyped( NOTHING_TYPED );
		replace( connection );
		onChanged();
	};

	return {
		resource,
		reload,
		typed,
		isDirty: typed.client_id !== '' || typed.client_secret !== '',
		report,
		saving: saving.state,
		testing: testing.state,
		type: ( change ) => {
			saving.reset();
			setTyped( ( before ) => ( { ...before, ...change } ) );
		},
		connect: () =>
			saving.run( async () => {
				const connection = await updateConnection( {
					client_id: typed.client_id.trim(),
					client_secret: typed.client_secret.trim(),
				} );
				forget( connection );
				runTest( connection );
			} ),
		test: () => {
			if ( resource.status === 'ready' ) {
				runTest( resource.data );
			}
		},
		disconnect: () =>
			saving.run( async () => forget( await deleteConnection() ) ),
	};
}
