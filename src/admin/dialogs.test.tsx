/** With the keyboard alone: into a dialog, not out of it by Tab, out of it by Escape, and back to what opened it. */
import { screen, waitFor } from '@testing-library/react';
import type { CustomerLink, Product } from '../generated/schemas';
import * as answers from '../test/answers';
import { connectedSite, renderApp } from '../test/render';
import type { Site } from '../test/site';
import { newRule } from './pages/documents/rules';

const product: Product = {
	id: 7,
	name: 'Mug',
	sku: 'MUG',
	problem: 'duplicate',
	lines: 4,
	edit_url: 'https://shop.test/7',
	item: { id: 3001, url: 'https://sellsy.test/item-3001' },
};
const link: CustomerLink = {
	id: 3,
	name: 'Client Test',
	is_guest: true,
	profile_url: '',
	number: '',
	order: { id: 12, number: '12', edit_url: 'https://shop.test/12' },
	type: 'individual',
	sellsy_id: 1001,
	url: 'https://sellsy.test/third-1001',
	origin: 'customer_by_email',
	since: '2026-11-24T10:00:00+00:00',
};
const earlier = {
	orders: 12,
	says: '12 paid orders got their final invoices.',
	asks: 'Their payments are recorded in Sellsy.',
	seen: '12:81240 EUR',
	done: '',
};
const recording = {
	...answers.settings,
	payments: { ...answers.settings.payments, enabled: true },
};
const { invoice } = answers.settings;
const withRule = {
	...answers.settings,
	invoice: {
		...invoice,
		enabled: true,
		rules: [ { ...newRule( invoice ), gateways: [ 'stripe' ] } ],
	},
};

type Dialog = {
	page: string;
	opener: RegExp;
	/** What is pressed before the button is seen. */
	unfold?: string | RegExp;
	shop?: ( site: Site ) => Site;
};

const DIALOGS: Dialog[] = [
	{ page: 'connection', opener: /^Disconnect/ },
	{ page: 'setup/connect', opener: /^Disconnect/ },
	{ page: 'history', opener: /^Download the PDFs/ },
	{ page: 'taxes', opener: /^Create it at Sellsy/ },
	{
		page: 'documents',
		unfold: /^Card.*: /,
		opener: /^Remove: /,
		shop: ( site ) => site.on( 'GET /settings', () => withRule ),
	},
	{
		page: 'products',
		unfold: 'References of products',
		opener: /^Forget the item of Mug/,
		shop: ( site ) => site.onList( 'GET /products', () => [ product ], 1 ),
	},
	{
		page: 'customers',
		unfold: 'Remembered customers',
		opener: /^Forget Client Test/,
		shop: ( site ) =>
			site.onList( 'POST /customer-links/search', () => [ link ], 1 ),
	},
	{
		page: 'payments',
		opener: /^Record these/,
		shop: ( site ) =>
			site
				.on( 'GET /settings', () => recording )
				.on( 'GET /payments/earlier', () => earlier ),
	},
	{
		page: 'log',
		opener: /^Choose /,
		shop: ( site ) =>
			site.onList( 'GET /tasks', () => [ answers.ambiguousTask ], 1 ),
	},
];

it.each( DIALOGS )(
	'of “$page” opens and closes: $opener',
	async ( { page, opener, unfold, shop } ) => {
		const site = connectedSite().on(
			'GET /tasks/13/customer',
			() => answers.candidates
		);
		shop?.( site );
		const { user } = renderApp( `#/${ page }` );
		if ( unfold !== undefined ) {
			await user.click(
				typeof unfold === 'string'
					? await screen.findByText( unfold )
					: await screen.findByRole( 'button', { name: unfold } )
			);
		}
		const button = await screen.findByRole( 'button', { name: opener } );
		button.focus();
		await user.keyboard( '{Enter}' );
		const dialog = await screen.findByRole( 'dialog' );
		const holdsFocus = () => dialog.matches( ':focus, :has( :focus )' );
		await waitFor( () => expect( holdsFocus() ).toBe( true ) );
		for ( let i = 0; i < 12; i++ ) {
			await user.tab();
			expect( holdsFocus() ).toBe( true );
		}
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		await waitFor( () => expect( button ).toHaveFocus() );
	}
);
