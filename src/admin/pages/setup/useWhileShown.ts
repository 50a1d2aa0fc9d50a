import { useCallback, useEffect, useRef } from '@wordpress/element';

/** Runs what a late answer asks for only while this step is still shown: nobody is taken away from where they went. */
export function useWhileShown(): ( act: () => void ) => void {
	const isShown = useRef( true );
	useEffect( () => {
		isShown.current = true;
		return () => {
			isShown.current = false;
		};
	}, [] );
	return useCallback( ( act ) => {
		if ( isShown.current ) {
			act();
		}
	}, [] );
}
