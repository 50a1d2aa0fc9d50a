import { fireEvent, screen, waitFor } from '@testing-library/react';
import { DEFAULTS } from '../../generated/defaults';
import { KINDS } from '../../generated/facts';
import { SettingsSchema } from '../../generated/schemas';
import { fixture } from '../../test/fixture';
import { connectedSite, renderApp } from '../../test/render';
import type { Tab } from '../useRoute';
import { isUsual } from './usual';

/** Every setting of this shop is another than by default. */
const changed = SettingsSchema.parse(
	fixture( 'settings/valid/nothing-as-by-default.json' )
);

/** Folded or not; of documents too, which open below their sentences. */
const label = ( text: string ) =>
	waitFor( () => {
		screen
			.queryAllByRole( 'button', { name: /^Change: /, expanded: false } )
			.forEach( ( button ) => fireEvent.click( button ) );
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
	[ 'documents', 'Subject', 'Another', { invoice: { subject: 'Another' } } ],
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

	it( 'keeps all others when the one that is saved at once is chosen: diagnostics', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => changed )
			.on( 'POST /settings', () => changed );
		const { user } = renderApp( '#/diagnostics' );
		const box = await screen.findByLabelText( 'Write a detailed log' );
		expect(
			screen.queryByRole( 'button', { name: 'Save changes' } )
		).toBeNull();
		expect( site.callsOf( 'POST /settings' ) ).toEqual( [] );
		await user.click( box );
		await screen.findByText( 'Saved.' );
		expect(
			site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
		).toEqual( [ { debug_log: ! changed.debug_log } ] );
	} );
} );
