/** The page that follows a purchase: the invoice that is being made appears without another visit. */
const SECTION = 'data-orderinvoicer-renew';

/** Seconds before each question; after the last one the page stays as it is. */
const WAITS = [ 1, 2, 4, 8, 16, 30 ];

type Answer = { state: 'here' | 'near' | 'over'; says: string; html: string };

const wait = ( seconds: number ) =>
	new Promise( ( done ) => setTimeout( done, seconds * 1000 ) );

/** Nobody is asked for what nobody looks at. */
const whenSeen = () =>
	new Promise< void >( ( done ) => {
		const look = () => {
			if ( ! document.hidden ) {
				document.removeEventListener( 'visibilitychange', look );
				done();
			}
		};
		document.addEventListener( 'visibilitychange', look );
		look();
	} );

async function ask( url: string ): Promise< Answer > {
	const response = await fetch( url, {
		cache: 'no-store',
		credentials: 'same-origin',
	} );
	return response.json();
}

/** The sentence is a live region: what it says now is read out. */
function show( section: Element, { says, html }: Answer ): void {
	section.querySelector( 'table' )?.remove();
	section.insertAdjacentHTML( 'beforeend', html );
	const sentence = section.querySelector( '[role="status"]' );
	if ( sentence ) {
		sentence.textContent = says;
	}
}

async function renew( section: Element ): Promise< void > {
	const url = section.getAttribute( SECTION ) ?? '';
	for ( const seconds of WAITS ) {
		await wait( seconds );
		await whenSeen();
		const answer = await ask( url );
		if ( answer.state === 'here' ) {
			show( section, answer );
		}
		if ( answer.state !== 'near' ) {
			return;
		}
	}
}

document
	.querySelectorAll( `[${ SECTION }]` )
	// Where it fails, the page says what it said, and another visit brings the invoice.
	.forEach( ( section ) => void renew( section ).catch( () => {} ) );
