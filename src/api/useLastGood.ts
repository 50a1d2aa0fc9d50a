import { useState } from '@wordpress/element';
import type { RequestError } from './request';
import type { Resource } from './useResource';

/**
 * `at`: when it was learnt. `outdated`: why the newest answer is not there, while an earlier one is shown. `isEarlier`:
 * it was another question, and the answer to this one is still to come.
 */
export type LastGood< T > =
	| Exclude< Resource< T >, { status: 'ready' } >
	| {
			status: 'ready';
			data: T;
			refreshing: boolean;
			at: number;
			outdated: RequestError | null;
			isEarlier: boolean;
	  };

/**
 * What was read before stays while it is read again, whether or not that succeeds; not what was read by another
 * question.
 */
export function useLastGood< T >(
	resource: Resource< T >,
	question: unknown
): LastGood< T > {
	const [ seen, setSeen ] = useState( resource );
	const [ kept, setKept ] = useState< Kept< T > >( {
		view: { status: 'loading' },
		question,
	} );
	if ( seen !== resource ) {
		setSeen( resource );
		setKept( next( kept, resource, question ) );
	}
	return kept.view;
}

type Kept< T > = { view: LastGood< T >; question: unknown };

function next< T >(
	before: Kept< T >,
	resource: Resource< T >,
	question: unknown
): Kept< T > {
	const { view } = before;
	const isKept = view.status === 'ready' && before.question === question;
	switch ( resource.status ) {
		case 'loading':
			return isKept ? before : { view: resource, question };
		case 'error':
			return isKept
				? {
						view: {
							...view,
							refreshing: false,
							outdated: resource.error,
						},
						question,
					}
				: { view: resource, question };
		case 'ready':
			return resource.refreshing
				? { ...before, view: refreshing( view, ! isKept ) }
				: {
						view: {
							...resource,
							at: Date.now(),
							outdated: null,
							isEarlier: false,
						},
						question,
					};
	}
}

const refreshing = < T >(
	view: LastGood< T >,
	isEarlier: boolean
): LastGood< T > =>
	view.status === 'ready' ? { ...view, refreshing: true, isEarlier } : view;
