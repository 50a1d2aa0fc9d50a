import { act, screen } from '@testing-library/react';
import type { Status } from '../../generated/schemas';
import * as answers from '../../test/answers';
import { connectedSite, renderApp } from '../../test/render';
import { deferred } from '../../test/site';

const save = { name: 'Save changes' };

const withToDo = ( attention: number ): Status => ( {
	...answers.status,
	counts: { ...answers.status.counts, attention },
} );

describe( 'the bar that saves', () => {
	afterEach( () => jest.useRealTimers() );

	it( 'comes with a change, and tells on its own page that it is saved', async () => {
		connectedSite().on( 'POST /settings', () => ( {
			...answers.settings,
			payments: { ...answers.settings.payments, pay_back: true },
		} ) );
		const { user } = renderApp( '#/payments' );
		const field = await screen.findByLabelText(
			'Record money paid back on the credit note'
		);
		expect( screen.queryByRole( 'button', save ) ).toBeNull();
		await user.click( field );
		await user.click( screen.getByRole( 'button', save ) );
		expect( await screen.findByText( 'Saved.' ) ).toHaveFocus();
		expect( screen.queryByRole( 'button', save ) ).toBeNull();
		await user.click(
			screen.getByRole( 'link', { name: 'Products and stock' } )
		);
		await screen.findByLabelText( 'Leave them alone' );
		expect( screen.queryByText( 'Saved.' ) ).toBeNull();
		expect( screen.queryByRole( 'button', save ) ).toBeNull();
	} );

	it( 'says for a moment that all is saved, each time', async () => {
		jest.useFakeTimers( { advanceTimers: true } );
		const site = connectedSite().on( 'GET /status', () => withToDo( 0 ) );
		const { user } = renderApp( '#/payments' );
		const field = await screen.findByLabelText(
			'Record money paid back on the credit note'
		);
		for ( const payBack of [ true, false ] ) {
			site.on( 'POST /settings', () => ( {
				...answers.settings,
				payments: { ...answers.settings.payments, pay_back: payBack },
			} ) );
			await user.click( field );
			await user.click( screen.getByRole( 'button', save ) );
			await screen.findByText( 'Saved.' );
			act( () => jest.advanceTimersByTime( 4000 ) );
			expect( screen.queryByText( 'Saved.' ) ).toBeNull();
		}
	} );

	it( 'leads to the orders that may have waited for what was saved', async () => {
		connectedSite()
			.on( 'GET /status', () => withToDo( 1 ) )
			.on( 'POST /settings', () => ( {
				...answers.settings,
				payments: { ...answers.settings.payments, pay_back: true },
			} ) );
		const { user } = renderApp( '#/payments' );
		await user.click(
			await screen.findByLabelText(
				'Record money paid back on the credit note'
			)
		);
		await user.click( screen.getByRole( 'button', save ) );
		expect(
			await screen.findByRole( 'link', {
				name: '1 order still needs you',
			} )
		).toHaveAttribute( 'href', '#/todo' );
	} );

	it( 'tells it too where what was saved is read again first', async () => {
		const id = 'customer_completed_order';
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				customer_emails: {
					emails: [ id ],
					documents: 'link',
					minutes: 10,
				},
			} ) )
			.on( `POST /wc/v3/settings/email_${ id }/enabled`, () => ( {
				value: 'yes',
			} ) );
		const { user } = renderApp( '#/emails' );
		await user.click(
			await screen.findByRole( 'checkbox', {
				name: 'Documents in “Completed order”',
			} )
		);
		const again = deferred< typeof answers.customerEmails >();
		site.on( 'GET /customer-emails', () => again.promise );
		await user.click( screen.getByRole( 'button', save ) );
		await act( async () =>
			again.resolve( {
				...answers.customerEmails,
				emails: answers.customerEmails.emails.map( ( email ) =>
					email.id === id ? { ...email, enabled: true } : email
				),
			} )
		);
		await screen.findByText( 'Saved.' );
	} );

	it( 'tells nothing where a change was taken back', async () => {
		connectedSite().on( 'POST /settings', () => answers.settings );
		const { user } = renderApp( '#/emails' );
		const change = await screen.findByRole( 'checkbox', {
			name: /everything stands still/,
		} );
		const hour = screen.getByLabelText( 'Hour of the daily e-mail' );
		await user.selectOptions( hour, '5' );
		await user.click( screen.getByRole( 'button', save ) );
		await screen.findByText( 'Saved.' );
		await user.click( change );
		await user.click( change );
		expect( screen.queryByText( 'Saved.' ) ).toBeNull();
	} );
} );
