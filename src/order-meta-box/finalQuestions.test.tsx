import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../test/accessible';
import { FinalQuestions } from './FinalQuestions';

const TEXT = [
	'Invoice for Alpha SAS: 120.00 EUR.',
	'No payment of this order is known.',
];

/** As `Admin\OrderActions` prints it: the form stands behind the box. */
function box( question: string | undefined = JSON.stringify( TEXT ) ) {
	const sent: Array< Record< string, string > > = [];
	render(
		<main>
			<h2>Sellsy</h2>
			<button
				type="submit"
				form="orderinvoicer-order-form"
				name="act"
				value="sync:invoice"
				data-question={ question }
			>
				Create now: Invoice
			</button>
			<form
				id="orderinvoicer-order-form"
				onSubmit={ ( event ) => {
					event.preventDefault();
					const { nativeEvent } = event;
					const submitter =
						nativeEvent instanceof SubmitEvent
							? nativeEvent.submitter
							: null;
					sent.push( {
						...Object.fromEntries(
							[ ...new FormData( event.currentTarget ) ].map(
								( [ name, value ] ) => [ name, String( value ) ]
							)
						),
						act: submitter?.getAttribute( 'value' ) ?? '',
					} );
				} }
			/>
			<FinalQuestions />
		</main>
	);
	const user = userEvent.setup();
	const press = () =>
		user.click(
			screen.getByRole( 'button', { name: 'Create now: Invoice' } )
		);
	return { user, press, sent };
}

describe( 'a button of the order box that makes something final', () => {
	it( 'asks with kind, customer and total, and does nothing when it is cancelled', async () => {
		const { user, press, sent } = box();
		await press();
		const dialog = screen.getByRole( 'dialog', {
			name: 'Create now: Invoice',
		} );
		for ( const paragraph of TEXT ) {
			within( dialog ).getByText( paragraph );
		}
		await expectAccessible();
		await user.click(
			within( dialog ).getByRole( 'button', { name: 'Cancel' } )
		);
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( sent ).toEqual( [] );
	} );

	it( 'sends the answer with the act, once', async () => {
		const { user, press, sent } = box();
		await press();
		await user.click(
			within( screen.getByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Create now: Invoice',
			} )
		);
		expect( sent ).toEqual( [
			{ act: 'sync:invoice', confirmed: 'sync:invoice' },
		] );
	} );

	it.each( [ [ undefined ], [ '[]' ], [ '{' ] ] )(
		'leaves the question to the next page where it is %s',
		async ( question ) => {
			const { press, sent } = box( question ?? 'null' );
			await press();
			expect( screen.queryByRole( 'dialog' ) ).toBeNull();
			expect( sent ).toEqual( [ { act: 'sync:invoice' } ] );
		}
	);
} );
