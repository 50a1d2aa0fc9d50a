import { overview } from '../../../test/answers';
import { busiest, chartOf, ticksUpTo } from './chart';

describe( 'the chart of documents', () => {
	it.each( [
		[ 0, [ 0, 1 ] ],
		[ 1, [ 0, 1 ] ],
		[ 3, [ 0, 1, 2, 3 ] ],
		[ 5, [ 0, 2, 4, 6 ] ],
		[ 12, [ 0, 5, 10, 15 ] ],
		[ 41, [ 0, 20, 40, 60 ] ],
		[ 1000, [ 0, 500, 1000 ] ],
	] )( 'has whole and round lines up to %s', ( most, ticks ) => {
		expect( ticksUpTo( most ) ).toEqual( ticks );
	} );

	it( 'stacks each day from the ground, and nothing leaves it', () => {
		const { bars } = chartOf( overview.days );
		for ( const { parts } of bars ) {
			const bottoms = parts.map( ( { top, height } ) => top + height );
			expect( bottoms ).toEqual(
				[
					100,
					...parts.slice( 0, -1 ).map( ( { top } ) => top ),
				].slice( 0, parts.length )
			);
			expect( Math.min( 0, ...parts.map( ( { top } ) => top ) ) ).toBe(
				0
			);
		}
	} );

	it( 'shows only kinds that there are', () => {
		expect( chartOf( overview.days ).kinds ).toEqual( [
			'order',
			'invoice',
		] );
		expect( chartOf( [] ) ).toMatchObject( { kinds: [], total: 0 } );
		expect( busiest( [] ) ).toBeUndefined();
	} );
} );
