import * as answers from '../../test/answers';
import { DEFAULTS } from '../../generated/defaults';
import { PROBLEMS } from '../../generated/problems';
import { isUsual } from '../settings/usual';
import { matching } from './matching';
import { hrefOfSetting, LISTS, PLACES } from './places';

/** Kept by the plugin itself: nobody sets it. */
const KEPT = 'since';

const isGroup = ( value: unknown ): value is object =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

/** Each setting of a shop, by its path. */
const stored = Object.entries( answers.settings )
	.flatMap( ( [ group, value ] ) =>
		isGroup( value )
			? Object.keys( value )
					.filter( ( name ) => name !== KEPT )
					.map( ( name ) => `${ group }.${ name }` )
			: [ group ]
	)
	.sort();

const named = ( text: string ): string[] =>
	matching( text ).map( ( { name } ) => name );

describe( 'the places of settings', () => {
	it( 'name each stored setting once', () => {
		expect(
			PLACES.filter( ( place ) => ! LISTS.includes( place ) )
				.map( ( { name } ) => name )
				.sort()
		).toEqual( stored );
		expect( stored.length ).toBeGreaterThan( 118 );
	} );

	it( 'lead to the card of the kind, and to the page of all others', () => {
		const href = ( name: string ) =>
			PLACES.filter( ( place ) => place.name === name ).map(
				hrefOfSetting
			)[ 0 ];
		expect( href( 'invoice.note' ) ).toBe(
			'#/documents/invoice?setting=invoice.note'
		);
		expect( href( 'vat_mode' ) ).toBe( '#/taxes?setting=vat_mode' );
	} );

	it( 'are those that problems lead to', () => {
		const wanted = Object.values( PROBLEMS ).flatMap(
			( { setting = '' } ) =>
				new URLSearchParams( setting.split( '?' )[ 1 ] ).getAll(
					'setting'
				)
		);
		expect( wanted ).toContain( 'tax_rates' );
		const names = PLACES.map( ( { name } ) => name );
		for ( const name of wanted ) {
			expect( names ).toContain( name.replace( '{kind}', 'invoice' ) );
		}
	} );

	it( 'are found by their words and by what people call them, whatever the capitals', () => {
		expect( named( 'Shop CODE' ) ).toEqual( [ 'shop_code' ] );
		expect( named( 'vat' ) ).toContain( 'tax_rates' );
		expect( named( 'numbering invoice' ) ).toContain( 'invoice.finalise' );
		expect( named( 'logo' ) ).toContain( 'invoice.model_id' );
		expect( named( 'siret' ) ).toContain( 'checkout_numbers' );
		expect( named( 'zebra' ) ).toEqual( [] );
		expect( named( ' ' ) ).toEqual( [] );
	} );

	it( 'have a reason where no field asks for it', () => {
		const answered = PLACES.filter( ( { answer } ) => answer );
		expect( answered ).toHaveLength( 13 );
		for ( const { name, answer } of answered ) {
			expect( answer?.() ).toMatch( /^Nothing to choose: / );
			expect( isUsual( answers.settings, name ) ).toBe(
				name !== 'rounding_cap' || answers.settings.rounding_cap === 5
			);
		}
		expect( DEFAULTS[ 'rounding_cap' ] ).toBe( 5 );
	} );
} );
