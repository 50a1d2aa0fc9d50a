import {
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import { RequestError } from './request';

/** `refreshing`: what is shown is being read again. */
export type Resource< T > =
	| { status: 'loading' }
	| { status: 'error'; error: RequestError }
	| { status: 'ready'; data: T; refreshing: boolean };

export const isRefreshing = ( resource: Resource< unknown > ): boolean =>
	resource.status === 'ready' && resource.refreshing;

export const isLoading = ( ...views: View< unknown >[] ): boolean =>
	views.some( ( { resource } ) => resource.status === 'loading' );

/** What a view needs to show a resource. */
export type View< T > = {
	resource: Resource< T >;
	reload: () => void;
};

export type Loaded< T > = View< T > & {
	/** What a write answered takes the place of what was read; a read still under way is dropped. */
	replace: ( data: T ) => void;
};

/**
 * Reads when mounted and whenever `load` changes; null waits and keeps what is there. Only the last read counts:
 * earlier ones are aborted, and an answer that comes nevertheless is dropped. `reload` asks what is asked now, also for
 * who was given it with an earlier question.
 */
export function useResource< T >(
	load: ( ( signal: AbortSignal ) => Promise< T > ) | null
): Loaded< T > {
	const [ resource, setResource ] = useState< Resource< T > >( {
		status: 'loading',
	} );
	const running = useRef< AbortController | null >( null );
	const asked = useRef( load );

	const reload = useCallback( () => {
		running.current?.abort();
		if ( asked.current === null ) {
			return;
		}
		const controller = new AbortController();
		running.current = controller;
		setResource( ( before ) =>
			before.status === 'ready'
				? { ...before, refreshing: true }
				: { status: 'loading' }
		);
		const finish = ( next: Resource< T > ) => {
			if ( ! controller.signal.aborted ) {
				setResource( next );
			}
		};
		asked.current( controller.signal ).then(
			( data ) => finish( { status: 'ready', data, refreshing: false } ),
			( error: unknown ) => finish( failed( error ) )
		);
	}, [] );

	const replace = useCallback( ( data: T ) => {
		running.current?.abort();
		setResource( { status: 'ready', data, refreshing: false } );
	}, [] );

	useEffect( () => {
		asked.current = load;
		reload();
		return () => running.current?.abort();
	}, [ load, reload ] );

	return useMemo(
		() => ( { resource, reload, replace } ),
		[ resource, reload, replace ]
	);
}

function failed( error: unknown ): { status: 'error'; error: RequestError } {
	return {
		status: 'error',
		error:
			error instanceof RequestError
				? error
				: new RequestError( 'unexpected', String( error ) ),
	};
}
