import type { OrderDocuments } from '../generated/schemas';

declare global {
	interface Window {
		/** WooCommerce's screens have it. */
		jQuery?: ( element: Element ) => { trigger: ( event: string ) => void };
	}
}

/** What of the box can hold the focus, in its sequence. */
const FOCUSABLE = 'a[href], button, input, summary';

/** The same button or link again: by what it does, else by what it says. */
const nameOf = ( element: Element ): string =>
	[
		element.getAttribute( 'value' ) ?? element.getAttribute( 'href' ) ?? '',
		element.textContent?.trim() ?? '',
	].join( '|' );

/** What was put there last: a browser writes HTML in its own way. */
const drawn = new WeakMap< HTMLElement, string >();

/**
 * What stands in the region gives way to what the site printed, and the focus stays where it was.
 *
 * @return whether anything was drawn.
 */
export function redraw( region: HTMLElement, html: string ): boolean {
	if ( drawn.get( region ) === html ) {
		return false;
	}
	drawn.set( region, html );
	const { activeElement } = region.ownerDocument;
	const focused =
		activeElement && region.contains( activeElement )
			? nameOf( activeElement )
			: null;
	region.innerHTML = html;
	if ( focused === null ) {
		return true;
	}
	const again = [
		...region.querySelectorAll< HTMLElement >( FOCUSABLE ),
	].find( ( element ) => nameOf( element ) === focused );
	region.tabIndex = -1;
	( again ?? region ).focus();
	return true;
}

const MENU = 'select[name="wc_order_action"]';

type Actions = OrderDocuments[ 'actions' ];

const areSame = ( options: HTMLOptionElement[], actions: Actions ): boolean =>
	options.length === actions.length &&
	options.every(
		( { value, text }, index ) =>
			value === actions[ index ]?.name && text === actions[ index ].label
	);

/** What waits until a menu loses the focus: the latest only. */
const waiting = new WeakMap< HTMLSelectElement, Actions >();

/**
 * In WooCommerce's order actions ours give way to those of the order as it is now. What was chosen stays, and a menu
 * that has the focus is left alone until it loses it.
 */
export function redrawActions( actions: Actions ): void {
	const menu = document.querySelector< HTMLSelectElement >( MENU );
	if ( ! menu ) {
		return;
	}
	if ( menu.ownerDocument.activeElement !== menu ) {
		fill( menu, actions );
		return;
	}
	if ( ! waiting.has( menu ) ) {
		menu.addEventListener(
			'blur',
			() => {
				fill( menu, waiting.get( menu ) ?? [] );
				waiting.delete( menu );
			},
			{ once: true }
		);
	}
	waiting.set( menu, actions );
}

/** An act that was chosen and is no longer offered leads to a page that says so. */
function fill( menu: HTMLSelectElement, actions: Actions ): void {
	const { value } = menu;
	const ours = [ ...menu.options ].filter( ( option ) =>
		option.value.startsWith( 'orderinvoicer_' )
	);
	if ( areSame( ours, actions ) ) {
		return;
	}
	const next = ours.at( -1 )?.nextSibling ?? null;
	for ( const option of ours ) {
		if ( option.value !== value ) {
			option.remove();
		}
	}
	for ( const { name, label } of actions ) {
		if ( name !== value ) {
			menu.insertBefore( new Option( label, name ), next );
		}
	}
	menu.value = value;
}

/** WooCommerce's one tooltip, which shows what the pointer is on. */
const TIP = [ 'tiptip_holder', 'tiptip_arrow' ];

/**
 * `Admin\OrderList\OrderMenu` prints the place above WooCommerce's order actions. A tooltip of what is gone goes too,
 * and those of what is new are started, as WooCommerce does it after it has drawn anew.
 */
export function redrawPills( html: string ): void {
	const region = document.getElementById( 'orderinvoicer-order-pills' );
	if ( region && redraw( region, html ) ) {
		region.hidden = html === '';
		for ( const id of TIP ) {
			document.getElementById( id )?.removeAttribute( 'style' );
		}
		window.jQuery?.( document.body ).trigger( 'init_tooltips' );
	}
}
