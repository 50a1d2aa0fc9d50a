import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';
import { run } from '../environment/processes.ts';
import { signIn } from './sign-in.ts';
import { call, create } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no pages of shoppers.'
);

const SECTION = '.woocommerce-order-documents';
const COMPANY = 'Demander une facture au nom de ma société';

const settle = ( request: APIRequestContext, isOn: boolean ) =>
	Promise.all( [
		call( request, 'POST', '/orderinvoicer/v1/settings', {
			shopper: {
				kinds: isOn ? [ 'invoice', 'creditnote' ] : [],
				company_days: isOn ? 30 : 0,
			},
			creditnote: {
				enabled: isOn,
				finalise: 'at_once',
				start_date: '2000-01-01',
			},
		} ),
		call( request, 'POST', '/wp/v2/settings', {
			language: isOn ? 'fr_FR' : '',
		} ),
	] );

test.beforeEach( ( { page } ) => settle( page.request, true ) );

test.afterEach( ( { page } ) => settle( page.request, false ) );

/** Reloaded until it is so. */
const becomes = ( page: Page, check: () => Promise< void > ) =>
	expect( async () => {
		await page.reload();
		await check();
	} ).toPass( { timeout: 120_000, intervals: [ 1_000 ] } );

const SOON = { timeout: 1_000 };

/** What the shop saw of documents is hours old, and its next passes come. */
const look = async (): Promise< void > => {
	await run( 'php', [
		process.env[ 'ORDERINVOICER_WP_CLI' ] ?? '',
		`--path=${ process.env[ 'ORDERINVOICER_SITE_DIR' ] ?? '' }`,
		'--allow-root',
		'eval',
		`global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer%look%'" );
		$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_amounts SET seen_at = seen_at - INTERVAL 3 HOUR" );
		wp_cache_flush();
		do_action( OrderInvoicer\\WordPress\\Queue\\Wakeups::SWEEP );
		do_action( OrderInvoicer\\WordPress\\Queue\\Wakeups::SWEEP );`,
	] );
};

test( 'a credited invoice comes after the valid one and says so, and none that was cancelled is offered', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	test.slow();
	const email = `avoir-${ Date.now() }@example.test`;
	await create( page.request, '/wp/v2/users', {
		username: email,
		email,
		password: 'password',
		roles: [ 'customer' ],
	} );
	await signIn( guest.request, email, 'password' );
	const order = await buyAsGuest( guest, 'tasse-en-gres', email );
	const documents = guest.locator(
		`${ SECTION } a[href*="orderinvoicer-document"]`
	);
	await becomes( guest, () => expect( documents ).toHaveCount( 1, SOON ) );

	await guest.getByText( COMPANY ).click();
	await guest.getByLabel( 'Nom de la société' ).fill( 'Atelier du Port' );
	await guest.getByLabel( 'SIREN ou SIRET' ).fill( '12345678200010' );
	await guest.getByRole( 'button', { name: 'Envoyer la demande' } ).click();
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const accept = { name: 'Accept', exact: true };
	await page
		.locator( '#orderinvoicer-order' )
		.getByRole( 'button', { name: /^Accept – / } )
		.click( { timeout: 120_000 } );
	await page.getByRole( 'dialog' ).getByRole( 'button', accept ).click();

	await guest.goto( `/my-account/view-order/${ order }/` );
	await becomes( guest, () => expect( documents ).toHaveCount( 3, SOON ) );
	const rows = guest.locator( `${ SECTION } tbody tr` );
	await expect( rows.nth( 0 ) ).not.toContainText( 'Annulée' );
	await expect( rows.nth( 1 ) ).toContainText( 'Annulée par un avoir' );
	await expect( guest.getByText( COMPANY ) ).toHaveCount( 0 );
	await accessible( guest, SECTION );

	const other = await buyAsGuest( guest, 'tasse-en-gres', email );
	await becomes( guest, () => expect( documents ).toHaveCount( 1, SOON ) );
	await expect( guest.getByText( COMPANY ) ).toHaveCount( 1 );
	const cancelled = ( await sandbox.list( 'invoices' ) ).at( -1 )?.[ 'id' ];
	const answer = await fetch(
		`${ sandbox.url }/_sandbox/invoices/${ cancelled }/cancel`,
		{ method: 'POST' }
	);
	expect( answer.ok ).toBe( true );
	await call( page.request, 'POST', `/wc/v3/orders/${ other }`, {
		status: 'cancelled',
	} );
	await expect( async () => {
		// Another pass may be under way.
		await look();
		await guest.goto( `/my-account/view-order/${ other }/` );
		await expect( documents ).toHaveCount( 0, SOON );
	} ).toPass( { timeout: 120_000 } );
	await expect( guest.locator( '.woocommerce-order-details' ) ).toBeVisible();
	await expect( guest.getByText( COMPANY ) ).toHaveCount( 0 );
	await guest.goto( '/my-account/orders/' );
	const button = ( id: string ) =>
		guest.locator( `a[href*="orderinvoicer-order=${ id }"].button` );
	await expect( button( order ).first() ).toBeVisible();
	await expect( button( other ) ).toHaveCount( 0 );
} );
