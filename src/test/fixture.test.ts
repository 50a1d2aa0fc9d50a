import { fixture, patched } from './fixture';

describe( 'fixtures that say what differs', () => {
	it( 'replace, remove and add', () => {
		const before = { a: 1, b: [ { c: 1 } ] };
		expect(
			[
				{ op: 'replace' as const, path: '/b/0/c', value: null },
				{ op: 'add' as const, path: '/b/-', value: 2 },
				{ op: 'remove' as const, path: '/a' },
				{ op: 'add' as const, path: '/d', value: [] },
			].reduce( patched, before )
		).toEqual( { b: [ { c: null }, 2 ], d: [] } );
		expect( before ).toEqual( { a: 1, b: [ { c: 1 } ] } );
	} );

	it( 'never miss what they mean', () => {
		expect( () =>
			patched( { a: {} }, { op: 'replace', path: '/a/b', value: 1 } )
		).toThrow( 'replace /a/b: is not there' );
		expect( () => patched( {}, { op: 'remove', path: '/a' } ) ).toThrow();
		expect( () =>
			patched( { a: 1 }, { op: 'add', path: '/a', value: 2 } )
		).toThrow( 'add /a: is there' );
	} );

	it( 'are read with the rest of their document', () => {
		expect(
			fixture( 'settings/invalid/cap-too-high.patch.json' )
		).toMatchObject( { shop_code: 'ACME', rounding_cap: 101 } );
	} );
} );
