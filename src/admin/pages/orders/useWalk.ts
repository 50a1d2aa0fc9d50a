import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { RequestError } from '../../../api/request';

/** Many short requests instead of a long one; what is known so far is shown meanwhile. */
export type Walk< T > =
	| { status: 'idle' }
	| { status: 'running'; data: T }
	| { status: 'stopped'; data: T }
	| { status: 'failed'; data: T; error: RequestError }
	| { status: 'done'; data: T };

type Step< T > = ( soFar: T ) => Promise< { data: T; isLast: boolean } >;

export type Walker< T > = {
	walk: Walk< T >;
	start: ( first: T, step: Step< T > ) => void;
	/** Keeps what is known; an answer still under way is dropped. */
	stop: () => void;
	/** Forgets everything; an answer still under way is dropped. */
	reset: () => void;
};

export function useWalk< T >(): Walker< T > {
	const [ walk, setWalk ] = useState< Walk< T > >( { status: 'idle' } );
	// Answers count only for the walk that asked for them.
	const current = useRef( 0 );

	const start = useCallback( ( first: T, step: Step< T > ) => {
		const mine = ++current.current;
		const show = ( next: Walk< T > ) => {
			if ( mine === current.current ) {
				setWalk( next );
			}
		};
		const goOn = async ( data: T ): Promise< void > => {
			show( { status: 'running', data } );
			try {
				const next = await step( data );
				if ( next.isLast ) {
					show( { status: 'done', data: next.data } );
				} else if ( mine === current.current ) {
					await goOn( next.data );
				}
			} catch ( error ) {
				show( { status: 'failed', data, error: failure( error ) } );
			}
		};
		void goOn( first );
	}, [] );

	const stop = useCallback( () => {
		current.current++;
		setWalk( ( before ) =>
			before.status === 'running'
				? { status: 'stopped', data: before.data }
				: before
		);
	}, [] );

	const reset = useCallback( () => {
		current.current++;
		setWalk( { status: 'idle' } );
	}, [] );

	useEffect(
		() => () => {
			current.current++;
		},
		[]
	);

	return { walk, start, stop, reset };
}

const failure = ( error: unknown ): RequestError =>
	error instanceof RequestError
		? error
		: new RequestError( 'unexpected', String( error ) );
