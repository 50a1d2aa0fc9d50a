export type Page< T > = {
	items: T[];
	/** Which of them it is. */
	page: number;
	/** How many there are, at least one. */
	pages: number;
	/** How many rows, over all pages. */
	total: number;
	/** What another header of the list counts, over all pages. */
	more: number;
};

/**
 * A page that is no more, because its rows went meanwhile, gives way to the last one: an empty list would say that
 * there are none at all.
 */
export async function readPage< T >(
	page: number,
	perPage: number,
	read: (
		page: number
	) => Promise< { items: T[]; total: number; more: number } >
): Promise< Page< T > > {
	const { items, total, more } = await read( page );
	const pages = Math.max( 1, Math.ceil( total / perPage ) );
	return page > pages
		? readPage( pages, perPage, read )
		: { items, page, pages, total, more };
}

/** No more than a person scrolls through on a phone. */
export const PER_PAGE = 20;

export const pageOf = ( page: number, query: Record< string, string > ) =>
	new URLSearchParams( {
		page: String( page ),
		per_page: String( PER_PAGE ),
		...query,
	} ).toString();

/** Where a page begins, for one whose neighbour was shown: as fast in a list of a million rows. */
export type Beside = { before: number } | { after: number };

export const placeOf = (
	beside: Beside | undefined
): Record< string, string > =>
	Object.fromEntries(
		Object.entries( beside ?? {} ).map( ( [ name, id ] ) => [
			name,
			String( id ),
		] )
	);
