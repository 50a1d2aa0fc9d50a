import { useEffect, useRef } from '@wordpress/element';

/**
 * A button often goes away with what it did, and the focus with it to the top of the page. `area`: where that is looked
 * at; `place`: where the focus goes then.
 */
export function useFocusKept< E extends HTMLElement >() {
	const place = useRef< E >( null );
	const focused = useRef< Element | null >( null );
	useEffect( () => {
		const isGone = focused.current?.isConnected === false;
		const { activeElement, body } = place.current?.ownerDocument ?? {};
		if ( isGone && activeElement === body ) {
			focused.current = null;
			place.current?.focus( { preventScroll: true } );
		}
	} );
	return {
		area: {
			onFocus: ( { target }: React.FocusEvent ) => {
				focused.current = target;
			},
			// What goes away is not left: React tells nothing of it.
			onBlur: () => {
				focused.current = null;
			},
		},
		place: { ref: place, tabIndex: -1 },
	};
}
