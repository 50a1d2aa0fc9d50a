import type { Page } from '@playwright/test';
import { expect, type Sandbox, test } from './fixtures.ts';
import {
	BLOCK_CHECKOUT,
	CLASSIC_CHECKOUT,
	choose,
	fillAddress,
	fillCart,
	placeOrder,
} from './shopper.ts';
import { signIn } from './sign-in.ts';
import { call, create } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no checkout.'
);

const SIRET = '732 829 320 00074';
const CONTACT = '#contact-fields';
const MISTYPED = /au moins un de ses chiffres est mal saisi/;
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 900 };

/** Seconds, but not where PHP is WebAssembly on a busy machine: then cron makes the invoice. */
const invoiceOf = async (
	{ request }: Page,
	sandbox: Sandbox,
	reference: string
): Promise< Record< string, unknown > > => {
	let invoice: Record< string, unknown > | undefined;
	await expect
		.poll(
			async () => {
				await request.get( '/wp-cron.php' );
				invoice = ( await sandbox.list( 'invoices' ) ).find(
					( { order_reference: said } ) => said === reference
				);
				return invoice !== undefined;
			},
			{ timeout: 360_000, intervals: [ 5_000 ] }
		)
		.toBe( true );
	return invoice ?? {};
};

const isWide = ( page: Page ): Promise< boolean > =>
	page.evaluate(
		() =>
			document.documentElement.scrollWidth >
			document.documentElement.clientWidth
	);

test.beforeEach( async ( { page } ) => {
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		checkout_numbers: true,
		checkout_company_box: true,
	} );
	await call( page.request, 'POST', '/wp/v2/settings', {
		language: 'fr_FR',
	} );
} );

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/wp/v2/settings', { language: '' } );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		checkout_numbers: false,
		checkout_company_box: false,
	} );
} );

test( 'a company ticks the box at the block checkout; its number stands on the invoice', async ( {
	guest,
	sandbox,
	accessible,
} ) => {
	test.slow();
	const number = `BC-${ Date.now() }`;
	await fillCart( guest );
	await guest.goto( '/checkout/' );
	const box = guest.locator( '#contact-orderinvoicer-is-company' );
	const siret = guest.locator( '#contact-orderinvoicer-siret' );
	await expect( box ).toBeVisible();
	await expect( box ).not.toBeChecked();
	await expect( siret ).toHaveCount( 0 );

	await guest.locator( '#email' ).fill( 'achats@example.test' );
	await box.focus();
	await guest.keyboard.press( 'Space' );
	await expect( siret ).toBeVisible();
	await accessible( guest, '[class*="orderinvoicer"]' );
	await siret.fill( '123' );
	await siret.blur();
	await expect( siret ).toHaveAttribute( 'aria-invalid', 'true' );
	await expect( siret ).toHaveAccessibleErrorMessage( /14, et non 3\./ );
	for ( const size of [ NARROW, WIDE ] ) {
		await guest.setViewportSize( size );
		expect( await isWide( guest ) ).toBe( false );
	}
	const company = guest.locator( '#contact-orderinvoicer-company' );
	await expect( company ).toHaveAttribute( 'required' );
	await expect( siret ).not.toHaveAttribute( 'required' );

	await company.fill( 'Acme SARL' );
	await siret.fill( '732 829 320 00075' );
	await siret.blur();
	// Only the server knows that: what it says stands at the field, also for those who go on to the next one.
	await expect( siret ).toHaveAccessibleErrorMessage( MISTYPED );
	await siret.focus();
	await siret.blur();
	await expect( siret ).toHaveAccessibleErrorMessage( MISTYPED );
	await siret.fill( SIRET );
	await expect( siret ).toHaveAttribute( 'aria-invalid', 'false' );
	await expect( guest.locator( CONTACT ) ).not.toContainText( MISTYPED );
	await guest.locator( '#contact-orderinvoicer-order-number' ).fill( number );
	await fillAddress( guest, '#shipping-' );
	await choose(
		guest.locator(
			'input[name="radio-control-wc-payment-method-options"][value="cod"]'
		)
	);
	await placeOrder( guest, BLOCK_CHECKOUT );

	const invoice = await invoiceOf( guest, sandbox, number );
	expect( String( invoice[ 'subject' ] ) ).toMatch( / \[[A-Z0-9]+-\d+\]$/ );
	expect(
		( await sandbox.list( 'companies' ) ).map( ( { name } ) => name )
	).toContain( 'Acme SARL' );
} );

test( 'a company ticks the box at the classic checkout; nothing is asked of others', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	test.slow();
	const number = `BC-${ Date.now() }`;
	const id = await create( page.request, '/wp/v2/pages', {
		title: 'Commande',
		slug: 'commande-classique',
		status: 'publish',
		content: '[woocommerce_checkout]',
	} );
	await fillCart( guest );
	await guest.goto( '/commande-classique/' );
	const box = guest.locator( '#orderinvoicer_is_company' );
	const siret = guest.locator( '#orderinvoicer_siret' );
	await expect( box ).toBeVisible();
	await expect( siret ).toBeHidden();
	await expect( siret ).toBeDisabled();

	await box.focus();
	await guest.keyboard.press( 'Space' );
	await expect( siret ).toBeVisible();
	for ( const size of [ NARROW, WIDE ] ) {
		await guest.setViewportSize( size );
		expect( await isWide( guest ) ).toBe( false );
	}
	await accessible( guest, '.woocommerce-billing-fields__field-wrapper' );
	await fillAddress( guest, '#billing_' );
	await guest.locator( '#billing_email' ).fill( 'achats@example.test' );
	await guest.locator( '#billing_phone' ).fill( '0100000000' );
	await siret.fill( '732 829 320 00075' );
	await guest.locator( '#orderinvoicer_order_number' ).fill( number );
	const cod = guest.locator( '#payment_method_cod' );
	await expect( async () => {
		await cod.check( { timeout: 5_000 } );
		await guest.locator( CLASSIC_CHECKOUT ).click( { timeout: 5_000 } );
		await expect(
			guest
				.locator(
					'.woocommerce-error, .wc-block-components-notice-banner.is-error'
				)
				.first()
		).toContainText( 'SIRET', { timeout: 15_000 } );
	} ).toPass();
	await expect(
		guest.locator( '.woocommerce-NoticeGroup-checkout' )
	).toContainText( /company|société/ );
	for ( const [ field, why ] of [
		[ '#orderinvoicer_siret', MISTYPED ],
		[ '#billing_company', /nom de votre société/ ],
	] as const ) {
		await expect( guest.locator( field ) ).toHaveAttribute(
			'aria-invalid',
			'true'
		);
		await expect( guest.locator( field ) ).toHaveAccessibleDescription(
			why
		);
		// Green is what is right.
		await expect( guest.locator( `${ field }_field` ) ).toHaveClass(
			/woocommerce-invalid/
		);
	}
	for ( const size of [ NARROW, WIDE ] ) {
		await guest.setViewportSize( size );
		await accessible( guest, '.woocommerce-billing-fields__field-wrapper' );
	}

	await guest.locator( '#billing_company' ).fill( 'Acme SARL' );
	await siret.fill( SIRET );
	await placeOrder( guest, CLASSIC_CHECKOUT );
	await invoiceOf( guest, sandbox, number );
	await call( page.request, 'DELETE', `/wp/v2/pages/${ id }&force=true` );
} );

test( 'an account says at the field which number is wrong, and keeps what was typed', async ( {
	guest,
	accessible,
} ) => {
	await signIn( guest.request, 'client', 'password' );
	await guest.goto( '/my-account/edit-account/' );
	await expect( guest.getByLabel( /bon de commande/ ) ).toHaveCount( 0 );
	await guest.getByLabel( /Nom de la société/ ).fill( 'Acme SARL' );
	await guest.getByLabel( /SIREN ou SIRET/ ).fill( '732 829 320 00075' );
	await guest.locator( 'button[name="save_account_details"]' ).click();
	const siret = guest.getByLabel( /SIREN ou SIRET/ );
	await expect( siret ).toHaveAttribute( 'aria-invalid', 'true' );
	await expect( siret ).toHaveAccessibleDescription( MISTYPED );
	await expect( siret ).toHaveValue( '732 829 320 00075' );
	await expect( guest.getByLabel( /Nom de la société/ ) ).toHaveValue(
		'Acme SARL'
	);
	for ( const size of [ NARROW, WIDE ] ) {
		await guest.setViewportSize( size );
		await accessible( guest, '.edit-account' );
		expect( await isWide( guest ) ).toBe( false );
	}
	await siret.fill( '' );
	await guest.getByLabel( /Nom de la société/ ).fill( '' );
	await guest.locator( 'button[name="save_account_details"]' ).click();
	await expect( guest.locator( '.is-success' ) ).toBeVisible();
	await expect( guest.locator( '[aria-invalid="true"]' ) ).toHaveCount( 0 );
} );
