import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { seesFocus } from './keyboard.ts';
import { buy } from './shopper.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

test.beforeEach( ( { context } ) =>
	context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] )
);

test( 'two customers of one name and address: the owner compares, chooses once, and it is remembered', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	test.setTimeout( 300_000 );
	const email = `double-${ Date.now() }@example.test`;
	const customer = () =>
		sandbox.add( 'individuals', {
			first_name: 'Client',
			last_name: 'Test',
			type: 'client',
			email,
		} );
	await customer();
	const chosen = await customer();
	const order = await buy( guest, email );

	await page.goto( `${ PAGE }#/todo?order=${ order }` );
	const choose = page.getByRole( 'button', {
		name: new RegExp( `^Choose the customer – order ${ order }` ),
	} );
	await expect( async () => {
		await page.getByRole( 'button', { name: 'Refresh' } ).click();
		await expect( choose ).toBeVisible( { timeout: 2_000 } );
	} ).toPass( { timeout: 90_000 } );
	await expect(
		page.getByRole( 'link', {
			name: `Only order ${ order } is shown: show all`,
		} )
	).toBeVisible();
	await accessible( page, APP );

	await choose.focus();
	await page.keyboard.press( 'Enter' );
	const dialog = page.getByRole( 'dialog' );
	await expect( dialog ).toBeVisible();
	await page.keyboard.press( 'Escape' );
	await expect( dialog ).toBeHidden();
	await seesFocus( choose );
	await page.keyboard.press( 'Enter' );
	await expect(
		dialog.getByRole( 'columnheader', { name: 'This order' } )
	).toBeVisible();
	await expect(
		dialog
			.getByRole( 'row', { name: /^E-mail address/ } )
			.getByText( 'same' )
	).toHaveCount( 2 );
	await expect( dialog.getByText( /choice is remembered/ ) ).toBeVisible();
	await accessible( page, '[role="dialog"]' );
	await dialog
		.getByRole( 'button', {
			name: `Use this customer – Client Test (Sellsy no. ${ chosen })`,
		} )
		.click();
	await expect(
		page.locator( APP ).getByText( /is chosen and remembered/ )
	).toBeVisible();

	const timeline = page.getByRole( 'link', {
		name: new RegExp( `^What happened: Order ${ order }, Invoice .` ),
	} );
	await expect( async () => {
		await page.goto( `${ PAGE }#/history?search=${ order }` );
		await page.reload();
		await expect( timeline ).toBeVisible( { timeout: 5_000 } );
	} ).toPass( { timeout: 90_000 } );
	await expect( page.getByRole( 'searchbox' ) ).toHaveValue( order );
	await accessible( page, APP );

	await timeline.click();
	await expect( page ).toHaveURL( new RegExp( `timeline=${ order }$` ) );
	await page.reload();
	await expect(
		dialog.getByText( 'A person chose the customer' )
	).toBeVisible();
	await expect(
		dialog.getByText( /^Rule: made when the order is confirmed/ ).first()
	).toBeVisible();
	await expect(
		dialog
			.getByText( new RegExp( `remembered.*no\\. ${ chosen }` ) )
			.first()
	).toBeVisible();
	await accessible( page, '[role="dialog"]' );
	await dialog.getByRole( 'button', { name: 'Copy for support' } ).click();
	await expect( dialog.getByText( /^Copied/ ) ).toBeVisible();
	const copied = await page.evaluate( () => navigator.clipboard.readText() );
	expect( copied ).toContain(
		`customer_remembered type=individual id=${ chosen }`
	);
	expect( copied ).not.toContain( '@' );

	await page.goBack();
	await expect( dialog ).toBeHidden();
	await expect( page ).toHaveURL(
		new RegExp( `#/history\\?search=${ order }$` )
	);

	const second = await buy( guest, email );
	await expect( async () => {
		await page.goto(
			`${ PAGE }#/tasks?order=${ second }&timeline=${ second }`
		);
		await page.reload();
		await expect(
			dialog
				.getByText( new RegExp( `remembered.*no\\. ${ chosen }` ) )
				.first()
		).toBeVisible( { timeout: 5_000 } );
	} ).toPass( { timeout: 90_000 } );
	await expect( dialog.getByText( 'Needs you' ) ).toHaveCount( 0 );

	await page.keyboard.press( 'Escape' );
	await page.getByRole( 'searchbox' ).fill( email );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( `${ APP } tbody tr` ) ).toHaveCount( 2 );
	const download = page.waitForEvent( 'download' );
	await page.getByRole( 'link', { name: 'Download as CSV' } ).click();
	const csv = await readFile( await ( await download ).path(), 'utf8' );
	const [ head, ...lines ] = csv.trim().split( '\r\n' );
	expect( head ).toMatch( /^\uFEFF?Date;Number;Document;Order;Customer/ );
	expect( lines ).toHaveLength( 2 );
	expect( csv ).toContain( `;Invoice;${ order };Client Test;` );
} );

test( 'a day is typed with the keyboard, and only the whole of it counts', async ( {
	page,
} ) => {
	await page.goto( `${ PAGE }#/history` );
	await page.getByLabel( 'From' ).focus();
	await page.keyboard.type( '11242026' );
	await expect( page ).toHaveURL( /#\/history\?from=2026-11-24$/ );
	await expect( page.getByLabel( 'From' ) ).toHaveValue( '2026-11-24' );
	await page.goBack();
	await expect( page ).toHaveURL( /#\/history$/ );
	await expect( page.getByLabel( 'From' ) ).toHaveValue( '' );
} );
