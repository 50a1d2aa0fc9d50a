import { useCallback, useEffect, useRef } from '@wordpress/element';

/** The button that was pressed is gone: what came of it is at the top. */
export function useFocusWhen(
	isReached: boolean,
	heading: React.RefObject< HTMLHeadingElement >
): void {
	const before = useRef( isReached );
	useEffect( () => {
		if ( isReached && ! before.current ) {
			heading.current?.focus();
		}
		before.current = isReached;
	}, [ isReached, heading ] );
}

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
