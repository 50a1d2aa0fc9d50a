import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { isObject, objectOf, textOf } from '../../contract/json.ts';
import { V1Bench, once } from './testing.ts';

const bench = new V1Bench();
let client = 0;

beforeEach( async () => {
	client = await bench.individual( { reference: 'SHOP-C1' } );
} );

describe( 'Document.create', () => {
	test( 'makes a delivery that v2 reads too, with the totals of the same rules', async () => {
		const id = await bench.made( {
			thirdid: client,
			subject: 'Commande SHOP-12',
			notes: 'Merci',
			displayedDate: String( Date.UTC( 2026, 0, 2, 12 ) / 1000 ),
		} );
		const { status, body } = await bench.get( `/deliveries/${ id }` );
		assert.equal( status, 200 );
		assert.equal( body[ 'subject' ], 'Commande SHOP-12' );
		assert.equal( body[ 'date' ], '2026-01-02' );
		assert.equal( body[ 'number' ], 'BL-2026-00001' );
		assert.equal(
			objectOf( body[ 'amounts' ] )[ 'total_incl_tax' ],
			'29.98'
		);
		const view = await bench.one( id );
		assert.equal( view[ 'ident' ], 'BL-2026-00001' );
		assert.equal( view[ 'step' ], 'draft' );
		assert.equal( view[ 'deliverystep' ], 'none' );
		assert.equal( view[ 'notes' ], 'Merci' );
		assert.equal( view[ 'totalAmountTaxesFree' ], '24.980000000' );
		assert.equal( view[ 'taxesAmountSum' ], '5.000000000' );
		assert.equal( view[ 'totalAmount' ], '29.980000000' );
		assert.equal( view[ 'thirdident' ], 'SHOP-C1' );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'makes a proforma, which only the old API reads, for a prospect too', async () => {
		client = await bench.individual( { type: 'prospect' } );
		const expireDate = Date.UTC( 2027, 0, 2, 12 ) / 1000;
		const id = await bench.made( {
			thirdid: client,
			doctype: 'proforma',
			expireDate,
		} );
		const view = await bench.one( id, 'proforma' );
		assert.match( textOf( view[ 'ident' ] ), /^PF-/ );
		assert.equal( view[ 'expireDate' ], '2027-01-02' );
		assert.equal(
			( await bench.create( { thirdid: client } ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
	} );

	test( 'keeps rows of every kind in their order', async () => {
		const item = Number(
			(
				await bench.post( '/items', {
					type: 'product',
					reference: 'TSHIRT',
					name: 'T-shirt',
				} )
			).body[ 'id' ]
		);
		await bench.control( 'POST', '/named-items', {
			type: 'shipping',
			name: 'Colissimo',
		} );
		await bench.control( 'POST', '/named-items', {
			type: 'packaging',
			name: 'Carton',
		} );
		const price = { row_unitAmount: '2', row_taxid: 1 };
		const id = await bench.made(
			{ thirdid: client },
			{
				10: { row_type: 'empty' },
				9: { row_type: 'break' },
				8: { row_type: 'comment', row_comment: 'Cadeau' },
				7: { row_type: 'title', row_title: 'Remarques' },
				6: { row_type: 'sum' },
				5: once( { row_isOption: 'Y' } ),
				4: { row_type: 'packaging', row_packaging: 'Carton', ...price },
				3: {
					row_type: 'shipping',
					row_shipping: 'Colissimo',
					...price,
				},
				2: once( {
					row_discount: '50',
					row_discountUnit: 'percent',
					row_unitAmount: '10',
					row_qt: 1,
				} ),
				1: {
					row_type: 'item',
					row_linkedid: item,
					row_name: 'TSHIRT',
					row_unit: 'kg',
					row_qt: 2,
					...price,
				},
			}
		);
		const view = await bench.one( id );
		const rows = Object.values(
			objectOf( objectOf( view[ 'map' ] )[ 'rows' ] )
		).filter( isObject );
		assert.deepEqual(
			rows.map(
				( { type, totalAmount } ) =>
					`${ String( type ) } ${ String( totalAmount ) }`
			),
			[
				'item 4.000000000',
				'once 5.000000000',
				'shipping 2.000000000',
				'packaging 2.000000000',
				'once 24.980000000',
				'sum 0.000000000',
				'title 0.000000000',
				'comment 0.000000000',
				'break 0.000000000',
				'empty 0.000000000',
			]
		);
		assert.equal( rows[ 0 ]?.[ 'linkedid' ], String( item ) );
		assert.equal( rows[ 0 ]?.[ 'unitText' ], 'kg' );
		assert.equal( rows[ 7 ]?.[ 'notes' ], 'Cadeau' );
		assert.equal( view[ 'totalAmountTaxesFree' ], '13.000000000' );
		assert.equal( view[ 'shippingsAmount' ], '2.000000000' );
		assert.equal(
			( await bench.get( `/deliveries/${ id }` ) ).status,
			200
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'takes parcel, addresses, currency, referent and service dates', async () => {
		const address = await bench.post(
			`/individuals/${ client }/addresses`,
			{
				name: 'Client Test',
				address_line_1: '3 place du Marché',
				postal_code: '31000',
				city: 'Toulouse',
				country_code: 'FR',
			}
		);
		const place = Number( address.body[ 'id' ] );
		const start = Date.UTC( 2026, 0, 2, 12 ) / 1000;
		const id = await bench.made(
			{
				thirdid: client,
				rateCategory: 3,
				currency: '2',
				docspeakerStaffId: 2,
				payMediums: [ 4 ],
				tags: 'web,boutique',
				useServiceDates: 'Y',
				serviceDateStart: start,
				serviceDateStop: start,
			},
			{ 1: once() },
			{
				shipping: {
					nbParcels: 2,
					weight: '1.5',
					weightUnit: 'kg',
					trackingNumber: '6A1',
					trackingUrl: 'https://colis.example/6A1',
					date: start,
				},
				thirdaddress: { id: place },
				shipaddress: { id: place },
				paydate: { id: 1 },
			}
		);
		const view = await bench.one( id );
		const expected = {
			rateCategory: '3',
			currencyid: '2',
			docspeakerStaffId: '2',
			ownerid: '1',
			thirdaddressid: String( place ),
			shipaddressid: String( place ),
			shippingNbParcels: '2',
			shippingWeight: '1.5',
			shippingWeightUnit: 'kg',
			shippingTrackingNumber: '6A1',
			shippingTrackingUrl: 'https://colis.example/6A1',
			shippingDate: '2026-01-02',
		};
		for ( const [ name, value ] of Object.entries( expected ) ) {
			assert.equal( view[ name ], value, name );
		}
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'hangs a delivery under its order, and says so where v2 does not', async () => {
		const order = await bench.post( '/orders', {
			related: [ { id: client, type: 'individual' } ],
			rows: [
				{
					type: 'single',
					unit_amount: '10',
					quantity: '1',
					tax_id: 1,
					description: 'Objet',
				},
			],
		} );
		const parent = Number( order.body[ 'id' ] );
		const id = await bench.made( { thirdid: client, parentId: parent } );
		assert.equal(
			( await bench.one( id ) )[ 'parentid' ],
			String( parent )
		);
		assert.equal(
			'parent' in ( await bench.get( `/deliveries/${ id }` ) ).body,
			false
		);
		assert.equal(
			( await bench.get( `/orders/${ parent }` ) ).body[ 'status' ],
			'draft'
		);
	} );

	test( 'takes an order that is invoiced already for a parent, except where the account does not', async () => {
		const order = await bench.draftOf( '/orders', client );
		await bench.draftOf( '/invoices', client, {
			parent: { type: 'order', id: order },
		} );
		const child = { thirdid: client, parentId: order };
		assert.ok( ( await bench.made( child ) ) > 0 );
		await bench.control( 'POST', '/options', { v1_parents: 'as-v2' } );
		assert.equal(
			( await bench.create( child ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
	} );

	test( 'keeps an eco-tax beside the row, outside the totals', async () => {
		const eco = {
			row_useEcoTax: 'Y',
			row_ecoTaxType: 'inc',
			row_ecoTax: '1',
		};
		const id = await bench.made( { thirdid: client }, { 1: once( eco ) } );
		assert.equal(
			( await bench.one( id ) )[ 'totalAmount' ],
			'29.980000000'
		);
	} );

	test( 'reads unit amounts as TTC in a rate category with taxes, where the account does', async () => {
		await bench.control( 'POST', '/options', {
			inclusive_rate_category: 'ttc',
		} );
		const id = await bench.made(
			{ thirdid: client, rateCategory: 2 },
			{ 1: once( { row_unitAmount: '12', row_qt: 1 } ) }
		);
		assert.equal(
			( await bench.one( id ) )[ 'totalAmountTaxesFree' ],
			'10.000000000'
		);
	} );
} );
