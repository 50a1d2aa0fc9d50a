import * as answers from '../../../test/answers';
import { neverTaken } from './never';
import { ordersText } from './orders';
import { moved, newRule, outcomes, type Rule } from './rules';

const workflow = answers.settings.invoice;

const rule = ( id: number, more: Partial< Rule > = {} ): Rule => ( {
	...newRule( workflow, 0 ),
	id,
	...more,
} );

describe( 'rules', () => {
	it( 'get an id that none had before, were they added at the same moment', () => {
		jest.useFakeTimers( { now: 1_796_000_000_999 } );
		const ids = Array.from( { length: 9 }, () => newRule( workflow ).id );
		jest.useRealTimers();
		expect( new Set( ids ).size ).toBe( ids.length );
		expect( Math.min( ...ids ) ).toBeGreaterThanOrEqual( 1000 );
	} );

	it( 'never get the id of another one, nor one that means something else', () => {
		const draws = [ 50_000, 0, 999, 4294967294, 4294967295, 50_001 ];
		jest.spyOn( crypto, 'getRandomValues' ).mockImplementation( () =>
			Uint32Array.of( draws.shift() ?? 0 )
		);
		expect( newRule( { ...workflow, rules: [ rule( 50_000 ) ] } ).id ).toBe(
			50_001
		);
		jest.restoreAllMocks();
	} );

	it( 'move up and down', () => {
		const ids = ( at: number, by: -1 | 1 ) =>
			moved( [ rule( 1 ), rule( 2 ), rule( 3 ) ], at, by ).map(
				( { id } ) => id
			);
		expect( ids( 1, -1 ) ).toEqual( [ 2, 1, 3 ] );
		expect( ids( 1, 1 ) ).toEqual( [ 1, 3, 2 ] );
	} );

	it.each( [
		[ 'none', [], [] ],
		[ 'different ones', [ rule( 1, { gateways: [ 'bacs' ] } ) ], [] ],
		[
			'the same twice',
			[ rule( 1, { area: 'eu' } ), rule( 2, { area: 'eu' } ) ],
			[ 2 ],
		],
		[
			'one within another',
			[
				rule( 1, { gateways: [ 'bacs', 'stripe' ] } ),
				rule( 2, { gateways: [ 'bacs' ], buyer: 'company' } ),
			],
			[ 2 ],
		],
		[
			'what several take together',
			[
				rule( 1, { buyer: 'company' } ),
				rule( 2, { buyer: 'person', gateways: [ 'stripe' ] } ),
				rule( 3, { gateways: [ 'stripe' ], area: 'outside' } ),
			],
			[ 3 ],
		],
		[ 'one that takes all', [ rule( 1 ), rule( 2 ) ], [ 2, 0 ] ],
		[
			'all areas one by one',
			[
				rule( 1, { area: 'domestic' } ),
				rule( 2, { area: 'eu' } ),
				rule( 3, { area: 'outside' } ),
			],
			[ 0 ],
		],
		[
			'more money',
			[
				rule( 1, { total: 'at_least:100:EUR' } ),
				rule( 2, { total: 'at_least:1000.00:EUR' } ),
				rule( 3, { total: 'below:100.00:EUR', buyer: 'company' } ),
				rule( 4, { currencies: [ 'EUR' ] } ),
				rule( 5, { currencies: [ 'EUR', 'USD' ] } ),
			],
			[ 2 ],
		],
		[
			'all of a currency',
			[
				rule( 1, { total: 'at_least:100:EUR' } ),
				rule( 2, { total: 'below:100:EUR' } ),
				rule( 3, { currencies: [ 'EUR' ] } ),
			],
			[ 3 ],
		],
		[
			'a method of a zone below the method',
			[
				rule( 1, { shipping: [ 'flat_rate' ] } ),
				rule( 2, { shipping: [ 'flat_rate:3' ] } ),
				rule( 3, { shipping: [ 'local_pickup:4' ] } ),
				rule( 4, { shipping: [ 'local_pickup' ] } ),
			],
			[ 2 ],
		],
		[
			'a role and a category, each with other orders',
			[
				rule( 1, { roles: [ 'reseller' ] } ),
				rule( 2, { categories: [ 15 ] } ),
				rule( 3, { categories: [ 15 ], roles: [ 'guest' ] } ),
			],
			[ 3 ],
		],
	] )( 'tell which never takes an order: %s', ( _name, rules, ids ) => {
		expect( neverTaken( rules ) ).toEqual( ids );
	} );

	it.each( [
		[ {}, 'Every order' ],
		[
			{
				gateways: [ 'stripe', 'gone' ],
				buyer: 'company',
				area: 'domestic',
			},
			'Card or gone, companies, France',
		],
		[ { area: 'eu' }, 'Other EU countries' ],
		[
			{ total: 'at_least:1000:EUR', roles: [ 'reseller' ] },
			'€1,000.00 and more, role Reseller',
		],
		[ { total: 'below:50.5:USD' }, 'Less than $50.50' ],
		[
			{ shipping: [ 'local_pickup', 'pickup_location', 'flat_rate:3' ] },
			'Local pickup, Pickup (at the block checkout) or Flat rate (France)',
		],
		[ { shipping: [ 'unnamed' ] }, 'No delivery' ],
		[ { roles: [ 'guest' ] }, 'Guests without an account' ],
		[
			{ categories: [ 16, 99 ], currencies: [ 'USD' ] },
			'In USD, a product of Wine › Red or 99',
		],
	] satisfies Array< [ Partial< Rule >, string ] > )(
		'are named after their orders: %j',
		( asked, text ) => {
			const { shop, ruleChoices: choices } = answers;
			expect( ordersText( rule( 1, asked ), { shop, choices } ) ).toBe(
				text
			);
		}
	);

	it( 'count one by one', () => {
		const settings = {
			...answers.settings,
			invoice: {
				...workflow,
				rules: [
					rule( 1, { trigger: 'completed', owner_id: 5 } ),
					rule( 2, { makes: false } ),
				],
			},
		};
		expect(
			outcomes( settings, 'invoice' ).map( ( { invoice } ) => [
				invoice.trigger,
				invoice.owner_id,
			] )
		).toEqual( [
			[ 'completed', 5 ],
			[ workflow.trigger, workflow.owner_id ],
		] );
	} );
} );
