import { useCallback, useEffect, useState } from '@wordpress/element';
import {
	authoriseConnection,
	deleteConnection,
	getConnection,
	testConnection,
	updateConnection,
} from '../../../api/endpoints';
import { RequestError } from '../../../api/request';
import { type ActionState, useAction } from '../../../api/useAction';
import { useResource, type View } from '../../../api/useResource';
import type {
	Connection,
	ConnectionReport,
	CredentialsType,
} from '../../../generated/schemas';
import { leaveFor, type Outcome, routeHere, takeOutcome } from './browser';

export type Credentials = {
	type: CredentialsType;
	client_id: string;
	client_secret: string;
};

export type ConnectionModel = View< Connection > & {
	typed: Credentials;
	isDirty: boolean;
	/** Sellsy does not know the keys that were entered last. */
	areKeysRefused: boolean;
	/** How often that was answered on this page: each time the form asks anew. */
	refusals: number;
	/** Of the last test on this page; null before. */
	report: ConnectionReport | null;
	/** How the way to Sellsy's page and back ended; null when nobody was there. */
	outcome: Outcome | null;
	saving: ActionState;
	testing: ActionState;
	/** Going to Sellsy's page with keys that are stored, or giving them up. */
	acting: ActionState;
	type: ( change: Partial< Credentials > ) => void;
	/** Leaves for Sellsy's page when it is a private access. */
	connect: () => void;
	authorise: () => void;
	test: () => void;
	disconnect: () => void;
};

/** As `Reports\ConnectionErrors` names it: Sellsy refused the keys, and those that are stored stay. */
const isOfKeysRefused = ( error: unknown ): boolean =>
	error instanceof RequestError &&
	error.code === 'orderinvoicer_keys_refused';

/** One at a time: what a test of the keys before says would be taken for one of those that were stored meanwhile. */
export const isAtWork = ( {
	saving,
	testing,
	acting,
}: Pick< ConnectionModel, 'saving' | 'testing' | 'acting' > ): boolean =>
	[ saving, testing, acting ].some( ( { status } ) => status === 'running' );

/** @param onChanged the account may be another one: whatever came from it must be read again. */
export function useConnection( onChanged: () => void ): ConnectionModel {
	const { resource, reload, replace } = useResource( getConnection );
	const [ edits, setEdits ] = useState< Partial< Credentials > >( {} );
	const stored = resource.status === 'ready' ? resource.data : null;
	const areKeysRefused = stored !== null && isOfRefusedKeys( stored );
	const typed: Credentials = {
		type: stored?.type ?? 'personal',
		// Often only one of the two is wrong, and this one may be shown again.
		client_id: areKeysRefused ? stored.client_id : '',
		client_secret: '',
		...edits,
	};
	const [ refusals, setRefusals ] = useState( 0 );
	const [ report, setReport ] = useState< ConnectionReport | null >( null );
	const [ outcome, setOutcome ] = useState( takeOutcome );
	const saving = useAction();
	const testing = useAction();
	const acting = useAction();

	const runTest = useCallback(
		(
			connection: Connection,
			onRefused?: ( connection: Connection ) => void
		) =>
			testing.run( async () => {
				const answer = await testConnection();
				setReport( answer );
				if ( onRefused && answer.state === 'refused' ) {
					onRefused( connection );
				} else {
					replace( {
						...connection,
						state: answer.state,
						account: answer.account,
						staff: answer.staff,
						rights: answer.rights,
						problem: answer.problem,
					} );
				}
				onChanged();
			} ),
		[ testing, replace, onChanged ]
	);
	const forget = ( connection: Connection ) => {
		setReport( null );
		setOutcome( null );
		testing.reset();
		acting.reset();
		setEdits( {} );
		replace( connection );
		onChanged();
	};
	const askAnew = () => setRefusals( ( before ) => before + 1 );
	// The site's sentence is about an access that worked once; the form has the one for new keys.
	const refuse = ( connection: Connection ) => {
		replace( { ...connection, state: 'refused', problem: null } );
		askAnew();
	};
	const store = async ( credentials: Credentials ) => {
		try {
			return await updateConnection( credentials );
		} catch ( error ) {
			if ( isOfKeysRefused( error ) ) {
				askAnew();
			}
			throw error;
		}
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
		isDirty: [ edits.client_id, edits.client_secret ].some( Boolean ),
		areKeysRefused,
		refusals,
		report,
		outcome,
		saving: saving.state,
		testing: testing.state,
		acting: acting.state,
		type: ( change ) => {
			saving.reset();
			setEdits( ( before ) => ( { ...before, ...change } ) );
		},
		connect: () =>
			saving.run( async () => {
				const connection = await store( {
					type: typed.type,
					client_id: typed.client_id.trim(),
					client_secret: typed.client_secret.trim(),
				} );
				forget( connection );
				if ( typed.type === 'private' ) {
					await leave();
				} else if ( connection.state === 'refused' ) {
					refuse( connection );
				} else {
					runTest( connection, refuse );
				}
			} ),
		authorise: () => acting.run( leave ),
		test: () => {
			if ( resource.status === 'ready' ) {
				runTest( resource.data );
			}
		},
		disconnect: () =>
			acting.run( async () => forget( await deleteConnection() ) ),
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

/** A private access is allowed on Sellsy's own page: there its keys are refused. */
const isOfRefusedKeys = ( {
	state,
	type,
	from_constants: isFixed,
}: Connection ): boolean =>
	state === 'refused' && type === 'personal' && ! isFixed;
