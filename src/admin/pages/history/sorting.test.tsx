import { screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { connectedSite, renderApp } from '../../../test/render';

describe( 'the headings of the history', () => {
	it.each( [
		[ 'Customer', 'customer' ],
		[ 'Incl. VAT', 'total' ],
	] )( 'is sorted by %s', async ( name, orderby ) => {
		const paid = answers.paidInvoice;
		const site = connectedSite().onList(
			'GET /history',
			() => [ paid ],
			1
		);
		const { user } = renderApp( '#/history' );
		await screen.findByText( 'Order 501' );
		const heading = () =>
			screen.getByRole( 'columnheader', {
				name: ( word ) => word.startsWith( name ),
			} );
		expect( heading() ).not.toHaveAttribute( 'aria-sort' );
		await user.click( within( heading() ).getByRole( 'button' ) );
		await waitFor( () =>
			expect( window.location.hash ).toBe(
				`#/history?orderby=${ orderby }`
			)
		);
		expect( heading() ).toHaveAttribute( 'aria-sort', 'descending' );
		await user.click( within( heading() ).getByRole( 'button' ) );
		await waitFor( () =>
			expect(
				site.callsOf( 'GET /history' ).at( -1 )?.query.toString()
			).toContain( `orderby=${ orderby }&order=asc` )
		);
		expect( heading() ).toHaveAttribute( 'aria-sort', 'ascending' );
	} );
} );
