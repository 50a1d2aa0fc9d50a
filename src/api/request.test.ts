import * as z from 'zod/mini';
import { Site } from '../test/site';
import { request, requestPage } from './request';

const Schema = z.strictObject( { id: z.int() } );
const read = () => request( Schema, { path: '/thing' } );
const readPage = () => requestPage( z.array( Schema ), { path: '/things' } );

describe( 'request', () => {
	it( 'answers what the schema read', async () => {
		new Site().on( 'GET /thing', () => ( { id: 1 } ) );
		await expect( read() ).resolves.toEqual( { id: 1 } );
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'null', null ],
		[ 'a string', '<html>' ],
		[ 'a list', [ { id: 1 } ] ],
		[ 'another type', { id: '1' } ],
		[ 'a missing key', {} ],
		[ 'an unknown key', { id: 1, more: true } ],
	] )( 'refuses %s', async ( _name, body ) => {
		new Site().on( 'GET /thing', () => body );
		await expect( read() ).rejects.toMatchObject( {
			code: 'unreadable_answer',
		} );
	} );

	it( 'passes on why the site refused', async () => {
		new Site().refuse( 'GET /thing', 'rest_forbidden', 'Not allowed.' );
		await expect( read() ).rejects.toMatchObject( {
			code: 'rest_forbidden',
			message: 'Not allowed.',
		} );
	} );

	it( 'passes on a PHP error as a sentence, without its HTML', async () => {
		new Site().refuse(
			'GET /thing',
			'internal_server_error',
			'<p>There has been a critical error on this website.</p><p><a href="https://wordpress.org/">Learn more.</a></p>'
		);
		await expect( read() ).rejects.toMatchObject( {
			message:
				'There has been a critical error on this website. Learn more.',
		} );
	} );

	it( 'has a sentence for a network that gives nothing', async () => {
		new Site().on( 'GET /thing', () =>
			Promise.reject( new TypeError( 'Failed to fetch' ) )
		);
		await expect( read() ).rejects.toMatchObject( { code: 'no_answer' } );
	} );
} );

describe( 'requestPage', () => {
	it( 'reads the list and how many there are in all', async () => {
		new Site().onList( 'GET /things', () => [ { id: 1 } ], 40 );
		await expect( readPage() ).resolves.toEqual( {
			items: [ { id: 1 } ],
			more: 0,
			total: 40,
		} );
	} );

	it( 'refuses a list with one bad row', async () => {
		new Site().onList( 'GET /things', () => [ { id: 1 }, {} ], 2 );
		await expect( readPage() ).rejects.toMatchObject( {
			code: 'unreadable_answer',
		} );
	} );

	it( 'refuses a list that does not say how many there are', async () => {
		new Site().onList( 'GET /things', () => [], NaN );
		await expect( readPage() ).rejects.toMatchObject( {
			code: 'unreadable_answer',
		} );
	} );

	it( 'passes on why the site refused', async () => {
		new Site().refuse( 'GET /things', 'rest_forbidden', 'Not allowed.' );
		await expect( readPage() ).rejects.toMatchObject( {
			code: 'rest_forbidden',
		} );
	} );
} );
