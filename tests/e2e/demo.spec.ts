import type { Page } from '@playwright/test';
import { expect, type Sandbox, test } from './fixtures.ts';
import { speak } from './language.ts';
import { buyAtCheckout } from './shopper.ts';
import { call } from './site.ts';

/** The shop of `npm start` as it is printed: French, invoices once paid, documents for customers. */

test.skip(
	process.env[ 'ORDERINVOICER_DEMO' ] !== 'yes',
	'The demo is not what this site is.'
);

const IS_STANDIN =
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin';

/** On a busy machine the runner may die; its row is free again after five minutes. */
const SLOW = { timeout: 400_000, intervals: [ 2_000 ] };

/** The site's call to itself can be lost where PHP is WebAssembly: then cron is what works. */
const shows = async (
	page: Page,
	sandbox: Sandbox,
	kind: string,
	number: number
): Promise< void > => {
	await expect
		.poll( async () => {
			await page.request.get( '/wp-cron.php' );
			return ( await sandbox.list( kind ) ).length;
		}, SLOW )
		.toBe( number );
};

const language = async ( page: Page, name: string ): Promise< void > => {
	await page.getByRole( 'button', { name } ).click();
	await page.waitForLoadState();
};

const fits = async ( page: Page ): Promise< void > =>
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		)
	).toBeLessThanOrEqual( 0 );

/** @return the order's id. */
const buy = async (
	guest: Page,
	method: 'card' | 'bacs'
): Promise< string > => {
	if ( ! IS_STANDIN ) {
		await guest.context().clearCookies();
		return buyAtCheckout( guest, 'tasse-en-gres', undefined, method );
	}
	await guest.goto( '/demo/' );
	await guest.getByRole( 'radio', { name: /TTC, société/ } ).check();
	await guest
		.getByRole( 'button', {
			name: method === 'card' ? 'Payer par carte' : 'Payer par virement',
		} )
		.click();
	await expect( guest.getByRole( 'status' ) ).toBeVisible();
	return new URL( guest.url() ).searchParams.get( 'order' ) ?? '';
};

/** The stand-in has no pages of shoppers. */
const seesDocument = async ( guest: Page, order: string ): Promise< void > => {
	if ( ! IS_STANDIN ) {
		await guest.reload();
		await expect(
			guest.locator( `a[href*="orderinvoicer-order=${ order }"]` ).first()
		).toBeVisible();
	}
};

/** As the one above. */
const seesShop = async ( page: Page ): Promise< void > => {
	await page.goto( '/demo/' );
	if ( ! IS_STANDIN ) {
		await page.getByRole( 'button', { name: 'Un client' } ).click();
		await expect( page ).toHaveURL( /\/shop\/$/ );
		await page.goto( '/demo/' );
	}
};

const refund = async ( page: Page, order: string ): Promise< void > => {
	if ( ! IS_STANDIN ) {
		await call( page.request, 'POST', `/wc/v3/orders/${ order }/refunds`, {
			amount: '1.00',
		} );
		return;
	}
	await page.goto( `/wp-admin/post.php?post=${ order }&action=edit` );
	const box = page.locator( '#woocommerce-order-actions' );
	await box.getByRole( 'textbox', { name: 'Refund' } ).fill( '288.60' );
	await box.getByRole( 'button', { name: 'Refund' } ).click();
	await expect( box ).toContainText( 'Refunded: 288.60' );
};

test( 'the page leads through three steps, in French and in English', async ( {
	page,
	accessible,
} ) => {
	await page.goto( '/demo/' );
	await expect(
		page.getByRole( 'heading', { name: 'Essayez Order Invoicer' } )
	).toBeVisible();
	await accessible( page, 'body' );
	await page.setViewportSize( { width: 390, height: 800 } );
	await fits( page );
	await accessible( page, 'body' );
	await language( page, 'English' );
	await expect(
		page.getByRole( 'heading', { name: 'Try Order Invoicer' } )
	).toBeVisible();
	await accessible( page, 'body' );
	await language( page, 'Français' );
	await expect( page.locator( 'h2' ).first() ).toHaveText(
		IS_STANDIN
			? /Choisissez une commande et son paiement/
			: /Achetez quelque chose/
	);
} );

test( 'who has the key sees the shop as its owner, a shopper and the accountant, and a shop with rules', async ( {
	page,
} ) => {
	await page.goto( process.env[ 'ORDERINVOICER_DEMO_BEGIN' ] ?? '/demo/' );
	await page.getByRole( 'button', { name: 'avec des règles' } ).click();
	await expect(
		page.getByText( /proforma (in|dans) Sellsy/ ).first()
	).toBeVisible();
	await seesShop( page );
	await page.getByRole( 'button', { name: 'Le comptable' } ).click();
	await expect( page ).toHaveURL( /#\/history$/ );
	await page.goto( '/demo/' );
	await page.getByRole( 'button', { name: 'La boutique simple' } ).click();
	await expect( page ).toHaveURL( /#\/settings$/ );
} );

test( 'a card order is invoiced and paid, a transfer waits, a refund is credited', async ( {
	page,
	guest,
	sandbox,
} ) => {
	const before = ( await sandbox.list( 'invoices' ) ).length;
	const credits = ( await sandbox.list( 'credit_notes' ) ).length;

	await buy( guest, 'bacs' );
	const order = await buy( guest, 'card' );
	await shows( page, sandbox, 'invoices', before + 1 );
	await expect
		.poll( async () => {
			await page.request.get( '/wp-cron.php' );
			return ( await sandbox.list( 'invoices' ) ).at( -1 )?.[ 'status' ];
		}, SLOW )
		.toBe( 'paid' );
	await seesDocument( guest, order );
	await refund( page, order );
	await shows( page, sandbox, 'credit_notes', credits + 1 );
	expect( await sandbox.list( 'invoices' ) ).toHaveLength( before + 1 );
} );

test( 'one click leads through the set-up from the start', async ( {
	page,
} ) => {
	await page.goto( '/wp-admin/admin.php?page=orderinvoicer#/setup/shop' );
	const choices = page.locator( '#orderinvoicer-app select' );
	await choices.nth( 1 ).selectOption( 'paid' );
	await choices
		.filter( { has: page.locator( 'option[value="proforma"]' ) } )
		.last()
		.selectOption( 'proforma' );
	await expect.poll( () => remembered( page ) ).toContain( 'cheque' );
	await page.goto( '/demo/' );
	await page
		.getByRole( 'button', { name: /Recommencer l’installation/ } )
		.click();
	await speak( page.request, 'fr_FR' );
	await page.reload();
	await expect(
		page.getByRole( 'heading', { level: 3, name: /Étape 1 sur 4/ } )
	).toBeVisible();
	await expect( page.getByText( 'sandbox-secret' ) ).toBeVisible();
	expect( await remembered( page ) ).not.toContain( 'cheque' );
	expect(
		await call( page.request, 'GET', '/orderinvoicer/v1/settings' )
	).toMatchObject( { invoice: { enabled: false }, shopper: { kinds: [] } } );
} );

/** What this browser knows of the wizard. */
const remembered = ( page: Page ): Promise< string > =>
	page.evaluate( () => JSON.stringify( { ...window.localStorage } ) );
