import { useCallback, useEffect, useState } from '@wordpress/element';
import { type SyncState, SyncStateSchema } from '../schemas/syncs';
import * as z from 'zod/mini';

const TabSchema = z.enum( [
	'connection',
	'documents',
	'payments',
	'statuses',
	'products',
	'taxes',
	'syncs',
] );

export const TABS = TabSchema.options;

export type Tab = z.infer< typeof TabSchema >;

/** The part of the address behind `#`, so that every view can be linked to: `#/syncs?state=attention`. */
export type Route = { tab: Tab; state: SyncState | 'all' };

export const hrefOf = ( tab: Tab, state: Route[ 'state' ] = 'all' ): string =>
	`#/${ tab }${ state === 'all' ? '' : `?state=${ state }` }`;

/** Anything unknown leads to the first tab and to all syncs. */
export function routeOf( hash: string ): Route {
	const [ path = '', query = '' ] = hash.replace( /^#\/?/, '' ).split( '?' );
	const tab = z.safeParse( TabSchema, path );
	const state = z.safeParse(
		SyncStateSchema,
		new URLSearchParams( query ).get( 'state' )
	);
	return {
		tab: tab.success ? tab.data : 'connection',
		state: state.success ? state.data : 'all',
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
