import { useCallback, useEffect, useState } from '@wordpress/element';
import {
	authoriseConnection,
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
	ConnectionType,
} from '../../../schemas/connection';
import { leaveFor, type Outcome, routeHere, takeOutcome } from './browser';

export type Credentials = {
	type: ConnectionType;
	client_id: string;
	client_secret: string;
};

export type ConnectionModel = View< Connection > & {
	typed: Credentials;
	isDirty: boolean;
	/** Of the last test on this page; null before. */
	report: ConnectionReport | null;
	/** How the way to Sellsy's page and back ended; null when nobody was there. */
	outcome: Outcome | null;
	saving: ActionState;
	testing: ActionState;
	type: ( change: Partial< Credentials > ) => void;
	/** Leaves for Sellsy's page when it is a private access. */
	connect: () => void;
	authorise: () => void;
	test: () => void;
	disconnect: () => void;
};

/** @param onChanged the account may be another one: whatever came from it must be read again. */
export function useConnection( onChanged: () => void ): ConnectionModel {
	const { resource, reload, replace } = useResource( getConnection );
	const [ edits, setEdits ] = useState< Partial< Credentials > >( {} );
	const typed: Credentials = {
		type: resource.status === 'ready' ? resource.data.type : 'personal',
		client_id: '',
		client_secret: '',
		...edits,
	};
	const [ report, setReport ] = useState< ConnectionReport | null >( null );
	const [ outcome, setOutcome ] = useState( takeOutcome );
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
		setOutcome( null );
		testing.reset();
		setEdits( {} );
		replace( connection );
		onChanged();
	};
	const leave = async () => {
		const { url } = await authoriseConnection( { return: routeHere() } );
		leaveFor( url );
	};
	useTestOnReturn( outcome, resource, runTest, testing.state );

	return {
		resource,
		reload,
		typed,
		isDirty: typed.client_id !== '' || typed.client_secret !== '',
		report,
		outcome,
		saving: saving.state,
		testing: testing.state,
		type: ( change ) => {
			saving.reset();
			setEdits( ( before ) => ( { ...before, ...change } ) );
		},
		connect: () =>
			saving.run( async () => {
				const connection = await updateConnection( {
					type: typed.type,
					client_id: typed.client_id.trim(),
					client_secret: typed.client_secret.trim(),
				} );
				forget( connection );
				if ( typed.type === 'private' ) {
					await leave();
				} else {
					runTest( connection );
				}
			} ),
		authorise: () => saving.run( leave ),
		test: () => {
			if ( resource.status === 'ready' ) {
				runTest( resource.data );
			}
		},
		disconnect: () =>
			saving.run( async () => forget( await deleteConnection() ) ),
	};
}

/** Who comes back connected is told at once which rights are missing. */
function useTestOnReturn(
	outcome: Outcome | null,
	resource: ConnectionModel[ 'resource' ],
	runTest: ( connection: Connection ) => void,
	testing: ActionState
) {
	useEffect( () => {
		if (
			outcome === 'connected' &&
			resource.status === 'ready' &&
			testing.status === 'idle'
		) {
			runTest( resource.data );
		}
	}, [ outcome, resource, runTest, testing.status ] );
}
