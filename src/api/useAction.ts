import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { RequestError } from './request';

export type ActionState =
	| { status: 'idle' }
	| { status: 'running' }
	| { status: 'failed'; error: RequestError }
	| { status: 'done' };

export type Action = {
	state: ActionState;
	/** Ignored while the action is running: a double click is one act. */
	run: ( act: () => Promise< void > ) => void;
	/** Forgets how it ended; what is running goes on, and is not said to be over. */
	reset: () => void;
};

/** A write that a person asked for. It is never aborted: it may have reached the site. */
export function useAction(): Action {
	const [ state, setState ] = useState< ActionState >( { status: 'idle' } );
	const busy = useRef( false );
	const mounted = useRef( true );

	useEffect( () => {
		mounted.current = true;
		return () => {
			mounted.current = false;
		};
	}, [] );

	const run = useCallback( ( act: () => Promise< void > ) => {
		if ( busy.current ) {
			return;
		}
		busy.current = true;
		setState( { status: 'running' } );
		const finish = ( next: ActionState ) => {
			busy.current = false;
			if ( mounted.current ) {
				setState( next );
			}
		};
		act().then(
			() => finish( { status: 'done' } ),
			( error: unknown ) =>
				finish( {
					status: 'failed',
					error:
						error instanceof RequestError
							? error
							: new RequestError( 'unexpected', String( error ) ),
				} )
		);
	}, [] );

	const reset = useCallback( () => {
		if ( ! busy.current ) {
			setState( { status: 'idle' } );
		}
	}, [] );

	return { state, run, reset };
}
