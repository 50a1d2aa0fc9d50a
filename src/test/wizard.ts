/** A shop that goes through the wizard: it keeps what is saved, as the real one does. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import * as z from 'zod/mini';
import {
	type DryRun,
	type Settings,
	SettingsSchema,
} from '../generated/schemas';
import { newRule } from '../admin/pages/documents/rules';
import * as answers from './answers';
import { isObject } from './json-schema';
import { connectedSite } from './render';
import type { Site } from './site';

export type DryOrder = DryRun[ 'orders' ][ number ];
type DryDocument = DryOrder[ 'documents' ][ number ];

const made: DryDocument = {
	kind: 'invoice',
	outcome: 'made',
	totals: {
		excl_tax: '10.00',
		incl_tax: '12.00',
		rounding: '0.00',
		taxes: [],
	},
	sellsy: 'not_asked',
	problem: null,
	rule: 0,
	rule_text: '',
};

export const dryOrder = (
	id: number,
	more: Partial< DryDocument > = {},
	created = '2026-10-01T10:00:00+00:00'
): DryOrder => ( {
	id,
	number: String( id ),
	edit_url: `https://shop.test/order-${ id }`,
	status: 'completed',
	currency: 'EUR',
	created_at: created,
	excl_tax: '10.00',
	incl_tax: '12.00',
	taxes: [],
	documents: [ { ...made, ...more } ],
} );

export const stopping = ( id: number, code: string ): DryOrder =>
	dryOrder( id, {
		outcome: 'stops',
		totals: null,
		problem: { ...answers.problem, code, text: `${ code }.` },
	} );

const merged = ( before: unknown, change: unknown ): unknown =>
	isObject( before ) && isObject( change )
		? {
				...before,
				...Object.fromEntries(
					Object.entries( change ).map( ( [ name, value ] ) => [
						name,
						merged( before[ name ], value ),
					] )
				),
			}
		: change;

export const isFirstPage = ( data: unknown ): boolean =>
	JSON.stringify( data ).includes( '"page":1,' );

/** Connected, with nothing switched on but what `start` says; `orders` are the latest. */
export function wizardShop(
	start: Settings = answers.settings,
	orders: DryOrder[] = []
): Site {
	let settings = start;
	return connectedSite()
		.on( 'GET /settings', () => settings )
		.on( 'POST /settings', ( { data } ) => {
			settings = z.parse( SettingsSchema, merged( settings, data ) );
			return settings;
		} )
		.on( 'POST /dry-run', ( { data } ) => ( {
			orders: isFirstPage( data ) ? orders : [],
			problem: null,
		} ) );
}

/** Its invoices are switched on already. */
export const isOn: Settings = {
	...answers.settings,
	invoice: {
		...answers.settings.invoice,
		enabled: true,
		rate_category_id: 201,
	},
};

/** Nothing is on, and a rule of its owner says already that invoices are final: nobody is asked. */
export const told: Settings = {
	...answers.settings,
	invoice: {
		...answers.settings.invoice,
		rules: [
			{ ...newRule( answers.settings.invoice ), finalise: 'at_once' },
		],
	},
};

/** What was sent to be saved, in the order of the requests. */
export const savedBy = ( site: Site ) =>
	site.callsOf( 'POST /settings' ).map( ( { data } ) => data );

export const button = ( name: string ) =>
	screen.getByRole( 'button', { name } );

export const title = ( name: string | RegExp ) =>
	screen.findByRole( 'heading', { level: 3, name } );

/** On the page itself: what was spoken to screen readers lies outside it, and stays there. */
export const shown = ( text: string | RegExp ) =>
	within( screen.getByRole( 'main' ) ).findByText( text );

/** From the step of VAT and payments to the end, with what stands there. */
export const finishSetUp = async ( user: UserEvent, name = 'Switch on' ) => {
	await waitFor( () =>
		expect( button( 'Continue' ) ).not.toHaveAttribute( 'aria-disabled' )
	);
	await user.click( button( 'Continue' ) );
	await user.click( await screen.findByRole( 'button', { name } ) );
	await title( /is on/ );
};
