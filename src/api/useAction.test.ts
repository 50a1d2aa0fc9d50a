import { act, renderHook } from '@testing-library/react';
import { deferred } from '../test/site';
import { RequestError } from './request';
import { useAction } from './useAction';

describe( 'useAction', () => {
	it( 'takes what is asked for twice at once as one act', async () => {
		const done = deferred< void >();
		const work = jest.fn( () => done.promise );
		const { result } = renderHook( useAction );
		act( () => {
			result.current.run( work );
			result.current.run( work );
		} );
		expect( work ).toHaveBeenCalledTimes( 1 );
		await act( async () => done.resolve() );
		expect( result.current.state ).toEqual( { status: 'done' } );
		await act( async () => result.current.run( work ) );
		expect( work ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'is not over because somebody goes on typing', async () => {
		const done = deferred< void >();
		const { result } = renderHook( useAction );
		act( () => result.current.run( () => done.promise ) );
		act( () => result.current.reset() );
		expect( result.current.state ).toEqual( { status: 'running' } );
		await act( async () => done.resolve() );
		act( () => result.current.reset() );
		expect( result.current.state ).toEqual( { status: 'idle' } );
	} );

	it( 'keeps why it failed, and can be asked again', async () => {
		const error = new RequestError( 'refused', 'No.' );
		const work = jest
			.fn()
			.mockRejectedValueOnce( error )
			.mockResolvedValueOnce( undefined );
		const { result } = renderHook( useAction );
		await act( async () => result.current.run( work ) );
		expect( result.current.state ).toEqual( { status: 'failed', error } );
		await act( async () => result.current.run( work ) );
		expect( result.current.state ).toEqual( { status: 'done' } );
	} );
} );
