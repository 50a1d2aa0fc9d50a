import { act, renderHook, waitFor } from '@testing-library/react';
import { deferred } from '../test/site';
import { RequestError } from './request';
import { useResource } from './useResource';

describe( 'useResource', () => {
	it( 'is loading, then ready', async () => {
		const { result } = renderHook( useResource< string >, {
			initialProps: () => Promise.resolve( 'read' ),
		} );
		expect( result.current.resource ).toEqual( { status: 'loading' } );
		await waitFor( () =>
			expect( result.current.resource ).toEqual( {
				status: 'ready',
				data: 'read',
				refreshing: false,
			} )
		);
	} );

	it( 'keeps why it failed, and reads again when asked', async () => {
		const load = jest
			.fn()
			.mockRejectedValueOnce( new RequestError( 'refused', 'No.' ) )
			.mockResolvedValueOnce( 'read' );
		const { result } = renderHook( () => useResource( load ) );
		await waitFor( () =>
			expect( result.current.resource.status ).toBe( 'error' )
		);
		act( () => result.current.reload() );
		expect( result.current.resource ).toEqual( { status: 'loading' } );
		await waitFor( () =>
			expect( result.current.resource ).toMatchObject( { data: 'read' } )
		);
	} );

	it( 'drops the answer to an earlier question', async () => {
		const early = deferred< string >();
		const late = deferred< string >();
		const first = () => early.promise;
		const second = () => late.promise;
		const { result, rerender } = renderHook( useResource< string >, {
			initialProps: first,
		} );
		rerender( second );
		await act( async () => late.resolve( 'second' ) );
		await act( async () => early.resolve( 'first' ) );
		expect( result.current.resource ).toMatchObject( { data: 'second' } );
	} );

	it( 'reads what is asked now, for who knows an earlier question only', async () => {
		const { result, rerender } = renderHook( useResource< string >, {
			initialProps: () => Promise.resolve( 'first' ),
		} );
		const { reload } = result.current;
		const second = jest.fn( () => Promise.resolve( 'second' ) );
		await act( async () => rerender( second ) );
		await act( async () => reload() );
		expect( result.current.resource ).toMatchObject( { data: 'second' } );
		expect( second ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'aborts what nobody waits for any more', () => {
		const signals: AbortSignal[] = [];
		const load = ( signal: AbortSignal ) => {
			signals.push( signal );
			return deferred< string >().promise;
		};
		const { unmount } = renderHook( () => useResource( load ) );
		unmount();
		expect( signals.map( ( { aborted } ) => aborted ) ).toEqual( [ true ] );
	} );

	it( 'drops a read that a write has overtaken', async () => {
		const read = deferred< string >();
		const load = () => read.promise;
		const { result } = renderHook( () => useResource( load ) );
		act( () => result.current.replace( 'written' ) );
		await act( async () => read.resolve( 'read' ) );
		expect( result.current.resource ).toMatchObject( { data: 'written' } );
	} );

	it( 'shows what it has while it reads again', async () => {
		const again = deferred< string >();
		const load = jest
			.fn()
			.mockResolvedValueOnce( 'old' )
			.mockReturnValueOnce( again.promise );
		const { result } = renderHook( () => useResource( load ) );
		await waitFor( () =>
			expect( result.current.resource.status ).toBe( 'ready' )
		);
		act( () => result.current.reload() );
		expect( result.current.resource ).toEqual( {
			status: 'ready',
			data: 'old',
			refreshing: true,
		} );
		await act( async () => again.resolve( 'new' ) );
		expect( result.current.resource ).toMatchObject( { data: 'new' } );
	} );
} );
