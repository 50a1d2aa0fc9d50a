import { screen } from '@testing-library/react';

const URL_OF_STATE = 'https://shop.test/?rest_route=/orderinvoicer/v1/received';

/** Seconds after the page came, or after the question before. */
const WAITS = [ 1, 2, 4, 8, 16, 30 ];

const NEAR = { state: 'near', says: '', html: '' };
const OVER = { state: 'over', says: '', html: '' };
const HERE = {
	state: 'here',
	says: 'Your invoice is here.',
	html: '<table><tr><td>F-1</td></tr></table>',
};

type Answer = typeof NEAR;

const asked = jest.fn< Promise< Pick< Response, 'json' > >, unknown[] >();

const responseOf = ( one: Answer ) => ( {
	json: () => Promise.resolve( one ),
} );

let hidden = false;

/** After these, it is over. */
const answer = ( ...answers: Answer[] ): void => {
	asked.mockReset();
	for ( const one of answers ) {
		asked.mockResolvedValueOnce( responseOf( one ) );
	}
	asked.mockResolvedValue( responseOf( OVER ) );
};

const open = ( { sections = 1 } = {} ): void => {
	document.body.innerHTML =
		`<section data-orderinvoicer-renew="${ URL_OF_STATE }">
		<p role="status">It is being made.</p><table><tr><td>none</td></tr></table>
	</section>`.repeat( sections );
	jest.isolateModules( () => {
		require( '.' );
	} );
};

const after = ( seconds: number ) =>
	jest.advanceTimersByTimeAsync( seconds * 1000 );

const turn = ( isHidden: boolean ): void => {
	hidden = isHidden;
	document.dispatchEvent( new Event( 'visibilitychange' ) );
};

beforeEach( () => {
	hidden = false;
	jest.useFakeTimers();
	jest.spyOn( document, 'hidden', 'get' ).mockImplementation( () => hidden );
	Object.assign( window, { fetch: asked } );
} );

afterEach( () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
} );

describe( 'the line of the page that follows a purchase', () => {
	it( 'is asked for after 1, 2, 4, 8, 16 and 30 seconds, and no more', async () => {
		answer( ...WAITS.map( () => NEAR ) );
		open();
		for ( const [ before, seconds ] of WAITS.entries() ) {
			await after( seconds - 0.001 );
			expect( asked ).toHaveBeenCalledTimes( before );
			await after( 0.001 );
			expect( asked ).toHaveBeenCalledTimes( before + 1 );
		}
		await after( 3600 );
		expect( asked ).toHaveBeenCalledTimes( WAITS.length );
		expect( document.body ).toHaveTextContent( 'It is being made.none' );
	} );

	it( 'is asked for at its address, by one question, past every cache', async () => {
		answer( OVER );
		open();
		await after( 1 );
		expect( asked.mock.calls ).toEqual( [
			[ URL_OF_STATE, { cache: 'no-store', credentials: 'same-origin' } ],
		] );
	} );

	it( 'is not asked for while nobody looks, and at once when somebody does', async () => {
		answer( NEAR, NEAR );
		open();
		turn( true );
		await after( 600 );
		expect( asked ).not.toHaveBeenCalled();
		turn( true );
		await after( 600 );
		expect( asked ).not.toHaveBeenCalled();
		turn( false );
		await after( 0 );
		expect( asked ).toHaveBeenCalledTimes( 1 );
		// Looked at again, it asks at its own pace.
		turn( false );
		await after( 1.999 );
		expect( asked ).toHaveBeenCalledTimes( 1 );
		await after( 0.001 );
		expect( asked ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'says what is here, and asks no more', async () => {
		answer( NEAR, HERE );
		open();
		await after( 3 );
		expect( screen.getByRole( 'status' ) ).toHaveTextContent( HERE.says );
		expect( document.querySelectorAll( 'table' ) ).toHaveLength( 1 );
		expect( document.querySelector( 'table' ) ).toHaveTextContent( 'F-1' );
		await after( 3600 );
		expect( asked ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'stays as it was where it is known to wait', async () => {
		answer( OVER );
		open();
		await after( 3600 );
		expect( asked ).toHaveBeenCalledTimes( 1 );
		expect( document.body ).toHaveTextContent( 'It is being made.none' );
	} );

	it( 'stays as it was where the shop does not answer', async () => {
		answer();
		asked.mockReset();
		asked.mockRejectedValue( new TypeError( 'Failed to fetch' ) );
		open();
		await after( 3600 );
		expect( asked ).toHaveBeenCalledTimes( 1 );
		expect( document.body ).toHaveTextContent( 'It is being made.none' );
	} );

	it( 'is not asked for on a page that has none', async () => {
		answer( NEAR );
		open( { sections: 0 } );
		await after( 3600 );
		expect( asked ).not.toHaveBeenCalled();
	} );
} );
