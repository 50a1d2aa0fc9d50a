import { act } from '@testing-library/react';
import * as answers from '../test/answers';
import { FIRST_LOADS, WITH_RULES } from '../test/firstLoads';
import { renderApp } from '../test/render';
import { scriptsAskedFor } from '../test/scripts';
import { isOn, told, wizardShop } from '../test/wizard';
import { newRule } from './pages/documents/rules';

const LOOK_MS = 100;

/** Nothing more comes: so often nothing was asked for, and nothing is being read. */
const QUIET_LOOKS = 4;

const asked = async (): Promise< string[] > => {
	const names = new Set< string >();
	for ( let quiet = 0; quiet < QUIET_LOOKS; ) {
		await act(
			() => new Promise( ( resolve ) => setTimeout( resolve, LOOK_MS ) )
		);
		const more = scriptsAskedFor();
		more.forEach( ( name ) => names.add( name ) );
		const isWaiting =
			more.length > 0 ||
			names.size === 0 ||
			document.querySelector( '.orderinvoicer-loading' ) !== null;
		quiet = isWaiting ? 0 : quiet + 1;
	}
	return [ ...names ].sort();
};

describe( 'what is fetched before a page is seen', () => {
	it.each( Object.entries( FIRST_LOADS ) )(
		'is counted for #/%s as it is',
		async ( address, scripts ) => {
			const isStep = address.startsWith( 'setup/' );
			wizardShop( isStep && address !== 'setup/done' ? told : isOn );
			scriptsAskedFor();
			renderApp( `#/${ address }` );
			// The script of all steps is asked for once, by the first of them.
			expect(
				new Set( [
					...( isStep ? [ 'setup' ] : [] ),
					...( await asked() ),
				] )
			).toEqual( new Set( scripts ) );
			expect( window.location.hash ).toBe( `#/${ address }` );
		}
	);

	it( 'is counted for the documents of a shop that has rules', async () => {
		wizardShop( isOn ).on( 'GET /settings', () => ( {
			...answers.settings,
			invoice: {
				...answers.settings.invoice,
				enabled: true,
				rate_category_id: 1,
				rules: [ newRule( answers.settings.invoice, 1 ) ],
			},
		} ) );
		scriptsAskedFor();
		renderApp( '#/documents' );
		expect( new Set( [ 'documents', ...( await asked() ) ] ) ).toEqual(
			new Set( WITH_RULES )
		);
	} );
} );
