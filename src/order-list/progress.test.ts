import { follow } from './progress';

const answers = ( ...given: unknown[] ): jest.Mock => {
	const asked = jest.fn();
	for ( const answer of given ) {
		asked.mockResolvedValueOnce( {
			ok: answer !== null,
			json: () => Promise.resolve( { data: answer } ),
		} );
	}
	window.fetch = asked;
	return asked;
};

const host = ( url: string ): HTMLElement => {
	const element = document.createElement( 'div' );
	element.dataset[ 'url' ] = url;
	element.innerHTML = '<ul><li>0 of 3</li></ul>';
	return element;
};

beforeEach( () => jest.useFakeTimers() );

afterEach( () => jest.useRealTimers() );

test( 'it asks while something is worked, and stops with it', async () => {
	const asked = answers(
		{ html: '<ul><li>1 of 3</li></ul>', runs: true },
		{ html: '<ul><li>3 of 3</li></ul>', runs: false }
	);
	const list = host( '/ajax' );
	follow( list );
	await jest.advanceTimersByTimeAsync( 5_000 );
	expect( list ).toHaveTextContent( '1 of 3' );
	await jest.advanceTimersByTimeAsync( 5_000 );
	expect( list ).toHaveTextContent( '3 of 3' );
	await jest.advanceTimersByTimeAsync( 600_000 );
	expect( asked ).toHaveBeenCalledTimes( 2 );
} );

test( 'where nothing moves it asks more and more slowly', async () => {
	const still = { html: '<ul><li>1 of 3</li></ul>', runs: true };
	const asked = answers( ...Array.from( { length: 30 }, () => still ) );
	follow( host( '/ajax' ) );
	await jest.advanceTimersByTimeAsync( 600_000 );
	expect( asked.mock.calls.length ).toBeLessThan( 15 );
	expect( asked.mock.calls.length ).toBeGreaterThan( 8 );
} );

test( 'what is no answer ends it and changes nothing', async () => {
	for ( const wrong of [ null, 'text', { html: 1, runs: true } ] ) {
		const asked = answers( wrong );
		const list = host( '/ajax' );
		follow( list );
		await jest.advanceTimersByTimeAsync( 60_000 );
		expect( asked ).toHaveBeenCalledTimes( 1 );
		expect( list ).toHaveTextContent( '0 of 3' );
	}
} );

test( 'without an address nothing is asked', async () => {
	const asked = answers();
	follow( host( '' ) );
	await jest.advanceTimersByTimeAsync( 60_000 );
	expect( asked ).not.toHaveBeenCalled();
} );
