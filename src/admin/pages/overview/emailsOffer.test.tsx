import { screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const OFFER = /Both are off\./;
const IN_MESSAGE = { selector: '.orderinvoicer-message p' };

const withEmails = ( ...enabled: boolean[] ) => {
	window.localStorage.clear();
	return connectedSite().on( 'GET /owner-emails', () => ( {
		...answers.ownerEmails,
		emails: answers.ownerEmails.emails.map( ( email, index ) => ( {
			...email,
			enabled: enabled[ index ] ?? false,
		} ) ),
	} ) );
};

const shown = async () => {
	const view = renderApp( '#/overview' );
	await screen.findByRole( 'group', { name: 'Health' } );
	return view;
};

describe( 'the offer of e-mails', () => {
	it( 'leads to them where all are off', async () => {
		withEmails( false, false );
		await shown();
		await screen.findByText( OFFER, IN_MESSAGE );
		expect(
			screen.getByRole( 'link', { name: 'See the e-mails' } )
		).toHaveAttribute( 'href', '#/emails' );
		await expectAccessible();
	} );

	it( 'is not made again to who declined it', async () => {
		const site = withEmails( false, false );
		const { user, unmount } = await shown();
		await screen.findByText( OFFER, IN_MESSAGE );
		await user.click(
			screen.getByRole( 'button', { name: 'No, thank you' } )
		);
		expect( screen.queryByText( OFFER, IN_MESSAGE ) ).toBeNull();
		unmount();
		await shown();
		expect( site.callsOf( 'GET /owner-emails' ) ).toHaveLength( 1 );
	} );

	it( 'is not made where one is on', async () => {
		const site = withEmails( false, true );
		await shown();
		expect( site.callsOf( 'GET /owner-emails' ) ).toHaveLength( 1 );
		expect( screen.queryByText( OFFER, IN_MESSAGE ) ).toBeNull();
	} );
} );
