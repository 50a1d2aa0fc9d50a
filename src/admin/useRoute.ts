import { useCallback, useEffect, useState } from '@wordpress/element';
import {
	EffectSchema,
	NO_FILTER,
	type SyncsFilter,
	SyncStateSchema,
} from '../schemas/syncs';
import * as z from 'zod/mini';

/** The first row of tabs; `settings` stands for the whole second row. */
export const SECTIONS = [ 'syncs', 'settings', 'orders' ] as const;

/** The second row, in the order in which a shop is set up. */
export const SETTINGS = [
	'connection',
	'documents',
	'taxes',
	'payments',
	'statuses',
	'customers',
	'products',
] as const;

const TabSchema = z.enum( [ ...SETTINGS, 'syncs', 'orders' ] );

export type Tab = z.infer< typeof TabSchema >;

export const isSetting = ( tab: Tab ): boolean =>
	SETTINGS.some( ( setting ) => setting === tab );

/** The part of the address behind `#`, so that every view can be linked to: `#/syncs?state=attention&order=12`. */
export type Route = { tab: Tab; filter: SyncsFilter };

export function hrefOf(
	tab: Tab,
	filter: Partial< SyncsFilter > = {}
): string {
	const set = Object.entries( filter ).filter(
		( [ , value ] ) => value !== '' && value !== 'all'
	);
	const query = new URLSearchParams( set ).toString();
	return `#/${ tab }${ query && `?${ query }` }`;
}

/** Anything unknown leads to the first tab and to all syncs. */
export function routeOf( hash: string ): Route {
	const [ path = '', query = '' ] = hash.replace( /^#\/?/, '' ).split( '?' );
	const tab = z.safeParse( TabSchema, path );
	return {
		tab: tab.success ? tab.data : 'connection',
		filter: filterOf( new URLSearchParams( query ) ),
	};
}

const DaySchema = z.iso.date();

function filterOf( query: URLSearchParams ): SyncsFilter {
	const state = z.safeParse( SyncStateSchema, query.get( 'state' ) );
	const effect = z.safeParse( EffectSchema, query.get( 'effect' ) );
	const from = z.safeParse( DaySchema, query.get( 'from' ) );
	const until = z.safeParse( DaySchema, query.get( 'until' ) );
	return {
		state: state.success ? state.data : NO_FILTER.state,
		effect:
			effect.success && effect.data !== 'follow_order'
				? effect.data
				: NO_FILTER.effect,
		order: ( query.get( 'order' ) ?? '' ).slice( 0, 64 ),
		from: from.success ? from.data : NO_FILTER.from,
		until: until.success ? until.data : NO_FILTER.until,
	};
}

export function useRoute(): { route: Route; go: ( href: string ) => void } {
	const [ route, setRoute ] = useState( () =>
		routeOf( window.location.hash )
	);

	useEffect( () => {
		const follow = () => setRoute( routeOf( window.location.hash ) );
		window.addEventListener( 'hashchange', follow );
		return () => window.removeEventListener( 'hashchange', follow );
	}, [] );

	const go = useCallback( ( href: string ) => {
		window.location.hash = href;
	}, [] );

	return { route, go };
}
