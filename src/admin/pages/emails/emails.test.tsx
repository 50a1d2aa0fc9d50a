import {
	screen,
	waitForElementToBeRemoved,
	within,
} from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

/** As the set-up recommends it. */
const settings = ( change: Partial< Settings > = {} ): Settings => ( {
	...answers.settings,
	invoice: { ...answers.settings.invoice, enabled: true, email: false },
	creditnote: { ...answers.settings.creditnote, enabled: true, email: false },
	shopper: { kinds: [ 'invoice', 'creditnote' ], company_days: 0 },
	customer_emails: {
		emails: [ 'customer_processing_order', 'customer_refunded_order' ],
		documents: 'link',
		minutes: 10,
	},
	...change,
} );

const shopWith = ( change: Partial< Settings > = {} ) =>
	connectedSite()
		.on( 'GET /settings', () => settings( change ) )
		.on( 'POST /settings', () => settings( change ) );

const open = async ( hash = '#/emails' ) => {
	const view = renderApp( hash );
	await screen.findByLabelText( 'Hour of the daily e-mail' );
	await screen.findByLabelText( /^What do WooCommerce’s e-mails carry/ );
	return view;
};

const toCustomers = () =>
	within( screen.getByRole( 'group', { name: 'What your customers get' } ) );

const line = ( label: string ) =>
	screen.getByRole( 'checkbox', { name: label } );

const save = async ( { user }: ReturnType< typeof renderApp > ) => {
	await user.click( screen.getByRole( 'button', { name: 'Save changes' } ) );
	await screen.findByText( 'Saved.' );
};

describe( 'what customers get', () => {
	it( 'says what is not the default, and leads back to it', async () => {
		shopWith( {
			customer_emails: {
				emails: [ 'customer_processing_order' ],
				documents: 'attach',
				minutes: 10,
			},
		} );
		const { user } = await open();
		const choice = screen.getByLabelText(
			'What do WooCommerce’s e-mails carry?'
		);
		expect( choice ).toHaveValue( 'attach' );
		await user.click(
			screen.getByRole( 'button', {
				name: 'Reset: What do WooCommerce’s e-mails carry?',
			} )
		);
		expect( choice ).toHaveValue( 'link' );
		expect( choice ).toHaveFocus();
	} );

	it( 'stands in the order of time, whoever sends it, with fifteen controls at most', async () => {
		shopWith();
		await open();
		const [ list ] = toCustomers().getAllByRole( 'list' );
		expect(
			within( list ?? document.body )
				.getAllByRole( 'listitem' )
				.map( ( item ) =>
					[
						'.orderinvoicer-emails__when',
						'.orderinvoicer-emails__what > *',
						'.orderinvoicer-emails__from',
					]
						.map(
							( part ) => item.querySelector( part )?.textContent
						)
						.join( ' | ' )
				)
		).toEqual( [
			'Payment awaited | Order on-hold | WooCommerce',
			'Order paid | Processing order | WooCommerce',
			'Invoice final | Your invoice is available | Your shop',
			'Invoice final | Invoice, template of Sellsy | Sellsy',
			'Order completed | Completed order | WooCommerce',
			'Order refunded | Refunded order | WooCommerce',
			'Credit note final | Your credit note is available | Your shop',
			'Credit note final | Credit note, template of Sellsy | Sellsy',
		] );
		const controls = [ 'checkbox', 'combobox', 'spinbutton', 'group' ]
			.flatMap( ( role ) => screen.queryAllByRole( role ) )
			.filter(
				( control ) =>
					control.closest( '.orderinvoicer-page__body' ) &&
					control.tagName !== 'DIV' &&
					! control.matches( 'details:not([open]) :not(summary)' )
			);
		expect( controls.length ).toBeLessThanOrEqual( 15 );
		await expectAccessible();
	} );

	it( 'is only of documents that the shop makes', async () => {
		shopWith( {
			creditnote: answers.settings.creditnote,
			proforma: { ...answers.settings.proforma, enabled: true },
		} );
		await open();
		expect(
			toCustomers().queryByText( 'Credit note, template of Sellsy' )
		).toBeNull();
		expect(
			toCustomers().queryByText( 'Your credit note is available' )
		).toBeNull();
		expect(
			toCustomers().getByText( 'Proforma, template of Sellsy' )
		).toBeVisible();
	} );

	it( 'leads to documents where that is switched on, and only that is saved', async () => {
		const site = shopWith();
		const view = await open();
		expect( line( 'Documents in “Order on-hold”' ) ).not.toBeChecked();
		await view.user.click( line( 'Documents in “Order on-hold”' ) );
		await save( view );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			customer_emails: {
				emails: [
					'customer_processing_order',
					'customer_refunded_order',
					'customer_on_hold_order',
				],
			},
		} );
	} );

	it( 'is switched on in WooCommerce too where it is off there', async () => {
		const site = shopWith( {
			customer_emails: {
				emails: [ 'customer_completed_order' ],
				documents: 'link',
				minutes: 10,
			},
		} ).on(
			'POST /wc/v3/settings/email_customer_completed_order/enabled',
			() => ( { value: 'yes' } )
		);
		const view = await open();
		const completed = line( 'Documents in “Completed order”' );
		expect( completed ).not.toBeChecked();
		expect( completed ).toHaveAccessibleDescription(
			/^Switched off in WooCommerce/
		);
		await view.user.click( completed );
		expect( completed ).toBeChecked();
		expect( completed ).toHaveAccessibleDescription( /when you save/ );
		site.on( 'GET /customer-emails', () => ( {
			...answers.customerEmails,
			emails: answers.customerEmails.emails.map( ( email ) => ( {
				...email,
				enabled: true,
			} ) ),
		} ) );
		await save( view );
		expect(
			site.callsOf(
				'POST /wc/v3/settings/email_customer_completed_order/enabled'
			)[ 0 ]?.data
		).toEqual( { value: 'yes' } );
		expect( completed ).toBeChecked();
		expect( screen.queryByText( 'Not saved yet.' ) ).toBeNull();
	} );

	it( 'may be what the shop sends, or Sellsy', async () => {
		const site = shopWith().on(
			'POST /wc/v3/settings/email_orderinvoicer_invoice/enabled',
			() => ( { value: 'yes' } )
		);
		const view = await open();
		await view.user.click( line( 'Send “Your invoice is available”' ) );
		await view.user.click( line( 'Sellsy e-mails: Credit note' ) );
		site.on( 'GET /shop', () => ( {
			...answers.shop,
			emails: answers.shop.emails.map( ( email ) => ( {
				...email,
				enabled: email.kind === 'invoice',
			} ) ),
		} ) );
		await save( view );
		expect(
			site.callsOf(
				'POST /wc/v3/settings/email_orderinvoicer_invoice/enabled'
			)
		).toHaveLength( 1 );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			creditnote: { email: true },
		} );
	} );

	it( 'says what WooCommerce did not let be switched', async () => {
		shopWith().refuse(
			'POST /wc/v3/settings/email_orderinvoicer_invoice/enabled',
			'woocommerce_rest_cannot_edit',
			'Sorry, you cannot edit this resource.'
		);
		const { user } = await open();
		await user.click( line( 'Send “Your invoice is available”' ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect(
			await screen.findByText( 'Sorry, you cannot edit this resource.' )
		).toBeVisible();
	} );

	it( 'says where the same document comes twice', async () => {
		shopWith( {
			invoice: {
				...answers.settings.invoice,
				enabled: true,
				email: false,
				trigger: 'confirmed',
			},
		} );
		const { user } = await open();
		expect( screen.queryByText( /twice/ ) ).toBeNull();
		await user.click( line( 'Sellsy e-mails: Invoice' ) );
		expect( line( 'Sellsy e-mails: Invoice' ) ).toHaveAccessibleDescription(
			/“Processing order” brings it already/
		);
		await user.click( line( 'Documents in “Order on-hold”' ) );
		expect(
			line( 'Documents in “Processing order”' )
		).not.toHaveAccessibleDescription( /twice/ );
		await user.selectOptions(
			screen.getByLabelText( 'What do WooCommerce’s e-mails carry?' ),
			'the document as a PDF'
		);
		expect(
			line( 'Documents in “Processing order”' )
		).not.toHaveAccessibleDescription( /twice/ );
		expect(
			screen.getByText( /^The PDF goes with the first of them alone/ )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'brings no invoice that is made later', async () => {
		shopWith();
		const { user } = await open();
		await user.click( line( 'Documents in “Order on-hold”' ) );
		await user.selectOptions(
			screen.getByLabelText( 'What do WooCommerce’s e-mails carry?' ),
			'the document as a PDF'
		);
		expect( screen.queryByText( /twice/ ) ).toBeNull();
	} );

	it( 'cannot come from Sellsy without its older API', async () => {
		shopWith().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			has_v1: false,
		} ) );
		await open();
		await screen.findAllByText( /api-v1/ );
		expect( line( 'Sellsy e-mails: Invoice' ) ).toBeDisabled();
	} );

	it( 'waits for the document where the owner wants that, and says how long', async () => {
		const site = shopWith();
		const view = await open();
		const { user } = view;
		expect( screen.queryByLabelText( /so many minutes/ ) ).toBeNull();
		await user.selectOptions(
			screen.getByLabelText( 'What do WooCommerce’s e-mails carry?' ),
			'a link, once the document is there'
		);
		const minutes = screen.getByLabelText( /so many minutes at most/ );
		await user.clear( minutes );
		expect( minutes ).toHaveAccessibleDescription( /from 1 to 60/ );
		await user.type( minutes, '5' );
		await expectAccessible();
		await save( view );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			customer_emails: { documents: 'wait', minutes: 5 },
		} );
	} );

	it( 'leads nowhere while nothing can be downloaded', async () => {
		const site = shopWith( { shopper: { kinds: [], company_days: 0 } } );
		const { user } = await open();
		expect(
			screen.getByText( /cannot download anything yet/, {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
		await user.click( screen.getByRole( 'checkbox', { name: 'Invoice' } ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			shopper: { kinds: [ 'invoice' ] },
		} );
		await expectAccessible();
	} );
} );

describe( 'what the owner gets', () => {
	it( 'says to whom, and is switched here', async () => {
		const site = shopWith().on(
			'POST /wc/v3/settings/email_orderinvoicer_digest/enabled',
			() => ( { value: 'no' } )
		);
		const view = await open();
		expect(
			screen.getByText( /^To owner@example.com, books@example.com/ )
		).toBeVisible();
		await view.user.click( line( 'Send “Sellsy: orders that need you”' ) );
		site.on( 'GET /owner-emails', () => ( {
			...answers.ownerEmails,
			emails: answers.ownerEmails.emails.map( ( email ) => ( {
				...email,
				enabled: email.id !== 'orderinvoicer_digest',
			} ) ),
		} ) );
		await save( view );
		expect(
			site.callsOf(
				'POST /wc/v3/settings/email_orderinvoicer_digest/enabled'
			)[ 0 ]?.data
		).toEqual( { value: 'no' } );
		expect( site.callsOf( 'POST /settings' ) ).toHaveLength( 0 );
	} );

	it( 'comes at the hour that is chosen', async () => {
		const site = shopWith();
		const view = await open();
		await view.user.selectOptions(
			screen.getByLabelText( 'Hour of the daily e-mail' ),
			'18:00'
		);
		await save( view );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			digest_hour: 18,
		} );
	} );

	it( 'is missed where other code took it away, and what cannot be read can be tried again', async () => {
		const site = shopWith().refuse(
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

describe( 'the preview', () => {
	const shown = answers.emailPreview;

	it( 'shows the e-mail with what is attached, and closes by going back', async () => {
		const site = shopWith().on( 'GET /email-preview', () => shown );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'link', { name: 'Processing order' } )
		);
		const dialog = within(
			await screen.findByRole( 'dialog', { name: 'Processing order' } )
		);
		expect( dialog.getByText( shown.subject ) ).toBeVisible();
		expect( dialog.getByText( 'EXAMPLE-1.pdf' ) ).toBeVisible();
		expect(
			dialog.getByTitle( 'The e-mail “Processing order”' )
		).toHaveAttribute( 'src', shown.url );
		expect(
			site.callsOf( 'GET /email-preview' )[ 0 ]?.query.get( 'id' )
		).toBe( 'customer_processing_order' );
		await user.click( dialog.getByRole( 'button', { name: 'Close' } ) );
		await waitForElementToBeRemoved( () => screen.queryByRole( 'dialog' ) );
		expect( window.location.hash ).toBe( '#/emails' );
	} );

	it.each( [
		[ true, 'Example sent to me@example.com' ],
		[ false, 'could not send it to me@example.com' ],
	] )( 'sends a test, and says what happened: %s', async ( sent, said ) => {
		const site = shopWith()
			.on( 'GET /email-preview', () => shown )
			.on( 'POST /email-preview/test', () => ( {
				sent,
				to: 'me@example.com',
			} ) );
		const { user } = await open(
			'#/emails?preview=customer_processing_order'
		);
		await user.click(
			await screen.findByRole( 'button', { name: 'Send me a test' } )
		);
		expect(
			await screen.findByText( new RegExp( said ), {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
		expect( site.callsOf( 'POST /email-preview/test' )[ 0 ]?.data ).toEqual(
			{ id: 'customer_processing_order' }
		);
	} );

	it( 'of one to the owner says in it that nothing has happened', async () => {
		const site = shopWith()
			.on( 'GET /email-preview', () => ( {
				...shown,
				id: 'orderinvoicer_digest',
			} ) )
			.on( 'POST /owner-emails/test', () => ( {
				sent: true,
				to: 'me@example.com',
			} ) );
		const { user } = await open( '#/emails?preview=orderinvoicer_digest' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Send me a test' } )
		);
		await screen.findByText( /^Example sent/, {
			selector: '.orderinvoicer-message p',
		} );
		expect( site.callsOf( 'POST /owner-emails/test' )[ 0 ]?.data ).toEqual(
			{ id: 'orderinvoicer_digest' }
		);
	} );

	it( 'says what cannot be shown', async () => {
		shopWith().refuse(
			'GET /email-preview',
			'orderinvoicer_not_found',
			'There is no such entry (any more).'
		);
		await open( '#/emails?preview=customer_gone' );
		expect(
			await screen.findByText( 'There is no such entry (any more).', {
				selector: '.orderinvoicer-message p',
			} )
		).toBeVisible();
		await expectAccessible();
	} );

	it.each( [
		[ 'editor', /block editor/ ],
		[ 'missing', /cannot show it/ ],
	] as const )( 'that is not here says why: %s', async ( preview, why ) => {
		shopWith().on( 'GET /customer-emails', () => ( {
			...answers.customerEmails,
			preview,
		} ) );
		await open();
		expect(
			screen.queryByRole( 'link', { name: 'Processing order' } )
		).toBeNull();
		expect(
			line( 'Documents in “Processing order”' )
		).toHaveAccessibleDescription( why );
	} );
} );
