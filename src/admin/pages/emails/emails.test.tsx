import { screen, within } from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const open = async () => {
	const view = renderApp( '#/emails' );
	await screen.findByLabelText( 'Hour of the daily e-mail' );
	return view;
};

const card = ( title: string ) => {
	const heading = screen.getByRole( 'heading', { name: title } );
	const item = screen
		.getAllByRole( 'listitem' )
		.find( ( one ) => one.contains( heading ) );
	expect( item ).toBeDefined();
	return within( item ?? heading );
};

describe( 'e-mails to the owner', () => {
	it( 'say which are on, to whom, and where that is changed', async () => {
		connectedSite();
		await open();
		const digest = card( 'Sellsy: orders that need you On' );
		expect(
			digest.getByText( 'To owner@example.com, books@example.com' )
		).toBeVisible();
		expect(
			digest.getByRole( 'link', { name: /^Change in WooCommerce/ } )
		).toHaveAttribute(
			'href',
			expect.stringContaining( 'section=orderinvoicer_digest' )
		);
		await expectAccessible();
	} );

	it( 'say that they are off, or go to nobody', async () => {
		connectedSite().on( 'GET /owner-emails', () => ( {
			...answers.ownerEmails,
			emails: answers.ownerEmails.emails.map( ( email ) => ( {
				...email,
				enabled: false,
				recipients: '',
			} ) ),
		} ) );
		await open();
		const stop = card( 'Sellsy: everything stands still Off' );
		expect(
			stop.getByRole( 'link', { name: /^Switch on in WooCommerce/ } )
		).toBeVisible();
		expect(
			stop.getByText( 'To nobody: no valid address is set.' )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'send a test, and say what happened', async () => {
		const site = connectedSite().on( 'POST /owner-emails/test', () => ( {
			sent: true,
			to: 'me@example.com',
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Send me a test (Sellsy: orders that need you)',
			} )
		);
		expect(
			await screen.findByText( /Example sent to me@example\.com/, {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
		expect( site.callsOf( 'POST /owner-emails/test' )[ 0 ]?.data ).toEqual(
			{ id: 'orderinvoicer_digest' }
		);
		await expectAccessible();
	} );

	it( 'say that a test did not leave', async () => {
		connectedSite().on( 'POST /owner-emails/test', () => ( {
			sent: false,
			to: 'me@example.com',
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Send me a test (Sellsy: everything stands still)',
			} )
		);
		expect(
			await screen.findByText( /could not send it to me@example\.com/, {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
	} );

	it( 'come at the hour that is chosen', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		await user.selectOptions(
			screen.getByLabelText( 'Hour of the daily e-mail' ),
			'18:00'
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			digest_hour: 18,
		} );
	} );

	it( 'that other code took away are missed, and what cannot be read can be tried again', async () => {
		const site = connectedSite().refuse(
			'GET /owner-emails',
			'orderinvoicer_database',
			'The database did not answer.'
		);
		const { user } = renderApp( '#/emails' );
		await screen.findByText( 'The database did not answer.', {
			selector: '.orderinvoicer-message p',
		} );
		await expectAccessible();
		site.on( 'GET /owner-emails', () => ( {
			...answers.ownerEmails,
			emails: [],
		} ) );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByText( /took them off WooCommerce’s list/, {
			selector: '.orderinvoicer-message p',
		} );
	} );
} );

describe( 'documents in the e-mails to customers', () => {
	const settings = ( change: Partial< Settings > ): Settings => ( {
		...answers.settings,
		customer_emails: { ...answers.settings.customer_emails, emails: [] },
		...change,
	} );

	it( 'are in those that the owner ticks, and only that is saved', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => settings( {} ) )
			.on( 'POST /settings', () => answers.settings );
		const { user } = await open();
		await user.click( screen.getByLabelText( 'Processing order' ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			customer_emails: { emails: [ 'customer_processing_order' ] },
		} );
		await expectAccessible();
	} );

	it( 'say which of them WooCommerce does not send', async () => {
		connectedSite();
		await open();
		expect(
			screen.getByLabelText( 'Completed order' )
		).toHaveAccessibleDescription( /switched off there/ );
		expect(
			screen.getByRole( 'link', {
				name: 'Settings of “Completed order” in WooCommerce',
			} )
		).toHaveAttribute(
			'href',
			expect.stringContaining( 'wc_email_customer_completed_order' )
		);
	} );

	it( 'say that nothing can be downloaded yet', async () => {
		connectedSite().on( 'GET /settings', () =>
			settings( {
				shopper: { kinds: [], company_days: 0 },
				customer_emails: {
					...answers.settings.customer_emails,
					emails: [ 'customer_processing_order' ],
				},
			} )
		);
		await open();
		expect(
			await screen.findByText( /cannot download anything yet/, {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'say where customers get two e-mails', async () => {
		connectedSite()
			.on( 'GET /settings', () =>
				settings( {
					invoice: { ...answers.settings.invoice, email: true },
				} )
			)
			.on( 'GET /shop', () => ( {
				...answers.shop,
				emails: answers.shop.emails.map( ( email ) => ( {
					...email,
					enabled: true,
				} ) ),
			} ) );
		const { user } = await open();
		expect( screen.queryAllByText( /get both/ ) ).toEqual( [] );
		await user.click( await screen.findByLabelText( 'Processing order' ) );
		for ( const said of [
			/^Sellsy also e-mails/,
			/^The shop also sends/,
		] ) {
			expect(
				screen.getByText( said, {
					selector: '.orderinvoicer-message p',
				} )
			).toBeVisible();
		}
		await expectAccessible();
	} );

	it( 'wait for the document where the owner wants that, and say how long', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		await user.click(
			await screen.findByLabelText(
				/^Once the document is there, with a link/
			)
		);
		expect( screen.getAllByText( /up to 10 minutes later/ ) ).toHaveLength(
			2
		);
		const minutes = screen.getByLabelText( /so many minutes at most/ );
		await user.clear( minutes );
		expect( minutes ).toHaveAccessibleDescription( /from 1 to 60/ );
		await user.type( minutes, '5' );
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			customer_emails: { documents: 'wait', minutes: 5 },
		} );
	} );
} );

it( 'what customers can download is chosen kind by kind', async () => {
	const site = connectedSite().on( 'GET /settings', () => ( {
		...answers.settings,
		shopper: { kinds: [], company_days: 0 },
	} ) );
	const { user } = await open();
	const invoice = screen.getByRole( 'checkbox', { name: 'Invoice' } );
	expect( invoice ).not.toBeChecked();
	await user.click( screen.getByRole( 'checkbox', { name: 'Credit note' } ) );
	await user.click( invoice );
	await user.click( screen.getByRole( 'button', { name: 'Save changes' } ) );
	expect(
		site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
	).toEqual( [ { shopper: { kinds: [ 'invoice', 'creditnote' ] } } ] );
} );
