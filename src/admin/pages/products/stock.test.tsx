import { screen, within } from '@testing-library/react';
import type { Stock, StockProduct } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const mug: StockProduct = {
	product_id: 7,
	name: 'Mug',
	sku: 'MUG',
	edit_url: 'https://shop.test/7',
	item_url: 'https://sellsy.test/item-3001',
	state: 'differs',
	text: 'In Sellsy: from 5 to 3',
	shop: '3',
	on_the_way: '0',
	sellsy: '5',
	difference: '-2',
};

const nothing: Stock = {
	standing: 'not_compared',
	text: 'Nothing was compared yet with these settings.',
	trouble: '',
	seen_at: null,
	left: 0,
	total: 0,
	differ: 0,
	products: [],
	changes: [],
	changes_total: 0,
};

const compared: Stock = {
	...nothing,
	standing: 'compared',
	text: 'Compared. Nothing was changed.',
	seen_at: '2026-11-28T03:00:00+00:00',
	total: 2,
	differ: 1,
	products: [
		mug,
		{
			...mug,
			product_id: 8,
			name: 'Bowl',
			sku: 'BOWL',
			state: 'not_kept',
			text: 'Not kept in Sellsy.',
			on_the_way: '2.5',
			sellsy: '',
			difference: '',
		},
	],
};

const WAREHOUSES = [
	{ id: 1, label: 'Paris', is_default: true },
	{ id: 2, label: 'Lyon', is_default: false },
];

const chosen = {
	...answers.settings,
	stock: { ...answers.settings.stock, warehouse_id: 1 },
};

const site = ( stock: Stock ) =>
	connectedSite()
		.on( 'GET /settings', () => chosen )
		.on( 'GET /stock/warehouses', () => WAREHOUSES )
		.on( 'GET /stock', () => stock );

const section = () =>
	screen.findByRole( 'group', { name: 'Stock agrees' }, { timeout: 5000 } );

describe( 'stock agrees', () => {
	it( 'asks nothing of Sellsy before somebody wants it', async () => {
		const played = connectedSite().on(
			'GET /stock/warehouses',
			() => WAREHOUSES
		);
		const { user } = renderApp( '#/products' );
		const part = within( await section() );
		expect( played.callsOf( 'GET /stock/warehouses' ) ).toEqual( [] );
		expect( played.callsOf( 'GET /stock' ) ).toEqual( [] );
		await user.click(
			part.getByRole( 'button', { name: 'Choose a warehouse' } )
		);
		await user.selectOptions(
			await part.findByLabelText( 'Warehouse in Sellsy' ),
			'Lyon'
		);
		await expectAccessible();
		played.on( 'POST /settings', () => chosen );
		await user.click( screen.getByRole( 'button', { name: /Save/ } ) );
		expect( played.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			stock: { warehouse_id: 2 },
		} );
	} );

	it( 'says where the older API is not to be had', async () => {
		connectedSite().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			has_v1: false,
		} ) );
		renderApp( '#/products' );
		await within( await section() ).findByText( /api-v1/ );
		expect(
			screen.queryByRole( 'button', { name: 'Choose a warehouse' } )
		).toBeNull();
	} );

	it( 'compares before anything else', async () => {
		const played = site( nothing ).on( 'POST /stock', () => compared );
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByRole(
				'button',
				{ name: 'Compare' },
				{ timeout: 5000 }
			)
		);
		const table = within(
			await screen.findByRole( 'table', {
				name: 'Stock of shop and Sellsy',
			} )
		);
		table.getByText( 'In Sellsy: from 5 to 3' );
		table.getByText( 'Not kept in Sellsy.' );
		table.getByText( /2\.5 sold, document to come/ );
		expect( played.callsOf( 'POST /stock' )[ 0 ]?.data ).toEqual( {
			act: 'compare',
		} );
		await expectAccessible();
	} );

	it( 'is switched on only when a person confirms what was seen', async () => {
		const played = site( compared ).on( 'POST /stock', () => ( {
			...compared,
			standing: 'agreeing',
			text: 'Stock is compared each night.',
		} ) );
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByRole(
				'button',
				{ name: 'Let stock agree from now on' },
				{ timeout: 5000 }
			)
		);
		expect( played.callsOf( 'POST /stock' ) ).toEqual( [] );
		screen.getByText( /1 product of this list is changed/ );
		screen.getByText( /several shops share this Sellsy account/ );
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Let stock agree' } )
		);
		await screen.findByRole( 'button', { name: 'Stop changing stock' } );
		expect( played.callsOf( 'POST /stock' )[ 0 ]?.data ).toEqual( {
			act: 'start',
			seen: '2026-11-28T03:00:00+00:00',
		} );
		// The setting that this changed is read again.
		expect( played.callsOf( 'GET /settings' ) ).toHaveLength( 2 );
	} );

	it( 'offers nothing to agree on where no product was compared', async () => {
		site( { ...compared, total: 0, differ: 0, products: [] } );
		renderApp( '#/products' );
		await screen.findByText(
			/^No product was found/,
			{},
			{ timeout: 5000 }
		);
		screen.getByRole( 'button', { name: 'Compare again' } );
		expect(
			screen.queryByRole( 'button', {
				name: 'Let stock agree from now on',
			} )
		).toBeNull();
	} );

	it( 'says when what was seen is no longer the newest', async () => {
		site( compared ).refuse(
			'POST /stock',
			'orderinvoicer_not_now',
			'Look at it again first.'
		);
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByRole(
				'button',
				{ name: 'Let stock agree from now on' },
				{ timeout: 5000 }
			)
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Let stock agree' } )
		);
		await screen.findAllByText( 'Look at it again first.' );
	} );

	it( 'waits for what was changed on the page to be saved', async () => {
		site( compared );
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByLabelText( 'Sellsy’s', {}, { timeout: 5000 } )
		);
		await screen.findByText( 'Save what you changed above first.' );
		expect(
			screen.getByRole( 'button', { name: 'Compare again' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
	} );

	it( 'lists what was changed, and what troubles it', async () => {
		site( {
			...compared,
			standing: 'agreeing',
			trouble: 'Sellsy was asked too often.',
			products: [],
			changes: [
				{
					product_id: 7,
					name: '',
					sku: '',
					edit_url: '',
					item_url: '',
					state: 'ignored',
					text: 'Sellsy said yes, but its stock did not move.',
					id: 12,
					at: '2026-11-28T03:10:00+00:00',
					side: 'sellsy',
					from: '5',
					to: '3',
				},
			],
			changes_total: 1,
		} );
		renderApp( '#/products' );
		const table = within(
			await screen.findByRole(
				'table',
				{ name: 'Changes of stock' },
				{ timeout: 5000 }
			)
		);
		table.getByText( 'Product no. 7' );
		table.getByText( 'from 5 to 3' );
		table.getByText( /did not move/ );
		screen.getAllByText( 'Sellsy was asked too often.' );
		screen.getByText( /No product was found/ );
		await expectAccessible();
	} );

	it( 'can be read again where it failed', async () => {
		const played = site( nothing ).refuse(
			'GET /stock',
			'orderinvoicer_sellsy_failed',
			'Sellsy could not be reached.'
		);
		const { user } = renderApp( '#/products' );
		await screen.findByText(
			'Sellsy could not be reached.',
			{},
			{ timeout: 5000 }
		);
		played.on( 'GET /stock', () => nothing );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByRole( 'button', { name: 'Compare' } );
	} );
} );

describe( 'opening stock', () => {
	it( 'shares the list of warehouses with the agreement', async () => {
		const played = site( nothing ).refuse(
			'GET /stock/warehouses',
			'orderinvoicer_sellsy_failed',
			'Sellsy could not be reached.'
		);
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByLabelText(
				'Give new products the stock of the shop',
				{},
				{ timeout: 5000 }
			)
		);
		const part = within(
			screen.getByRole( 'group', { name: 'Opening stock' } )
		);
		await part.findByText( 'Sellsy could not be reached.' );
		expect( played.callsOf( 'GET /stock/warehouses' ) ).toHaveLength( 1 );
		await expectAccessible();
		played.on( 'GET /stock/warehouses', () => WAREHOUSES );
		await user.click( part.getByRole( 'button', { name: /again/ } ) );
		expect(
			await screen.findAllByLabelText( 'Warehouse in Sellsy' )
		).toHaveLength( 2 );
		expect( played.callsOf( 'GET /stock/warehouses' ) ).toHaveLength( 2 );
		await expectAccessible();
	} );

	it( 'is sent only with a warehouse', async () => {
		const played = connectedSite()
			.on( 'GET /stock/warehouses', () => WAREHOUSES )
			.on( 'POST /settings', () => answers.settings );
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByLabelText(
				'Give new products the stock of the shop',
				{},
				{ timeout: 5000 }
			)
		);
		expect(
			screen.getAllByText( /Without a warehouse/ ).length
		).toBeGreaterThan( 0 );
		await user.selectOptions(
			await screen.findByLabelText( 'Warehouse in Sellsy' ),
			'Lyon'
		);
		await user.click( screen.getByLabelText( 'Fill what is blank' ) );
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( played.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			items: { opening_stock: true, warehouse_id: 2, existing: 'fill' },
		} );
	} );
} );
