import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { press, seesFocus, tabTo } from './keyboard.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

const set = ( request: APIRequestContext, settings: unknown ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', settings );

/** As WordPress offers it to those who have no mouse: past its menu. */
const skipMenu = async ( page: Page ): Promise< void > => {
	await tabTo(
		page,
		page.getByRole( 'link', { name: 'Skip to main content' } )
	);
	await page.keyboard.press( 'Enter' );
};

/** Escape closes the dialog that the button opened, and leads back to the button. */
const asksAndLetsGo = async (
	page: Page,
	button: Locator
): Promise< void > => {
	const dialog = page.getByRole( 'dialog' );
	await page.keyboard.press( 'Enter' );
	await expect( dialog ).toBeVisible();
	await expect( dialog.locator( ':focus' ).or( dialog ) ).not.toHaveCount(
		0
	);
	await page.keyboard.press( 'Escape' );
	await expect( dialog ).toBeHidden();
	await seesFocus( button );
};

test.describe( 'rules', () => {
	test.afterEach( ( { page } ) =>
		set( page.request, { invoice: { rules: [] } } )
	);

	test( 'are added, filled in, moved and removed with the keyboard alone', async ( {
		page,
		accessible,
	} ) => {
		await page.goto( `${ PAGE }#/documents` );
		const invoice = page.getByRole( 'group', {
			name: 'Invoice',
			exact: true,
		} );
		const button = ( name: string ) =>
			invoice.getByRole( 'button', { name, exact: true } );
		await expect( invoice ).toBeVisible();
		await skipMenu( page );
		await tabTo( page, button( 'Change: Invoice' ) );
		await page.keyboard.press( 'Enter' );
		await tabTo( page, button( 'Add a rule: Invoice' ) );
		await page.keyboard.press( 'Enter' );
		await seesFocus(
			invoice.getByRole( 'group', { name: 'Orders still to be chosen' } )
		);
		await page.keyboard.press( 'Tab' );
		await seesFocus( button( 'Up: Orders still to be chosen' ) );
		const condition = invoice.getByLabel( 'Add a condition' );
		await tabTo( page, condition );
		await condition.pressSequentially( 'Person or company' );
		await tabTo( page, invoice.getByLabel( 'Bought by' ), 'Shift+Tab' );
		await page.keyboard.press( 'End' );
		await expect(
			invoice.getByRole( 'button', { name: /^Companies: / } )
		).toBeVisible();
		await accessible( page, APP );

		await tabTo( page, button( 'Add a rule: Invoice' ) );
		await page.keyboard.press( 'Enter' );
		await seesFocus(
			invoice.getByRole( 'group', { name: 'Orders still to be chosen' } )
		);
		const up = button( 'Up: Orders still to be chosen' );
		await tabTo( page, up );
		await page.keyboard.press( 'Enter' );
		await seesFocus( up );
		await expect( up ).toHaveAttribute( 'aria-disabled', 'true' );
		await expect(
			invoice
				.getByRole( 'list', { name: 'Rules' } )
				.getByRole( 'listitem' )
				.first()
		).toContainText( 'Orders still to be chosen' );

		const remove = button( 'Remove: Orders still to be chosen' );
		await tabTo( page, remove );
		await asksAndLetsGo( page, remove );
		await page.keyboard.press( 'Enter' );
		const dialog = page.getByRole( 'dialog' );
		await accessible( page, '[role="dialog"]' );
		await tabTo( page, dialog.getByRole( 'button', { name: 'Remove' } ) );
		await page.keyboard.press( 'Enter' );
		await expect( dialog ).toBeHidden();
		await seesFocus( invoice.getByRole( 'list', { name: 'Rules' } ) );
		await press( page, 'Save changes' );
		await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	} );
} );

test.describe( 'e-mails to customers', () => {
	test.skip(
		process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
		'The stand-in for WooCommerce has no e-mails.'
	);

	test.afterEach( ( { page } ) =>
		set( page.request, {
			customer_emails: { emails: [], documents: 'link', minutes: 10 },
		} )
	);

	test( 'are chosen and made to wait with the keyboard alone', async ( {
		page,
		accessible,
	} ) => {
		await page.goto( `${ PAGE }#/emails` );
		const section = page.getByRole( 'group', {
			name: 'What your customers get',
		} );
		const first = section.getByRole( 'checkbox' ).first();
		await expect( first ).toBeVisible();
		await skipMenu( page );
		await tabTo( page, first );
		await seesFocus( first );
		await page.keyboard.press( 'Space' );
		const carried = section.getByLabel(
			'What do WooCommerce’s e-mails carry?',
			{ exact: true }
		);
		await carried.focus();
		await page.keyboard.press( 'ArrowDown' );
		await expect( carried ).toHaveValue( 'wait' );
		await seesFocus( carried );
		const minutes = section.getByLabel(
			'They wait for so many minutes at most',
			{ exact: true }
		);
		await tabTo( page, minutes );
		await page.keyboard.press( 'ControlOrMeta+a' );
		await page.keyboard.type( '5' );
		await accessible( page, APP );
		await press( page, 'Save changes' );
		await expect( page.getByText( 'Saved.' ) ).toBeVisible();
		await page.reload();
		await expect( minutes ).toHaveValue( '5' );
	} );
} );

test.describe( 'on real WooCommerce', () => {
	test.skip(
		process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
		'The stand-in for WooCommerce has neither products nor an order screen to save.'
	);

	test.afterEach( ( { page } ) =>
		set( page.request, {
			invoice: { trigger: 'confirmed' },
			shopper: { company_days: 0 },
		} )
	);

	test( 'the page that asks, and the notice of what is done, with the keyboard alone', async ( {
		guest,
		page,
		accessible,
	} ) => {
		await set( page.request, { invoice: { trigger: 'completed' } } );
		const id = await buyAsGuest( guest, 'tasse-en-gres' );
		await page.goto(
			`/wp-admin/admin.php?page=orderinvoicer-bulk&orderinvoicer_do=create%3Ainvoice&orderinvoicer_orders=${ id }`
		);
		await skipMenu( page );
		const consent = page.getByRole( 'checkbox' ).first();
		await tabTo( page, consent );
		await seesFocus( consent );
		await page.keyboard.press( 'Space' );
		await page.keyboard.press( 'Tab' );
		await seesFocus( page.locator( '.button-primary' ).first() );
		await page.keyboard.press( 'Enter' );
		await page.waitForURL( /page=wc-orders/ );
		await page.waitForLoadState( 'load' );
		const notice = page.locator( '.notice:has(#orderinvoicer-bulk)' );
		await expect( notice ).toBeVisible();
		await accessible( page, '.notice:has(#orderinvoicer-bulk)' );
		await skipMenu( page );
		const hide = notice.getByRole( 'button', { name: 'Hide this notice' } );
		await tabTo( page, hide );
		await seesFocus( hide );
		await page.keyboard.press( 'Enter' );
		await expect( notice ).toHaveCount( 0 );
	} );

	test( 'the order box: a document is looked for, and its question let go, with the keyboard alone', async ( {
		guest,
		page,
	} ) => {
		await set( page.request, {
			invoice: { trigger: 'completed' },
		} );
		const order = await buyAsGuest( guest, 'tasse-en-gres' );
		await page.goto(
			`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
		);
		const box = page.locator( '#orderinvoicer-order' );
		const make = box.getByRole( 'button', { name: 'Create now: Invoice' } );
		await make.focus();
		await asksAndLetsGo( page, make );

		const link = box.getByRole( 'button', {
			name: 'Link an existing document',
		} );
		await tabTo( page, link );
		await asksAndLetsGo( page, link );
		await page.keyboard.press( 'Enter' );
		const dialog = page.getByRole( 'dialog' );
		const number = dialog.getByLabel( /^Its number/ );
		await tabTo( page, number );
		await seesFocus( number );
		await page.keyboard.type( 'F-none' );
		await page.keyboard.press( 'Tab' );
		await seesFocus(
			dialog.getByRole( 'button', { name: 'Look for it in Sellsy' } )
		);
		await page.keyboard.press( 'Enter' );
		await expect( dialog.getByRole( 'status' ) ).toContainText(
			'Sellsy has no such document.'
		);
	} );

	test( 'a company request is refused from the log with the keyboard alone', async ( {
		guest,
		page,
		accessible,
	} ) => {
		await set( page.request, { shopper: { company_days: 30 } } );
		const order = await buyAsGuest( guest, 'tasse-en-gres' );
		await guest.reload();
		const section = guest.locator( '.woocommerce-order-company' );
		await section.locator( 'summary' ).focus();
		await guest.keyboard.press( 'Enter' );
		await tabTo( guest, section.getByLabel( 'Company name' ) );
		await guest.keyboard.type( 'Atelier du Port SARL' );
		await guest.keyboard.press( 'Enter' );
		await expect( section.getByRole( 'status' ) ).toContainText(
			'Your request was sent.'
		);

		await page.goto( `${ PAGE }#/todo?order=${ order }` );
		const refuse = page
			.locator( APP )
			.getByRole( 'button', { name: /^Refuse – order/ } );
		await expect( async () => {
			await page.getByRole( 'button', { name: 'Refresh' } ).click();
			await expect( refuse ).toBeVisible( { timeout: 2_000 } );
		} ).toPass( { timeout: 90_000 } );
		await tabTo( page, refuse );
		await asksAndLetsGo( page, refuse );
		await page.keyboard.press( 'Enter' );
		const dialog = page.getByRole( 'dialog' );
		const why = dialog.getByLabel( /^Why not\?/ );
		await tabTo( page, why );
		await seesFocus( why );
		await page.keyboard.type( 'The order is for a person.' );
		await accessible( page, '[role="dialog"]' );
		await tabTo( page, dialog.getByRole( 'button', { name: 'Refuse' } ) );
		await page.keyboard.press( 'Enter' );
		await expect( dialog ).toBeHidden();
		await expect( refuse ).toHaveCount( 0 );
		await expect( page.locator( `${ APP } :focus` ) ).toHaveCount( 1 );
	} );
} );
