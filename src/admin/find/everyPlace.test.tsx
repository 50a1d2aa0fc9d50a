import { act, cleanup, waitFor } from '@testing-library/react';
import { LISTED_KINDS } from '../settings/kinds';
import type { Settings } from '../../generated/schemas';
import * as answers from '../../test/answers';
import { connectedSite, renderApp } from '../../test/render';
import { newRule } from '../pages/documents/rules';
import type { Place } from './onPage';
import { hrefOfSetting, PLACES } from './places';

/** All is on, so that each field is there. */
const settings: Settings = {
	...answers.settings,
	...Object.fromEntries(
		LISTED_KINDS.map( ( kind ) => [
			kind,
			{
				...answers.settings[ kind ],
				enabled: true,
				rules: [
					{
						...newRule( answers.settings[ kind ] ),
						gateways: [ 'stripe' ],
					},
				],
			},
		] )
	),
};

/** Where a field asks for it. */
const asked = PLACES.filter( ( { answer } ) => ! answer );

const tabs = [ ...new Set( asked.map( ( { tab } ) => tab ) ) ];

/** Its own name, or that of the fold it lies in. */
const found = ( { name }: Place ): boolean =>
	document
		.querySelector(
			`[data-found][data-setting~="${ name }"], [data-found][data-holds~="${ name }"]`
		)
		?.matches( ':focus-within' ) === true;

const isOpened = ( place: Place ): Promise< boolean > =>
	waitFor(
		() => {
			if ( ! found( place ) ) {
				throw new Error( place.name );
			}
		},
		{ timeout: 3000 }
	).then(
		() => true,
		() => false
	);

describe( 'the address of a setting', () => {
	afterEach( cleanup );

	it.each( tabs )(
		'opens its field, on the page %s',
		async ( tab ) => {
			connectedSite().on( 'GET /settings', () => settings );
			const [ first, ...others ] = asked.filter(
				( place ) => place.tab === tab
			);
			const shut: string[] = [];
			const look = async ( place: Place ) => {
				if ( ! ( await isOpened( place ) ) ) {
					shut.push( place.name );
				}
			};
			if ( first ) {
				renderApp( hrefOfSetting( first ) );
				await look( first );
			}
			for ( const place of others ) {
				await act( async () => {
					window.location.hash = hrefOfSetting( place );
				} );
				await look( place );
			}
			expect( shut ).toEqual( [] );
		},
		120_000
	);
} );
