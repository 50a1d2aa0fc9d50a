import { useCallback, useState } from '@wordpress/element';
import { type Loaded, useResource } from './useResource';

export type SearchPage< T > = { items: T[]; total: number };

export type SearchModel< T > = {
	view: Loaded< SearchPage< T > >;
	search: string;
	/** Begins at the first page. */
	find: ( search: string ) => void;
	page: number;
	goTo: ( page: number ) => void;
};

/** A list that is searched and shown page by page; `load` must stay the same function while nothing else changes. */
export function useSearch< T >(
	load: (
		query: { page: number; search: string },
		signal: AbortSignal
	) => Promise< SearchPage< T > >
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
		page: at.page,
		goTo: ( page ) => setAt( { ...at, page } ),
	};
}
