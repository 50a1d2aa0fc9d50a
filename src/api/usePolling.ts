import { useEffect } from '@wordpress/element';
import type { Resource } from './useResource';

/** One read after another, `ms` after the last answer, none while nobody looks; null stops. */
export function usePolling< T >(
	resource: Resource< T >,
	reload: () => void,
	ms: number | null
): void {
	useEffect( () => {
		const isReading =
			resource.status === 'loading' ||
			( resource.status === 'ready' && resource.refreshing );
		if ( ms === null || isReading ) {
			return undefined;
		}
		let isDue = false;
		const read = () => {
			if ( isDue && ! document.hidden ) {
				reload();
			}
		};
		const timer = setTimeout( () => {
			isDue = true;
			read();
		}, ms );
		document.addEventListener( 'visibilitychange', read );
		return () => {
			clearTimeout( timer );
			document.removeEventListener( 'visibilitychange', read );
		};
	}, [ resource, reload, ms ] );
}
