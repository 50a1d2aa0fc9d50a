import { act, screen, waitFor } from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { renderApp } from '../../../test/render';
import { button, isOn, shown, title, wizardShop } from '../../../test/wizard';

const WHAT = { name: 'What does an order become?' };

const FIRST = {
	name: 'What does an order become first that is paid by transfer or cheque?',
};

/** Something that is not recommended is chosen, and the page is left. */
const choosesProforma = async () => {
	const { user, unmount } = renderApp( '#/setup/shop' );
	await user.selectOptions(
		await screen.findByRole( 'combobox', FIRST ),
		'a proforma'
	);
	await user.click( button( 'a draft that I make final' ) );
	unmount();
};

/** What is chosen, and whether "draft" is pressed. */
const found = async ( question = FIRST ) => [
	( await screen.findByRole< HTMLSelectElement >( 'combobox', question ) )
		.value,
	button( 'a draft that I make final' ).getAttribute( 'aria-pressed' ),
];

const CHOSEN = [ 'proforma', 'true' ];
const RECOMMENDED = [ 'nothing', 'false' ];

describe( 'what was chosen and is not switched on yet', () => {
	it( 'is there after a reload, at the step where it was left', async () => {
		wizardShop();
		await choosesProforma();
		renderApp( '#/setup' );
		expect( await found() ).toEqual( CHOSEN );
		expect( window.location.hash ).toBe( '#/setup/shop' );
		expect( screen.queryByText( /was dropped/ ) ).toBeNull();
	} );

	it( 'holds no key of Sellsy', async () => {
		wizardShop().on( 'GET /connection', () => answers.unconfigured );
		const { user } = renderApp( '#/setup' );
		await user.type(
			await screen.findByLabelText( 'Client secret' ),
			's3cret'
		);
		expect( JSON.stringify( { ...window.localStorage } ) ).toContain(
			'orderinvoicer-setup'
		);
		expect( JSON.stringify( { ...window.localStorage } ) ).not.toContain(
			's3cret'
		);
	} );

	it( 'belongs to the person who is signed in', async () => {
		wizardShop();
		Reflect.set( window, 'userSettings', { uid: '1' } );
		await choosesProforma();
		Reflect.set( window, 'userSettings', { uid: '2' } );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( RECOMMENDED );
		Reflect.deleteProperty( window, 'userSettings' );
	} );

	it( 'is no part of what other pages would save', async () => {
		wizardShop();
		await choosesProforma();
		renderApp( '#/settings' );
		await screen.findByRole( 'combobox', WHAT );
		expect(
			screen.queryByRole( 'button', { name: 'Save changes' } )
		).toBeNull();
	} );

	it( 'is dropped where these settings were changed since, and that is said', async () => {
		const site = wizardShop();
		await choosesProforma();
		const changed: Settings = {
			...answers.settings,
			proforma: { ...answers.settings.proforma, trigger: 'completed' },
		};
		site.on( 'GET /settings', () => changed );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( RECOMMENDED );
		await shown( /dropped: the settings of the shop were changed since/ );
	} );

	it( 'is dropped where documents were switched on since', async () => {
		const site = wizardShop();
		await choosesProforma();
		site.on( 'GET /settings', () => isOn );
		renderApp( '#/setup' );
		expect( await title( /is on/ ) ).toBeVisible();
	} );

	it( 'stays where something else was changed', async () => {
		const site = wizardShop();
		await choosesProforma();
		site.on( 'GET /settings', () => ( {
			...answers.settings,
			shop_code: 'OTHER',
		} ) );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( CHOSEN );
	} );

	it( 'is dropped with another access to Sellsy', async () => {
		const site = wizardShop();
		await choosesProforma();
		site.on( 'GET /connection', () => ( {
			...answers.connected,
			client_id: 'client-2',
		} ) );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( RECOMMENDED );
		await shown( /dropped: the connection to Sellsy was changed since/ );
	} );

	it( 'is dropped when the shop is disconnected', async () => {
		const site = wizardShop();
		await choosesProforma();
		site.on( 'GET /connection', () => answers.unconfigured );
		const { unmount } = renderApp( '#/setup' );
		await title( /Connect your/ );
		unmount();
		site.on( 'GET /connection', () => answers.connected );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( RECOMMENDED );
	} );

	it( 'stays when it was chosen before the shop was connected', async () => {
		const site = wizardShop().on(
			'GET /connection',
			() => answers.unconfigured
		);
		const { user, unmount } = renderApp( '#/setup' );
		await user.selectOptions(
			await screen.findByLabelText( 'What does an order become?' ),
			'a sales order, then an invoice'
		);
		unmount();
		site.on( 'GET /connection', () => answers.connected );
		renderApp( '#/setup/shop' );
		expect( await found( WHAT ) ).toEqual( [ 'orders', 'false' ] );
	} );

	it( 'is dropped after a week', async () => {
		wizardShop();
		await choosesProforma();
		const weekLater = Date.now() + 8 * 24 * 60 * 60 * 1000;
		const clock = jest.spyOn( Date, 'now' ).mockReturnValue( weekLater );
		renderApp( '#/setup/shop' );
		expect( await found() ).toEqual( RECOMMENDED );
		await shown( /more than a week old/ );
		clock.mockRestore();
	} );

	it( 'is gone once it is on', async () => {
		wizardShop();
		await choosesProforma();
		const { user } = renderApp( '#/setup/check' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await title( /is on/ );
		await waitFor( () => expect( window.localStorage ).toHaveLength( 0 ) );
	} );

	it.each( [ 'setItem', 'getItem' ] as const )(
		'is not needed in a browser without a memory: %s',
		async ( way ) => {
			const storage = jest
				.spyOn( Storage.prototype, way )
				.mockImplementation( () => {
					throw new DOMException( 'Forbidden.', 'SecurityError' );
				} );
			wizardShop();
			const { user } = renderApp( '#/setup/shop' );
			expect( await found() ).toEqual( RECOMMENDED );
			await user.click( button( 'final at once' ) );
			await user.click( button( 'Continue' ) );
			await title( /VAT and payments/ );
			act( () => window.history.back() );
			await screen.findByRole( 'combobox', WHAT );
			expect( button( 'final at once' ) ).toHaveAttribute(
				'aria-pressed',
				'true'
			);
			storage.mockRestore();
		}
	);
} );
