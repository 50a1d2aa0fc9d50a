/**
 * Opens WordPress's own help (`Admin\Help` adds its tabs) at the tab that the link names. The focus goes to its text,
 * which is what a screen reader reads then; Escape closes it and leads back to the link.
 *
 * @param link with the tab's id in `data-orderinvoicer-help`.
 */
export const openHelp = ( link: HTMLElement ): void => {
	const id = link.dataset[ 'orderinvoicerHelp' ] ?? '';
	const help = document.getElementById( 'contextual-help-wrap' );
	const toggle = document.getElementById( 'contextual-help-link' );
	const tab = document.getElementById( `tab-link-${ id }` );
	const text = document.getElementById( `tab-panel-${ id }` );
	if ( ! help || ! toggle || ! tab || ! text ) {
		return;
	}
	const read = (): void => {
		text.focus( { preventScroll: true } );
		// In the middle: the bar of WordPress covers what stands at the top.
		text.scrollIntoView( { block: 'center' } );
	};
	text.tabIndex = -1;
	text.setAttribute( 'role', 'region' );
	text.setAttribute( 'aria-labelledby', tab.id );
	tab.querySelector( 'a' )?.click();
	help.onkeydown = ( event ) => {
		if ( event.key === 'Escape' ) {
			seenOnceClosed( link, toggle );
			toggle.click();
			link.focus( { preventScroll: true } );
		}
	};
	if ( toggle.getAttribute( 'aria-expanded' ) === 'true' ) {
		read();
		return;
	}
	// WordPress focuses its help once that has slid open.
	help.addEventListener( 'focus', read, { once: true } );
	toggle.click();
};

/** Help slides up, and with it what stands below: where the link will be is known only then. */
const seenOnceClosed = ( link: HTMLElement, toggle: HTMLElement ): void => {
	const closing = new MutationObserver( () => {
		closing.disconnect();
		link.scrollIntoView( { block: 'center' } );
	} );
	closing.observe( toggle, { attributeFilter: [ 'aria-expanded' ] } );
};
