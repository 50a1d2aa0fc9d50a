import { act, screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import type { Settings } from '../../../schemas/settings';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { placeholders } from './placeholders';
import { triggerChoice, triggerOf } from './useInvoices';

const open = async () => {
	const view = renderApp( '#/invoices' );
	await screen.findByLabelText( 'Subject' );
	return view;
};

const saveButton = () => screen.getByRole( 'button', { name: 'Save changes' } );

describe( 'invoice settings', () => {
	it( 'are read before anything can be changed', async () => {
		const read = deferred< Settings >();
		connectedSite().on( 'GET /settings', () => read.promise );
		renderApp( '#/invoices' );
		expect( screen.getByText( 'Reading the settings…' ) ).toBeVisible();
		await expectAccessible();
		await act( async () => read.resolve( answers.settings ) );
		await screen.findByLabelText( 'Subject' );
		await expectAccessible();
	} );

	it( 'send only what was changed', async () => {
		const site = connectedSite().on( 'POST /settings', () => ( {
			...answers.settings,
			shop_code: 'SHOP1',
			invoice: { ...answers.settings.invoice, enabled: true },
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByLabelText( 'Make invoices from orders' )
		);
		await user.clear( screen.getByLabelText( 'Shop code' ) );
		await user.type( screen.getByLabelText( 'Shop code' ), 'shop1' );
		await user.click( saveButton() );
		await screen.findByText( 'Saved.' );
		expect(
			site.callsOf( 'POST /settings' ).map( ( c ) => c.data )
		).toEqual( [ { shop_code: 'SHOP1', invoice: { enabled: true } } ] );
		// What waited for a setting may go on: the banner counts again.
		expect( site.callsOf( 'GET /status' ) ).toHaveLength( 2 );
		await expectAccessible();
	} );

	it( 'keep what was typed while they were being saved', async () => {
		const saved = deferred< Settings >();
		connectedSite().on( 'POST /settings', () => saved.promise );
		const { user } = await open();
		const note = screen.getByLabelText( 'Note' );
		await user.type( note, 'a' );
		await user.click( saveButton() );
		await screen.findByText( 'Saving…' );
		await user.type( note, 'b' );
		await act( async () =>
			saved.resolve( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, note: 'a' },
			} )
		);
		expect( note ).toHaveValue( 'ab' );
		expect( screen.getByText( 'Not saved yet.' ) ).toBeVisible();
	} );

	it( 'stay as typed when the site refuses them', async () => {
		connectedSite().refuse(
			'POST /settings',
			'orderinvoicer_invalid',
			'The start date is wrong.'
		);
		const { user } = await open();
		await user.type( screen.getByLabelText( 'Note' ), 'a' );
		await user.click( saveButton() );
		await screen.findByText( 'The start date is wrong.' );
		expect( screen.getByLabelText( 'Note' ) ).toHaveValue( 'a' );
		await expectAccessible();
	} );

	it( 'are not taken as saved from an answer that cannot be read', async () => {
		connectedSite().on( 'POST /settings', () => ( { saved: true } ) );
		const { user } = await open();
		await user.type( screen.getByLabelText( 'Note' ), 'a' );
		await user.click( saveButton() );
		await screen.findByText( /cannot read/ );
		expect( screen.queryByText( 'Saved.' ) ).toBeNull();
		expect( screen.getByLabelText( 'Note' ) ).toHaveValue( 'a' );
	} );

	it( 'refuse a shop code that no reference could begin with', async () => {
		connectedSite();
		const { user } = await open();
		const code = screen.getByLabelText( 'Shop code' );
		await user.clear( code );
		await user.type( code, 'a-' );
		expect( code ).toBeInvalid();
		expect( code ).toHaveAccessibleDescription( /2 to 8 capital letters/ );
		expect( saveButton() ).toHaveAttribute( 'aria-disabled', 'true' );
		await expectAccessible();
	} );

	it( 'do not let a used shop code be changed', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			shop_code_fixed: true,
		} ) );
		await open();
		expect( screen.getByLabelText( 'Shop code' ) ).toBeDisabled();
	} );

	it( 'offer every status of the shop as trigger', async () => {
		const site = connectedSite().on( 'POST /settings', ( { data } ) => {
			void data;
			return answers.settings;
		} );
		const { user } = await open();
		await user.click(
			screen.getByLabelText( 'In a status of your choice' )
		);
		await user.selectOptions(
			screen.getByLabelText( 'Order status' ),
			'Packed'
		);
		await user.click( saveButton() );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			invoice: { trigger: 'status:packed' },
		} );
	} );

	it( 'still show a status that is gone', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...answers.settings,
			invoice: { ...answers.settings.invoice, trigger: 'status:old' },
		} ) );
		await open();
		expect( screen.getByLabelText( 'Order status' ) ).toHaveDisplayValue(
			'old (no longer exists)'
		);
	} );

	it( 'offer rate categories in the currency of the shop only', async () => {
		connectedSite();
		await open();
		await screen.findByRole( 'option', { name: 'Tarif HT' } );
		expect( screen.queryByRole( 'option', { name: 'USD' } ) ).toBeNull();
	} );

	it( 'say why a list of Sellsy is missing, and keep what is set', async () => {
		connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, owner_id: 7 },
			} ) )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				staffs: { items: [], problem: answers.problem },
			} ) );
		await open();
		const owner = screen.getByLabelText( 'Owner' );
		expect( owner ).toHaveAccessibleDescription(
			/Sellsy refused the keys/
		);
		expect( owner ).toHaveDisplayValue( 'No. 7 at Sellsy' );
		await expectAccessible();
	} );
} );

describe( 'a trigger', () => {
	it.each( [ 'confirmed', 'paid', 'completed', 'status:on-hold' ] )(
		'%s is read and written the same way',
		( trigger ) => {
			expect( triggerOf( triggerChoice( trigger ) ) ).toBe( trigger );
		}
	);
} );

describe( 'placeholders', () => {
	it( 'that are explained are those that are filled', () => {
		const php = readFileSync(
			path.resolve(
				__dirname,
				'../../../../includes/Domain/Document/Placeholders.php'
			),
			'utf8'
		);
		const [ , filled = '' ] = /NAMES = \[ (.*) \]/.exec( php ) ?? [];
		expect( placeholders().map( ( [ name ] ) => `'${ name }'` ) ).toEqual(
			filled.split( ', ' )
		);
	} );
} );
