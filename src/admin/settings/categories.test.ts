import * as answers from '../../test/answers';
import { fittingCategory, withCategories } from './categories';

describe( 'the rate category', () => {
	const { rate_categories: list } = answers.sellsy;
	const saved = answers.settings;
	const category = ( id: number, isDefault: boolean, currency = 'EUR' ) => ( {
		id,
		label: String( id ),
		currency,
		is_default: isDefault,
	} );

	it.each( [
		[ 'the default', [ category( 1, false ), category( 2, true ) ], 2 ],
		[ 'else the first', [ category( 1, false ), category( 2, false ) ], 1 ],
		[
			'never one of another currency',
			[ category( 3, true, 'USD' ) ],
			null,
		],
		[ 'none', [], null ],
	] )( 'proposed is %s', ( _name, items, expected ) => {
		expect(
			fittingCategory(
				{ ...answers.sellsy, rate_categories: { ...list, items } },
				'EUR'
			)
		).toBe( expected );
	} );

	it( 'is given to what is switched on, and stays where one is set', () => {
		const on = ( id: number | null ) => ( {
			...saved.order,
			enabled: true,
			rate_category_id: id,
		} );
		const before = { ...saved, invoice: on( null ) };
		const ofInvoice = withCategories(
			{ ...saved, invoice: on( 208 ), creditnote: on( null ) },
			saved,
			201
		);
		expect( ofInvoice.creditnote.rate_category_id ).toBe( 208 );
		const value = withCategories(
			{ ...before, order: on( null ), creditnote: on( 209 ) },
			before,
			201
		);
		expect( value.order.rate_category_id ).toBe( 201 );
		expect( value.creditnote.rate_category_id ).toBe( 209 );
		expect( value.invoice.rate_category_id ).toBeNull();
		expect( value.estimate.rate_category_id ).toBeNull();
	} );
} );
