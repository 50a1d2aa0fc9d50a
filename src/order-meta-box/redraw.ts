import type { OrderDocuments } from '../schemas/orderDocuments';

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

/**
 * In WooCommerce's order actions ours give way to those of the order as it is now. What was chosen stays while it is
 * offered, and a menu that somebody has open is left alone until then.
 */
export function redrawActions( actions: Actions ): void {
	const menu = document.querySelector< HTMLSelectElement >( MENU );
	const ours = [ ...( menu?.options ?? [] ) ].filter( ( { value } ) =>
		value.startsWith( 'orderinvoicer_' )
	);
	if ( ! menu || areSame( ours, actions ) ) {
		return;
	}
	if ( menu.ownerDocument.activeElement === menu ) {
		menu.addEventListener( 'blur', () => redrawActions( actions ), {
			once: true,
		} );
		return;
	}
	const { value } = menu;
	const next = ours.at( -1 )?.nextSibling ?? null;
	for ( const option of ours ) {
		option.remove();
	}
	for ( const { name, label } of actions ) {
		menu.insertBefore( new Option( label, name ), next );
	}
	menu.value = [ ...menu.options ].some(
		( option ) => option.value === value
	)
		? value
		: '';
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
