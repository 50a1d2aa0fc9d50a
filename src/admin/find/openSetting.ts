const LOOK_EVERY = 100;

/** A page that has not drawn it by then will not. */
const LOOKS = 100;

/** Lists that come later push it away: it is there once it stayed. */
const STAYS = 5;

const ACTS = [ 'keydown', 'pointerdown', 'wheel' ] as const;

const FIELD =
	'input:checked, input:not([type=radio]), select, textarea, button, a[href], summary';

const named = ( attribute: string, name: string ): HTMLElement | null =>
	[
		...document.querySelectorAll< HTMLElement >(
			`[${ attribute }~="${ name }"]`
		),
	].at( -1 ) ?? null;

/** One is shown at a time. */
let stopLast = () => {};

/**
 * Unfolds what holds the setting, shows it and gives it the focus, as soon as its page is drawn and until the person
 * does something.
 */
export function openSetting( name: string ): void {
	stopLast();
	let looks = 0;
	let stayed = 0;
	let marked: HTMLElement | null = null;
	const timer = window.setInterval( look, LOOK_EVERY );
	const stop = () => {
		window.clearInterval( timer );
		ACTS.forEach( ( act ) =>
			document.removeEventListener( act, onAct, true )
		);
	};
	const onAct = () => {
		stop();
		marked?.removeAttribute( 'data-found' );
	};
	// What led here is over before anything is listened for.
	window.setTimeout( () =>
		ACTS.forEach( ( act ) => document.addEventListener( act, onAct, true ) )
	);

	function look() {
		looks++;
		const place = placeOf( name );
		if ( place !== marked ) {
			marked?.removeAttribute( 'data-found' );
			place?.setAttribute( 'data-found', '' );
			marked = place;
			stayed = 0;
		}
		if ( place ) {
			show( place );
			// In a fold it may still have to be fetched.
			stayed += place.matches( `[data-setting~="${ name }"]` ) ? 1 : 0;
		}
		if ( stayed > STAYS || looks > LOOKS ) {
			window.clearInterval( timer );
		}
	}
	stopLast = onAct;
}

function placeOf( name: string ): HTMLElement | null {
	const holder = named( 'data-holds', name );
	const place = named( 'data-setting', name ) ?? holder;
	if ( holder instanceof HTMLButtonElement ) {
		holder.click();
	}
	return place;
}

function show( place: HTMLElement ) {
	for (
		let fold = place.closest( 'details' );
		fold;
		fold = fold.parentElement?.closest( 'details' ) ?? null
	) {
		fold.open = true;
	}
	if ( ! place.contains( place.ownerDocument.activeElement ) ) {
		const field = [
			...place.querySelectorAll< HTMLElement >( FIELD ),
		].find( ( one ) => ! one.matches( ':disabled' ) );
		if ( ! field ) {
			place.tabIndex = -1;
		}
		( field ?? place ).focus( { preventScroll: true } );
	}
	const { top, bottom } = place.getBoundingClientRect();
	if ( top < 0 || bottom > window.innerHeight ) {
		place.scrollIntoView( { block: 'center' } );
	}
}
