import { useCallback, useEffect, useState } from '@wordpress/element';
import { type Kind, TaskStateSchema } from '../generated/schemas';
import {
	ListedEffectSchema,
	narrowing,
	NO_FILTER,
	type TasksFilter,
} from '../api/tasksFilter';
import * as z from 'zod/mini';

/** What `settings`, the essential ones, leaves out, in the order in which a shop is set up. */
export const ADVANCED = [
	'documents',
	'taxes',
	'payments',
	'customers',
	'products',
	'statuses',
	'emails',
	'connection',
] as const;

/** `setup` leads through the settings once, so it has no place in the navigation. */
const TabSchema = z.enum( [
	'overview',
	'todo',
	'history',
	'figures',
	'settings',
	...ADVANCED,
	'orders',
	'diagnostics',
	'log',
	'setup',
] );

export type Tab = z.infer< typeof TabSchema >;

/** The pages of the navigation, each with all that it holds. The first of these is the one it opens. */
export const SECTIONS = {
	overview: [ 'overview' ],
	todo: [ 'todo' ],
	history: [ 'history' ],
	figures: [ 'figures' ],
	settings: [ 'settings', ...ADVANCED ],
	tools: [ 'orders', 'diagnostics', 'log' ],
} as const satisfies Record< string, readonly [ Tab, ...Tab[] ] >;

export type SectionName = keyof typeof SECTIONS;

export const SECTION_NAMES: readonly SectionName[] = [
	'overview',
	'todo',
	'history',
	'figures',
	'settings',
	'tools',
];

/** Null: none, such as that of the set-up. */
export const sectionOf = ( current: Tab ): SectionName | null =>
	SECTION_NAMES.find( ( name ) =>
		SECTIONS[ name ].some( ( tab ) => tab === current )
	) ?? null;

/** Name of the one list that there was once: it stands in bookmarks and in mails. */
const FORMER_LIST = 'tasks';

const presentName = ( name: string, query: URLSearchParams ): string => {
	if ( name !== FORMER_LIST ) {
		return name;
	}
	return query.get( 'state' ) === 'attention' ? 'todo' : 'history';
};

/**
 * The part of the address behind `#`, so that every view can be linked to:
 * `#/log?state=done&page=2&timeline=12`.
 * `path` is what follows the tab, as in `#/setup/taxes`; the page says what of it exists.
 */
export type Route = {
	tab: Tab;
	path: readonly string[];
	/** What follows `?`, for pages that have filters of their own. */
	query: string;
	filter: TasksFilter;
	/** Of the list; there may be fewer. */
	page: number;
	/** Id of the order whose timeline is open. */
	timeline: number | null;
};

/** In the list. */
type Place = Pick< Route, 'page' | 'timeline' >;

export function hrefOf(
	tab: Tab,
	filter: Partial< TasksFilter > = {},
	{ page = 1, timeline = null }: Partial< Place > = {}
): string {
	const query = new URLSearchParams( [
		...narrowing( tab === 'todo' ? { ...filter, state: 'all' } : filter ),
		...( page === 1 ? [] : [ [ 'page', String( page ) ] ] ),
		...( timeline === null ? [] : [ [ 'timeline', String( timeline ) ] ] ),
	] ).toString();
	return `#/${ tab }${ query && `?${ query }` }`;
}

/** The settings of one kind of document. */
export const hrefOfKind = ( kind: Kind ): string =>
	`${ hrefOf( 'documents' ) }/${ kind }`;

/** Anything unknown leads to the first tab and to all tasks. */
export function routeOf( hash: string ): Route {
	const [ address = '', query = '' ] = hash
		.replace( /^#\/?/, '' )
		.split( '?' );
	const [ first = '', ...path ] = address.split( '/' );
	const params = new URLSearchParams( query );
	const tab = z.safeParse( TabSchema, presentName( first, params ) );
	const page = z.safeParse( PositiveSchema, params.get( 'page' ) );
	const timeline = z.safeParse( PositiveSchema, params.get( 'timeline' ) );
	return {
		tab: tab.success ? tab.data : 'overview',
		path: tab.success ? path : [],
		query,
		filter: {
			...filterOf( params ),
			...( tab.data === 'todo' && { state: 'attention' } ),
		},
		page: page.success ? page.data : 1,
		timeline: timeline.success ? timeline.data : null,
	};
}

const PositiveSchema = z.coerce.number().check( z.int(), z.minimum( 1 ) );

const DaySchema = z.iso.date();
const ProblemCodeSchema = z.string().check( z.regex( /^[a-z0-9_]{1,64}$/ ) );

function filterOf( query: URLSearchParams ): TasksFilter {
	const state = z.safeParse( TaskStateSchema, query.get( 'state' ) );
	const effect = z.safeParse( ListedEffectSchema, query.get( 'effect' ) );
	const from = z.safeParse( DaySchema, query.get( 'from' ) );
	const until = z.safeParse( DaySchema, query.get( 'until' ) );
	const problem = z.safeParse( ProblemCodeSchema, query.get( 'problem' ) );
	return {
		state: state.success ? state.data : NO_FILTER.state,
		effect: effect.success ? effect.data : NO_FILTER.effect,
		order: ( query.get( 'order' ) ?? '' ).slice( 0, 64 ),
		from: from.success ? from.data : NO_FILTER.from,
		until: until.success ? until.data : NO_FILTER.until,
		problem: problem.success ? problem.data : NO_FILTER.problem,
	};
}

/** A filter that did not change stays the same object: nothing is read again because a dialog was opened. */
const next = ( before: Route, after: Route ): Route =>
	JSON.stringify( before.filter ) === JSON.stringify( after.filter )
		? { ...after, filter: before.filter }
		: after;

/** As wp-admin's own “Skip to main content”: the focus goes there, and the view stays. */
const isPlaceOnPage = ( hash: string ): boolean => /^#[^/]/.test( hash );

/** `replace`: the view that is left is not one to come back to. */
export type Go = ( href: string, way?: 'push' | 'replace' ) => void;

export function useRoute(): { route: Route; go: Go } {
	const [ route, setRoute ] = useState( () =>
		routeOf( window.location.hash )
	);

	const follow = useCallback( () => {
		const { hash } = window.location;
		setRoute( ( before ) => next( before, routeOf( hash ) ) );
	}, [] );

	useEffect( () => {
		const onChange = ( { oldURL }: HashChangeEvent ) => {
			if ( isPlaceOnPage( window.location.hash ) ) {
				window.history.replaceState( null, '', oldURL );
				return;
			}
			follow();
		};
		window.addEventListener( 'hashchange', onChange );
		return () => window.removeEventListener( 'hashchange', onChange );
	}, [ follow ] );

	// Followed at once: the browser's word comes later, and whoever went back by then would never have been here.
	const go: Go = useCallback(
		( href, way = 'push' ) => {
			if ( way === 'replace' ) {
				window.location.replace( href );
			} else {
				window.location.hash = href;
			}
			follow();
		},
		[ follow ]
	);

	return { route, go };
}
