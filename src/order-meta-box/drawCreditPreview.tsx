import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import type { Creditable } from '../schemas/orderDocuments';
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

/** What can be credited by now. The focus, and what was typed, stay: it is drawn once both are somewhere else. */
export function redrawCreditPreview( order: Creditable | null ): void {
	const place = placeOf();
	if ( ! place ) {
		return;
	}
	if ( place.contains( place.ownerDocument.activeElement ) ) {
		waiting.set( place, order );
		place.addEventListener( 'focusout', drawOnLeaving );
	} else {
		drawNow( place, order );
	}
}

function drawNow( place: HTMLElement, order: Creditable | null ): void {
	waiting.delete( place );
	place.removeEventListener( 'focusout', drawOnLeaving );
	draw( place, order );
}

function drawOnLeaving( { currentTarget, relatedTarget }: FocusEvent ): void {
	const stays =
		relatedTarget instanceof Node &&
		currentTarget instanceof Node &&
		currentTarget.contains( relatedTarget );
	if ( currentTarget instanceof HTMLElement && ! stays ) {
		drawNow( currentTarget, waiting.get( currentTarget ) ?? null );
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
