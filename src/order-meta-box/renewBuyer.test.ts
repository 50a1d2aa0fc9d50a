import { renew } from './renewBuyer';

const page = ( company: string, name: string ) =>
	new DOMParser().parseFromString(
		`<div id="order_data"><p class="address">${ company }</p>
		<input type="text" name="_billing_company" value="${ company }">
		<input type="text" name="_billing_first_name" value="${ name }"></div>`,
		'text/html'
	);

const field = ( of: Document, name: string ) =>
	of.querySelector< HTMLInputElement >( `[name="${ name }"]` );

it( 'shows the buyer that the order has by now, but keeps what was typed', () => {
	const shown = page( '', 'Ana' );
	const typed = field( shown, '_billing_first_name' );
	if ( typed ) {
		typed.value = 'Anna';
	}
	renew( shown, page( 'Alpha SAS', 'Ana' ) );
	expect( field( shown, '_billing_company' )?.value ).toBe( 'Alpha SAS' );
	expect( typed?.value ).toBe( 'Anna' );
	expect( shown.querySelector( '.address' )?.textContent ).toBe(
		'Alpha SAS'
	);
} );
