import { useEffect, useRef } from '@wordpress/element';

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
