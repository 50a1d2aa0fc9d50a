import { useEffect, useState } from '@wordpress/element';

type Drag = { from: number; to: number };

/** Where a rule would come that is let go at that height: below all others whose middle is higher. */
const placeAt = (
	handle: HTMLElement,
	y: number,
	{ from }: Drag,
	count: number
) =>
	[ ...( handle.closest( 'ol' )?.children ?? [] ) ]
		.slice( 0, count )
		.filter( ( item, at ) => {
			const { top, height } = item.getBoundingClientRect();
			return at !== from && top + height / 2 < y;
		} ).length;

/** A rule is moved by its handle, with mouse, pen or finger; Escape leaves it where it was. */
export function useDrag(
	count: number,
	onDrop: ( from: number, to: number ) => void
) {
	const [ drag, setDrag ] = useState< Drag | null >( null );
	const isDragging = drag !== null;
	useEffect( () => {
		if ( ! isDragging ) {
			return;
		}
		const letGo = ( { key }: KeyboardEvent ) =>
			key === 'Escape' && setDrag( null );
		window.addEventListener( 'keydown', letGo );
		return () => window.removeEventListener( 'keydown', letGo );
	}, [ isDragging ] );
	const handle = ( at: number ) => ( {
		onPointerDown: ( event: React.PointerEvent< HTMLElement > ) => {
			if ( event.button === 0 ) {
				event.preventDefault();
				event.currentTarget.setPointerCapture( event.pointerId );
				setDrag( { from: at, to: at } );
			}
		},
		onPointerMove: ( {
			currentTarget,
			clientY,
		}: React.PointerEvent< HTMLElement > ) => {
			if ( drag ) {
				const to = placeAt( currentTarget, clientY, drag, count );
				setDrag( { ...drag, to } );
			}
		},
		onPointerUp: () => {
			setDrag( null );
			if ( drag && drag.from !== drag.to ) {
				onDrop( drag.from, drag.to );
			}
		},
		onPointerCancel: () => setDrag( null ),
	} );
	/** How the rule at that place looks meanwhile. */
	const look = ( at: number ): string => {
		if ( drag?.from === at ) {
			return 'is-dragged';
		}
		const side = drag && drag.to < drag.from ? 'is-before' : 'is-after';
		return drag?.to === at ? side : '';
	};
	return { handle, look };
}

export type DragHandle = ReturnType< ReturnType< typeof useDrag >[ 'handle' ] >;
