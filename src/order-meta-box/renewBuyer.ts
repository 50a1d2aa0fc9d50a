const COLUMNS = '#order_data';

/**
 * The order has another buyer than WooCommerce's screen says: its fields would bring the former one back once it is
 * saved. What a person has typed stays.
 */
export async function renewBuyer(): Promise< void > {
	try {
		const answer = await fetch( window.location.href );
		const fresh = new DOMParser().parseFromString(
			await answer.text(),
			'text/html'
		);
		renew( document, fresh );
	} catch {
		window.location.reload();
	}
}

export function renew( shown: Document, fresh: Document ): void {
	const named = new Map(
		[ ...inputs( fresh ) ].map( ( input ) => [ input.name, input.value ] )
	);
	for ( const input of inputs( shown ) ) {
		const value = named.get( input.name );
		if ( value !== undefined && input.value === input.defaultValue ) {
			input.defaultValue = value;
			input.value = value;
		}
	}
	const told = fresh.querySelectorAll( `${ COLUMNS } .address` );
	shown
		.querySelectorAll( `${ COLUMNS } .address` )
		.forEach( ( place, index ) => {
			place.innerHTML = told[ index ]?.innerHTML ?? place.innerHTML;
		} );
}

const inputs = ( page: Document ) =>
	page.querySelectorAll< HTMLInputElement >(
		`${ COLUMNS } input[type="text"]`
	);
