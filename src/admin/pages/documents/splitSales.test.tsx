import { screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const open = async ( said: string ) => {
	const site = connectedSite()
		.on( 'GET /settings', () => ( {
			...answers.settings,
			split_sales: said,
		} ) )
		.on( 'POST /settings', () => answers.settings );
	const { user } = renderApp( '#/documents' );
	await user.click( await screen.findByText( 'Sales of several sellers' ) );
	await screen.findByText( 'Who invoices them' );
	return { site, user };
};

describe( 'who invoices sales of several sellers', () => {
	it( 'is not said until the owner says it, and one of three answers', async () => {
		const { site, user } = await open( '' );
		expect(
			screen.getByLabelText( 'Not said: such orders wait and ask' )
		).toBeChecked();
		await user.click(
			screen.getByLabelText( 'The order of the customer: one invoice' )
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			split_sales: 'parent',
		} );
		await expectAccessible();
	} );

	it.each( [
		[ 'children', 'The orders of the sellers: an invoice each' ],
		[ 'nobody', 'Neither: the sellers do it themselves' ],
	] )( 'shows what was said: %s', async ( said, label ) => {
		await open( said );
		expect( screen.getByLabelText( label ) ).toBeChecked();
	} );
} );
