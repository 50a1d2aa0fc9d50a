import { useCallback, useState } from '@wordpress/element';
import type { Page } from './pages';
import { type Loaded, useResource } from './useResource';

export type SearchModel< T > = {
	view: Loaded< Page< T > >;
	search: string;
	/** Begins at the first page. */
	find: ( search: string ) => void;
	goTo: ( page: number ) => void;
};

/** A list that is searched and shown page by page; `load` must stay the same function while nothing else changes. */
export function useSearch< T >(
	load: (
		query: { page: number; search: string },
		signal: AbortSignal
	) => Promise< Page< T > >
): SearchModel< T > {
	const [ at, setAt ] = useState( { search: '', page: 1 } );
	const view = useResource(
		useCallback(
			( signal: AbortSignal ) => load( at, signal ),
			[ load, at ]
		)
	);
	return {
		view,
		search: at.search,
		find: ( search ) => setAt( { search, page: 1 } ),
		goTo: ( page ) => setAt( { ...at, page } ),
	};
}
