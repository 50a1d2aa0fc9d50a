import { act, screen, waitFor } from '@testing-library/react';
import type { Status } from '../../generated/schemas';
import * as answers from '../../test/answers';
import { connectedSite, expectAccessible, renderApp } from '../../test/render';
import { deferred } from '../../test/site';

const settle = () =>
	screen.findByRole( 'button', { name: /These documents are ours/ } );

describe( 'Another shop with the same code', () => {
	it( 'is shown above the connection with its document, and settled once', async () => {
		const settled = deferred< Status >();
		const site = connectedSite()
			.on( 'GET /status', () => answers.clashing )
			.on( 'POST /clash/settle', () => settled.promise );
		const { user } = renderApp( '#/connection' );
		const button = await settle();
		const banner = button.closest( '[tabindex="-1"]' );
		screen.getAllByText( /ACME-77/ );
		expect(
			screen.getByRole( 'link', { name: /Look at the document/ } )
		).toHaveAttribute( 'href', 'https://sellsy.test/invoice-77' );
		await expectAccessible();

		await user.dblClick( button );
		await act( async () => settled.resolve( answers.status ) );

		expect( site.callsOf( 'POST /clash/settle' ) ).toHaveLength( 1 );
		await waitFor( () => expect( button ).not.toBeInTheDocument() );
		expect( banner ).toHaveFocus();
	} );

	it( 'stays where settling failed, and says so', async () => {
		connectedSite()
			.on( 'GET /status', () => answers.clashing )
			.refuse( 'POST /clash/settle', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/connection' );
		await user.click( await settle() );
		await screen.findAllByText( 'The site is busy.' );
		await settle();
	} );
} );
