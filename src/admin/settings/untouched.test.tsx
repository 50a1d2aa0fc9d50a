import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { DEFAULTS } from '../../generated/defaults';
import { byKind, KINDS } from '../../generated/facts';
import { type Settings, SettingsSchema } from '../../generated/schemas';
import * as answers from '../../test/answers';
import { connectedSite, renderApp } from '../../test/render';
import { newRule } from '../pages/documents/rules';
import type { Tab } from '../useRoute';
import { isUsual } from './usual';

const isGroup = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

const merged = ( base: unknown, over: unknown ): unknown =>
	isGroup( base ) && isGroup( over )
		? Object.fromEntries(
				Object.keys( base ).map( ( key ) => [
					key,
					key in over
						? merged( base[ key ], over[ key ] )
						: base[ key ],
				] )
			)
		: over;

/** Newer than what that file holds. */
const NEWER = {
	...byKind( ( kind ) => ( {
		...answers.settings[ kind ],
		enabled: true,
		trigger: 'status:on-hold',
		start_date: '2026-11-02',
		finalise: 'hours:3',
		email: true,
		owner_id: 5,
		model_id: 6,
		rate_category_id: 7,
		payment_term_id: 8,
		subject: '{order_number}',
		note: 'Merci',
		rules: [ newRule( answers.settings[ kind ], 12 ) ],
		others: false,
	} ) ),
	payments: { always_paid_back: [ 'cod' ] },
	shopper: { kinds: [ 'invoice' ], company_days: 60 },
	customer_emails: {
		emails: [ 'customer_invoice' ],
		documents: 'attach',
		minutes: 3,
	},
	talk_back: {
		webhooks: true,
		proforma_accepted: 'on-hold',
		proforma_invoiced: 'processing',
	},
	stock: {
		agrees: true,
		leader: 'sellsy',
		moved_by: 'invoice',
		warehouse_id: 7,
	},
	free_orders: false,
	free_orders_paid: true,
	split_sales: 'parent',
	checkout_company_box: true,
	exempt_reasons: [
		{
			situation: 'outside_eu',
			reason: 'Our accountant says so, for services.',
		},
	],
	digest_hour: 6,
};

/** Every setting of this shop is another than by default. */
const changed: Settings = SettingsSchema.parse(
	[
		JSON.parse(
			readFileSync(
				path.resolve(
					__dirname,
					'../../../tests/fixtures/stored-settings/nothing-as-by-default.json'
				),
				'utf8'
			)
		),
		NEWER,
	].reduce( merged, answers.settings )
);

/** Folded or not. */
const label = ( text: string ) =>
	waitFor( () => {
		document
			.querySelectorAll< HTMLDetailsElement >(
				'details[data-holds]:not( [open] )'
			)
			.forEach( ( fold ) => {
				fold.open = true;
			} );
		return screen.getAllByLabelText( text );
	} );

/** One act on each page, and all that may be sent after it. */
const TOUCHES: ReadonlyArray<
	[ tab: Tab, label: string, value: string | null, sent: object ]
> = [
	[
		'settings',
		'How long may a company ask for the invoice in its name?',
		'7',
		{ shopper: { company_days: 7 } },
	],
	[ 'connection', 'Shop code', 'OTHER', { shop_code: 'OTHER' } ],
	[ 'taxes', 'As your Sellsy account has it', null, { vat_mode: '' } ],
	[
		'payments',
		'Keep the draft, credit it later',
		null,
		{ refunds: { of_draft: 'credit' } },
	],
	[
		'customers',
		'Customers may ask for the invoice in their company’s name',
		'14',
		{ shopper: { company_days: 14 } },
	],
	[
		'products',
		'One line for the bundle',
		null,
		{ items: { bundles: 'parent' } },
	],
	[
		'statuses',
		'It was accepted',
		'processing',
		{ talk_back: { proforma_accepted: 'processing' } },
	],
	[ 'emails', 'Hour of the daily e-mail', '9', { digest_hour: 9 } ],
];

describe( 'a shop in which no setting is as by default', () => {
	it( 'has none of them', () => {
		const names = Object.keys( DEFAULTS ).flatMap( ( name ) =>
			name.startsWith( '*.' )
				? KINDS.map( ( kind ) => kind + name.slice( 1 ) )
				: [ name ]
		);
		const same = names.filter(
			( name ) => ! name.endsWith( '.since' ) && isUsual( changed, name )
		);
		expect( same ).toEqual( [] );
	} );

	it.each( TOUCHES )(
		'keeps all others when one is saved: %s',
		async ( tab, name, value, sent ) => {
			const site = connectedSite()
				.on( 'GET /settings', () => changed )
				.on( 'POST /settings', () => changed );
			const { user } = renderApp( `#/${ tab }` );
			const [ field ] = await label( name );
			// Nothing differs because the page was opened.
			await waitFor( () =>
				expect(
					screen.queryByRole( 'button', { name: 'Save changes' } )
				).toBeNull()
			);
			if ( ! field ) {
				throw new Error( name );
			}
			if ( value === null ) {
				await user.click( field );
			} else {
				fireEvent.change( field, { target: { value } } );
			}
			await user.click(
				await screen.findByRole( 'button', { name: 'Save changes' } )
			);
			await screen.findByText( 'Saved.' );
			expect(
				site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
			).toEqual( [ sent ] );
		}
	);
} );
