import { openHelp } from './openHelp';

/** As WordPress prints it and as its common.js behaves: the panel is focused once it is open. */
const page = (): void => {
	document.body.innerHTML = `
		<div id="contextual-help-wrap" tabindex="-1" hidden>
			<ul>
				<li id="tab-link-orderinvoicer-tasks" class="active"><a href="#tab-panel-orderinvoicer-tasks">Log</a></li>
				<li id="tab-link-orderinvoicer-taxes"><a href="#tab-panel-orderinvoicer-taxes">Taxes</a></li>
			</ul>
			<div id="tab-panel-orderinvoicer-tasks">About the log</div>
			<div id="tab-panel-orderinvoicer-taxes">About taxes</div>
		</div>
		<button id="contextual-help-link" aria-expanded="false">Help</button>
		<button id="link" data-orderinvoicer-help="orderinvoicer-taxes">Help on this page</button>`;
	const help = byId( 'contextual-help-wrap' );
	const toggle = byId( 'contextual-help-link' );
	toggle.addEventListener( 'click', () => {
		help.hidden = ! help.hidden;
		toggle.setAttribute( 'aria-expanded', String( ! help.hidden ) );
		if ( ! help.hidden ) {
			help.focus();
		}
	} );
	Element.prototype.scrollIntoView = jest.fn();
};

const byId = ( id: string ): HTMLElement => {
	const found = document.getElementById( id );
	if ( ! found ) {
		throw new Error( `No #${ id }.` );
	}
	return found;
};

test( 'the help of the page is opened, and its text has the focus and a name', () => {
	page();
	const opened = jest.fn();
	byId( 'tab-link-orderinvoicer-taxes' )
		.querySelector( 'a' )
		?.addEventListener( 'click', opened );
	openHelp( byId( 'link' ) );
	const text = byId( 'tab-panel-orderinvoicer-taxes' );
	expect( opened ).toHaveBeenCalledTimes( 1 );
	expect( byId( 'contextual-help-wrap' ) ).toBeVisible();
	expect( text ).toHaveFocus();
	expect( text ).toHaveAccessibleName( 'Taxes' );
} );

test( 'help that is open already stays open', () => {
	page();
	openHelp( byId( 'link' ) );
	byId( 'link' ).focus();
	openHelp( byId( 'link' ) );
	expect( byId( 'contextual-help-wrap' ) ).toBeVisible();
	expect( byId( 'tab-panel-orderinvoicer-taxes' ) ).toHaveFocus();
} );

test( 'Escape closes it and leads back to the link', async () => {
	page();
	openHelp( byId( 'link' ) );
	jest.mocked( Element.prototype.scrollIntoView ).mockClear();
	byId( 'tab-panel-orderinvoicer-taxes' ).dispatchEvent(
		new KeyboardEvent( 'keydown', { key: 'Escape', bubbles: true } )
	);
	expect( byId( 'contextual-help-wrap' ) ).not.toBeVisible();
	expect( byId( 'link' ) ).toHaveFocus();
	// Only once all that stood above it is gone.
	expect( Element.prototype.scrollIntoView ).not.toHaveBeenCalled();
	await Promise.resolve();
	expect( Element.prototype.scrollIntoView ).toHaveBeenCalledTimes( 1 );
} );

test( 'where another plugin took the help away nothing happens', () => {
	page();
	byId( 'contextual-help-wrap' ).remove();
	expect( () => openHelp( byId( 'link' ) ) ).not.toThrow();
} );
