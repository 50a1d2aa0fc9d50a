import { expect, test } from './fixtures.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/diagnostics';

type Options = { path: string; method?: 'POST'; data?: unknown };

declare global {
	interface Window {
		wp: { apiFetch: ( options: Options ) => Promise< unknown > };
	}
}

test( 'answers that came with the page are used, until something may have changed', async ( {
	page,
} ) => {
	const asked: string[] = [];
	page.on( 'request', ( request ) => asked.push( request.url() ) );
	const ask = ( options: Options ) =>
		page.evaluate( ( what ) => window.wp.apiFetch( what ), options );
	const timesAsked = ( route: string ) =>
		asked.filter( ( url ) =>
			new RegExp( `v1(/|%2F)${ route }` ).test( url )
		).length;

	await page.goto( PAGE );
	await ask( { path: '/orderinvoicer/v1/overview' } );
	expect( timesAsked( 'overview' ) ).toBe( 0 );
	await ask( { path: '/orderinvoicer/v1/diagnostics' } );
	expect( timesAsked( 'diagnostics' ) ).toBe( 1 );

	await ask( {
		path: '/orderinvoicer/v1/customer-links/search',
		method: 'POST',
		data: { page: 1, per_page: 20, search: '' },
	} );
	await ask( { path: '/orderinvoicer/v1/overview' } );
	expect( timesAsked( 'overview' ) ).toBe( 1 );
} );
