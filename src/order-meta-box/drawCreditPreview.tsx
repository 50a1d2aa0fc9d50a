import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import type { Creditable } from '../generated/schemas';
import { CreditPreview } from './CreditPreview';
import { readCreditable } from './creditable';

const roots = new WeakMap< HTMLElement, ReturnType< typeof createRoot > >();

/** What waits until nobody works in the place any more. */
const waiting = new WeakMap< HTMLElement, Creditable | null >();

/** `Admin\CreditPreviewPart` prints the place. */
const placeOf = (): HTMLElement | null =>
	document.getElementById( 'orderinvoicer-credit-preview' );

/** What the site wrote beside the place. */
export function drawCreditPreview(): void {
	const place = placeOf();
	if ( place ) {
		draw( place, readCreditable( place.dataset[ 'order' ] ?? '' ) );
	}
}

/** Longer than a click takes: what is clicked must not move under the pointer. */
const AFTER_CLICK = 300;

/** What can be credited by now. While somebody is at work in the place, it waits. */
export function redrawCreditPreview( order: Creditable | null ): void {
	const place = placeOf();
	if ( ! place ) {
		return;
	}
	if ( isInUse( place ) ) {
		waiting.set( place, order );
		place.addEventListener( 'focusout', drawLater );
	} else {
		drawNow( place, order );
	}
}

/** The focus is there, also while another window is in front, or something was typed. */
const isInUse = ( place: HTMLElement ): boolean =>
	place.contains( place.ownerDocument.activeElement ) ||
	[ ...place.querySelectorAll( 'input' ) ].some(
		( { value } ) => value !== ''
	);

function drawLater( { currentTarget: place }: FocusEvent ): void {
	setTimeout( () => {
		if ( place instanceof HTMLElement && ! isInUse( place ) ) {
			drawNow( place, waiting.get( place ) );
		}
	}, AFTER_CLICK );
}

/** Nothing where it was drawn meanwhile. */
function drawNow( place: HTMLElement, order?: Creditable | null ): void {
	waiting.delete( place );
	place.removeEventListener( 'focusout', drawLater );
	if ( order !== undefined ) {
		draw( place, order );
	}
}

function draw( place: HTMLElement, order: Creditable | null ): void {
	const root = roots.get( place ) ?? createRoot( place );
	roots.set( place, root );
	root.render(
		order && (
			<ErrorBoundary>
				<CreditPreview order={ order } />
			</ErrorBoundary>
		)
	);
}
