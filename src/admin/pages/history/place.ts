/** What the page shows, as its address says it. */
import * as z from 'zod/mini';
import {
	type Kind,
	KindSchema,
	type HistoryState,
	HistoryStateSchema,
} from '../../../generated/schemas';

/** Those that can be left out; the order names its row. */
export const COLUMNS = [
	'customer',
	'document',
	'excl_tax',
	'incl_tax',
	'state',
	'date',
] as const;

export type Column = ( typeof COLUMNS )[ number ];

/** What can be sorted by, and its heading. */
export const SORTINGS = {
	order: 'order',
	customer: 'customer',
	incl_tax: 'total',
	date: 'date',
} as const;

export type Sorting = ( typeof SORTINGS )[ keyof typeof SORTINGS ];

export type Place = {
	search: string;
	kind: Kind | 'all';
	state: HistoryState | 'all';
	/** Days of the shop. */
	from: string;
	until: string;
	orderby: Sorting;
	order: 'asc' | 'desc';
	/** Columns that are left out. */
	hidden: readonly Column[];
};

export const ALL: Place = {
	search: '',
	kind: 'all',
	state: 'all',
	from: '',
	until: '',
	orderby: 'date',
	order: 'desc',
	hidden: [],
};

const DaySchema = z.iso.date();

const dayOf = ( text: string | null ): string =>
	z.safeParse( DaySchema, text ).data ?? '';

/** `order` is a former filter by number, beside the direction that the name has now. */
export function placeOf( query: string ): Place {
	const asked = new URLSearchParams( query );
	const order = asked.get( 'order' ) ?? '';
	const isDirection = order === 'asc' || order === 'desc';
	const hidden = ( asked.get( 'hide' ) ?? '' ).split( '.' );
	return {
		search: ( asked.get( 'search' ) ?? ( isDirection ? '' : order ) ).slice(
			0,
			100
		),
		kind: z.safeParse( KindSchema, asked.get( 'kind' ) ).data ?? 'all',
		state:
			z.safeParse( HistoryStateSchema, asked.get( 'state' ) ).data ??
			'all',
		from: dayOf( asked.get( 'from' ) ),
		until: dayOf( asked.get( 'until' ) ),
		orderby:
			Object.values( SORTINGS ).find(
				( one ) => one === asked.get( 'orderby' )
			) ?? 'date',
		order: order === 'asc' ? 'asc' : 'desc',
		hidden: COLUMNS.filter( ( column ) => hidden.includes( column ) ),
	};
}

/** What the site is asked for: what leaves nothing out is not said. */
export const queryOf = ( {
	hidden,
	...place
}: Place ): Array< [ string, string ] > =>
	Object.entries( place ).filter(
		( [ name, value ] ) =>
			value !==
			Object.entries( ALL ).find( ( [ n ] ) => n === name )?.[ 1 ]
	);

/** What leaves something out. */
export const filterOf = ( place: Place ): Array< [ string, string ] > =>
	queryOf( { ...place, orderby: 'date', order: 'desc' } );

export const isFiltered = ( place: Place ): boolean =>
	filterOf( place ).length > 0;

/** What an order alone may be called, where nothing else leaves it out; else null. */
export function orderNumberOf( place: Place ): string | null {
	const [ number = null ] =
		place.search.match( /(?<=^#?)[0-9]{1,18}$/ ) ?? [];
	return filterOf( place ).length === 1 ? number : null;
}

export function hrefOfHistory(
	place: Partial< Place >,
	{ page = 1, timeline }: { page?: number; timeline?: number } = {}
): string {
	const whole = { ...ALL, ...place };
	const query = new URLSearchParams( [
		...queryOf( whole ),
		...( whole.hidden.length > 0
			? [ [ 'hide', whole.hidden.join( '.' ) ] ]
			: [] ),
		...( page === 1 ? [] : [ [ 'page', String( page ) ] ] ),
		...( timeline ? [ [ 'timeline', String( timeline ) ] ] : [] ),
	] ).toString();
	return `#/history${ query && `?${ query }` }`;
}
