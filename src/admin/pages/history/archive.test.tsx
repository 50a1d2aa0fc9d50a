import { screen, waitFor } from '@testing-library/react';
import type { Archive } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { refusal, type Site } from '../../../test/site';

const none: Archive = { state: 'none', says: '', done: 0, total: 0, url: '' };

const working: Archive = {
	...none,
	state: 'working',
	says: 'PDFs are being fetched: 1 of 2. You may leave this page.',
	done: 1,
	total: 2,
};

const ready: Archive = {
	...working,
	state: 'ready',
	says: 'The archive with 2 PDFs is ready.',
	done: 2,
	url: 'https://shop.test/wp-admin/admin-post.php?action=orderinvoicer_archive_file&_wpnonce=1',
};

const listed = (): Site =>
	connectedSite()
		.onList( 'GET /history', () => [ answers.paidInvoice ], 38 )
		.on( 'GET /archive/plan', () => ( {
			documents: 38,
			says: '38 PDFs: about 1 minute.',
		} ) )
		.on( 'GET /archive', () => working );

const withArchive = ( site: Site ): Site =>
	site.on( 'GET /history/about', () => ( {
		...answers.historyAbout,
		archive: true,
	} ) );

describe( 'the PDFs of the history', () => {
	it( 'are counted and asked about, then fetched while the page says how far it is', async () => {
		const site = listed().on( 'POST /archive', () => working );
		const { user } = renderApp( '#/history?kind=invoice&order=asc' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Download the PDFs',
			} )
		);
		expect(
			await screen.findByText( /^38 PDFs: about 1 minute\./ )
		).toBeVisible();
		expect(
			site.callsOf( 'GET /archive/plan' )[ 0 ]?.query.toString()
		).toBe( 'kind=invoice&_locale=user' );
		expect( site.callsOf( 'GET /archive' ) ).toHaveLength( 0 );
		await user.click(
			screen.getByRole( 'button', { name: 'Prepare the archive' } )
		);
		expect(
			await screen.findByText( /1 of 2\. You may leave/ )
		).toBeVisible();
		expect( site.callsOf( 'POST /archive' )[ 0 ]?.data ).toEqual( {
			kind: 'invoice',
		} );
		expect(
			screen.getByRole( 'progressbar', { name: 'PDFs fetched' } )
		).toBeVisible();
		await expectAccessible();
		site.on( 'GET /archive', () => ready );
		const link = await screen.findByRole(
			'link',
			{ name: 'Download the archive' },
			{ timeout: 4_000 }
		);
		expect( link ).toHaveAttribute( 'href', ready.url );
		await expectAccessible();
	} );

	it( 'are not asked about where there are too many', async () => {
		listed().on( 'GET /archive/plan', () =>
			Promise.reject(
				refusal(
					'orderinvoicer_too_many_files',
					'More than 500 documents: choose a shorter period.'
				)
			)
		);
		const { user } = renderApp( '#/history' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Download the PDFs/ } )
		);
		expect(
			await screen.findByText( /More than 500 documents/ )
		).toBeVisible();
		expect(
			screen.getByRole( 'button', { name: 'Prepare the archive' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
	} );

	it( 'are there again when the page is opened later, and can be deleted', async () => {
		const site = withArchive( listed() )
			.on( 'GET /archive', () => ready )
			.on( 'DELETE /archive', () => none );
		const { user } = renderApp( '#/history' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Delete the archive' } )
		);
		await waitFor( () =>
			expect( screen.queryByText( ready.says ) ).toBeNull()
		);
		expect( site.callsOf( 'DELETE /archive' ) ).toHaveLength( 1 );
	} );

	it( 'say why there is no archive, and can be put away', async () => {
		withArchive( listed() ).on( 'GET /archive', () => ( {
			...none,
			state: 'erased' as const,
			says: 'The archive was deleted.',
		} ) );
		renderApp( '#/history' );
		expect(
			await screen.findByText( 'The archive was deleted.' )
		).toBeVisible();
		expect( screen.getByRole( 'button', { name: 'Close' } ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'cost nothing where nobody asked for them', async () => {
		const site = listed();
		renderApp( '#/history' );
		await screen.findByText( 'Order 501' );
		expect(
			site.calls.filter( ( { route } ) => route.includes( 'archive' ) )
		).toEqual( [] );
	} );
} );
