import { resetLocaleData } from '@wordpress/i18n';
import { labelled, withColon } from './labels';

afterEach( () => resetLocaleData( {}, 'orderinvoicer' ) );

describe( 'a label and what it holds', () => {
	it( 'are glued as in English', () => {
		expect( labelled( 'Show', 'Done' ) ).toBe( 'Show: Done' );
		expect( withColon( 'Show' ) ).toBe( 'Show:' );
	} );

	it( 'are glued as the language does', () => {
		resetLocaleData(
			{
				'%1$s: %2$s': [ '%1$s\u00a0: %2$s' ],
				'%s:': [ '%s\u00a0:' ],
			},
			'orderinvoicer'
		);
		expect( labelled( 'Afficher', 'Fait' ) ).toBe( 'Afficher\u00a0: Fait' );
		expect( withColon( 'Afficher' ) ).toBe( 'Afficher\u00a0:' );
	} );
} );
