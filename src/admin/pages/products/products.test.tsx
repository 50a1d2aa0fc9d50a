import { screen, within } from '@testing-library/react';
import type { Product } from '../../../generated/schemas';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const product: Product = {
	id: 7,
	name: 'Mug',
	sku: 'MUG',
	problem: 'duplicate',
	lines: 4,
	edit_url: 'https://shop.test/7',
	item: { id: 3001, url: 'https://sellsy.test/item-3001' },
};

const site = ( products: Product[] ) =>
	connectedSite().onList( 'GET /products', () => products, products.length );

const open = async () => {
	const view = renderApp( '#/products' );
	await view.user.click(
		await screen.findByText( 'References of products', undefined, {
			timeout: 5000,
		} )
	);
	return view;
};

describe( 'products', () => {
	it( 'say what is wrong with their reference', async () => {
		site( [
			product,
			{
				...product,
				id: 8,
				name: 'Bowl',
				sku: '',
				problem: 'missing',
				item: null,
			},
		] );
		await open();
		const table = within( await screen.findByRole( 'table' ) );
		table.getByText( 'Reference borne by several' );
		table.getByText( 'No reference' );
		table.getByText( 'with its first document' );
		await expectAccessible();
	} );

	it( 'that are all right are none of this list', async () => {
		site( [] );
		await open();
		await screen.findByText( 'Every product has a reference of its own.' );
	} );

	it( 'are looked for at Sellsy on request', async () => {
		const played = site( [ product ] ).on( 'POST /products/check', () => ( {
			gone: [ 7 ],
		} ) );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: /still at Sellsy/ } )
		);
		await screen.findByText( /was no longer at Sellsy/ );
		expect( played.callsOf( 'POST /products/check' )[ 0 ]?.data ).toEqual( {
			ids: [ 7 ],
		} );
	} );

	it( 'whose look at Sellsy failed say so', async () => {
		site( [ product ] ).refuse(
			'POST /products/check',
			'orderinvoicer_sellsy_failed',
			'Sellsy could not be reached.'
		);
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: /still at Sellsy/ } )
		);
		await screen.findByText( 'Sellsy could not be reached.' );
		expect( screen.queryByText( /All of them are still/ ) ).toBeNull();
	} );

	it( 'are forgotten only when a person confirms', async () => {
		const played = site( [ product ] ).on(
			'DELETE /products/7/link',
			() => ( { forgotten: true } )
		);
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Forget the item of Mug',
			} )
		);
		expect( played.callsOf( 'DELETE /products/7/link' ) ).toEqual( [] );
		await expectAccessible();
		await user.click( screen.getByRole( 'button', { name: 'Forget' } ) );
		await screen.findByText( /looks for it at Sellsy afresh/ );
	} );

	it( 'are filtered by what is wrong', async () => {
		const played = site( [ product ] );
		const { user } = await open();
		await user.selectOptions(
			screen.getByLabelText( 'Show' ),
			'All products'
		);
		await screen.findByText( 'Mug' );
		expect(
			played
				.callsOf( 'GET /products' )
				.map( ( { query } ) => query.get( 'problem' ) )
		).toEqual( [ 'any', 'all' ] );
	} );
} );
