import { act, screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { renderApp } from '../../../test/render';
import { isOn, title, wizardShop } from '../../../test/wizard';

describe( 'a wizard that was left', () => {
	it( 'goes on at that step, with what was chosen, in another tab too', async () => {
		wizardShop();
		const { unmount } = renderApp( '#/setup/payments/transfer' );
		await title( /How do your/ );
		act( () => {
			window.location.hash = '#/documents';
		} );
		await screen.findByLabelText( 'Make invoices from orders' );
		unmount();
		window.sessionStorage.clear();
		renderApp( '#/setup' );
		await title( /How do your/ );
		expect( window.location.hash ).toBe( '#/setup/payments/transfer' );
	} );

	it( 'drops what was chosen where documents are on since', async () => {
		const site = wizardShop();
		const { unmount } = renderApp( '#/setup/payments/transfer' );
		await title( /How do your/ );
		unmount();
		site.on( 'GET /settings', () => isOn );
		renderApp( '#/setup' );
		await title( /How do your/ );
		expect( window.location.hash ).toBe( '#/setup/payments' );
	} );

	it( 'keeps what was chosen in a shop whose documents were on before', async () => {
		wizardShop().on( 'GET /settings', () => isOn );
		const { unmount } = renderApp( '#/setup/payments/transfer' );
		await title( /How do your/ );
		unmount();
		renderApp( '#/setup' );
		await title( /How do your/ );
		expect( window.location.hash ).toBe( '#/setup/payments/transfer' );
	} );

	it( 'knows no "as it is set" where all is switched off since', async () => {
		const site = wizardShop().on( 'GET /settings', () => isOn );
		const { unmount } = renderApp( '#/setup/payments/keep' );
		await title( /How do your/ );
		unmount();
		site.on( 'GET /settings', () => answers.settings );
		renderApp( '#/setup' );
		expect( await title( /What shall/ ) ).toBeVisible();
	} );

	it( 'begins where the shop stands after a week', async () => {
		wizardShop();
		const { unmount } = renderApp( '#/setup/payments/transfer' );
		await title( /How do your/ );
		unmount();
		const weekLater = Date.now() + 8 * 24 * 60 * 60 * 1000;
		const clock = jest.spyOn( Date, 'now' ).mockReturnValue( weekLater );
		renderApp( '#/setup' );
		expect( await title( /What shall/ ) ).toBeVisible();
		clock.mockRestore();
	} );

	it( 'asks for the connection first where that is gone since', async () => {
		const site = wizardShop();
		const { unmount } = renderApp( '#/setup/payments/transfer' );
		await title( /How do your/ );
		unmount();
		site.on( 'GET /connection', () => answers.unconfigured );
		renderApp( '#/setup' );
		expect( await title( /Connect your/ ) ).toBeVisible();
	} );

	it.each( [ 'setItem', 'getItem' ] as const )(
		'begins where the shop stands in a browser without a memory: %s',
		async ( way ) => {
			const storage = jest
				.spyOn( Storage.prototype, way )
				.mockImplementation( () => {
					throw new DOMException( 'Forbidden.', 'SecurityError' );
				} );
			wizardShop();
			const { unmount } = renderApp( '#/setup/payments/transfer' );
			await title( /How do your/ );
			unmount();
			renderApp( '#/setup' );
			expect( await title( /What shall/ ) ).toBeVisible();
			storage.mockRestore();
		}
	);
} );
