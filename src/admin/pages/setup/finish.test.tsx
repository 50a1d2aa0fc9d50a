import { screen, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import {
	button,
	dryOrder,
	isOn,
	shown,
	title,
	wizardShop,
} from '../../../test/wizard';

describe( 'the switch', () => {
	it( 'that failed is not on, and nothing of it stays behind', async () => {
		const site = wizardShop();
		site.refuse( 'POST /settings', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/setup/finish/paid' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await shown( 'The site is busy.' );
		await title( /Ready to switch on/ );
		await user.click( screen.getByRole( 'link', { name: 'Settings' } ) );
		await user.click(
			await screen.findByRole( 'link', { name: 'Documents' } )
		);
		expect(
			await screen.findByLabelText( 'Make invoices from orders' )
		).not.toBeChecked();
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'something else', { invoice: { enabled: true } } ],
	] )(
		'is not taken for on when the site answers %s',
		async ( _name, body ) => {
			wizardShop().on( 'POST /settings', () => body );
			const { user } = renderApp( '#/setup/finish/paid' );
			await user.click(
				await screen.findByRole( 'button', { name: 'Switch on' } )
			);
			await shown( /cannot read/ );
			await title( /Ready to switch on/ );
		}
	);

	it( 'warns of tax rates that recent orders have and Sellsy does not', async () => {
		wizardShop( {
			...answers.settings,
			tax_rates: [ { rate_id: 2, tax_id: 102 } ],
		} );
		renderApp( '#/setup/finish/paid' );
		await shown( /no tax in Sellsy yet: TVA\./ );
		expect(
			screen.getByRole( 'link', { name: 'Put right under Taxes' } )
		).toHaveAttribute( 'href', '#/setup/taxes/paid' );
	} );

	it( 'warns of what would not work', async () => {
		wizardShop().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			rate_categories: { items: [], problem: null },
		} ) );
		renderApp( '#/setup/finish/paid' );
		await shown( /Choose a rate category/ );
		await expectAccessible();
	} );
} );

describe( 'orders that were too early', () => {
	const early = [
		dryOrder( 8, {}, '2026-11-02T10:00:00+00:00' ),
		dryOrder( 7, {}, '2026-11-01T00:30:00+00:00' ),
		dryOrder( 6, {}, '2026-10-31T10:00:00+00:00' ),
	];

	it( 'become documents only when that is asked for and confirmed', async () => {
		const made: string[] = [];
		const site = wizardShop( isOn, early );
		for ( const id of [ 7, 8 ] ) {
			site.on( `POST /orders/${ id }/sync`, ( { route, data } ) => {
				made.push( `${ route } ${ JSON.stringify( data ) }` );
				return id === 7 ? answers.doneSync : answers.stoppedSync;
			} );
		}
		const { user } = renderApp( '#/setup/finish' );
		await screen.findByText( /^2 orders since the start date/ );
		expect( made ).toEqual( [] );
		await expectAccessible();
		await user.click( button( 'Make these documents now' ) );
		const dialog = await screen.findByRole( 'dialog' );
		expect( made ).toEqual( [] );
		await user.click(
			within( dialog ).getByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await shown( '1 document was made.' );
		expect( made ).toEqual( [
			'POST /orders/7/sync {"document":"invoice"}',
			'POST /orders/8/sync {"document":"invoice"}',
		] );
		await shown( /Not made, or not yet: 1/ );
		await expectAccessible();
	} );

	it( 'are gone on with after a lost answer, without asking twice for the same', async () => {
		let isBroken = true;
		const site = wizardShop( isOn, early )
			.on( 'POST /orders/7/sync', () => answers.doneSync )
			.on( 'POST /orders/8/sync', () =>
				isBroken ? undefined : answers.doneSync
			);
		const { user } = renderApp( '#/setup/finish' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await shown( /cannot read/ );
		isBroken = false;
		await user.click( button( 'Try again' ) );
		await shown( '2 documents were made.' );
		expect( site.callsOf( 'POST /orders/7/sync' ) ).toHaveLength( 1 );
	} );

	it( 'are not spoken of where there are none, or where nobody could look', async () => {
		wizardShop( isOn ).on( 'POST /dry-run', () => undefined );
		renderApp( '#/setup/finish' );
		await title( /is on/ );
		await screen.findByText( 'What happens next' );
		expect( screen.queryByText( /too early/ ) ).toBeNull();
	} );
} );
