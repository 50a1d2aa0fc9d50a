import { setSettings, getSettings } from '@wordpress/date';
import { formatDay, formatMonth, formatTime, formatTimeDay } from './format';

const { lang } = document.documentElement;
const settings = getSettings();

const inFrench = () => {
	document.documentElement.lang = 'fr-CA';
	setSettings( {
		...settings,
		formats: { ...settings.formats, date: 'j F Y', time: 'H:i' },
	} );
};

afterEach( () => {
	document.documentElement.lang = lang;
	setSettings( settings );
} );

describe( 'a day', () => {
	it( 'that is the first of its month is the first in French', () => {
		inFrench();
		expect( formatDay( '2026-10-01' ) ).toBe( '1er October 2026' );
		expect( formatDay( '2026-10-11' ) ).toBe( '11 October 2026' );
		expect( formatDay( '2026-10-21' ) ).toBe( '21 October 2026' );
	} );

	it( 'is left as it is in other languages, and in figures', () => {
		expect( formatDay( '2026-10-01' ) ).toBe( 'October 1, 2026' );
		inFrench();
		setSettings( {
			...settings,
			formats: { ...settings.formats, date: 'd/m/Y' },
		} );
		expect( formatDay( '2026-10-01' ) ).toBe( '01/10/2026' );
	} );
} );

describe( 'a moment', () => {
	it( 'has the form that the shop has chosen, not one of its own', () => {
		inFrench();
		expect( formatTime( '2026-10-11T21:40:00Z' ) ).toBe(
			'11 October 2026 21:40'
		);
		expect( formatTime( '2026-10-01T21:40:00Z' ) ).toBe(
			'1er October 2026 21:40'
		);
		expect( formatTimeDay( '2026-10-01T21:40:00Z' ) ).toBe(
			'1er October 2026'
		);
	} );
} );

describe( 'a month', () => {
	it( 'is named with its year, in every time zone', () => {
		expect( formatMonth( '2026-11' ) ).toBe( 'November 2026' );
		document.documentElement.lang = 'fr-FR';
		expect( formatMonth( '2026-11' ) ).toBe( 'novembre 2026' );
	} );
} );
