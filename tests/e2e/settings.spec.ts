import { expect, test } from './fixtures.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

test( 'the owner tests the connection and sees who is connected', async ( {
	page,
	accessible,
} ) => {
	await page.goto( `${ PAGE }#/connection` );
	await page.getByRole( 'button', { name: 'Test the connection' } ).click();
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await expect(
		page.locator( APP ).getByText( /Connected to Sellsy as / )
	).toBeVisible();
	await accessible( page, APP );
} );

test( 'what the owner saves is still there after a reload', async ( {
	page,
	accessible,
} ) => {
	await page.goto( `${ PAGE }#/documents` );
	const invoice = page.getByRole( 'group', {
		name: 'Invoice',
		exact: true,
	} );
	const note = invoice.getByLabel( 'Note', { exact: true } );
	const change = page.getByRole( 'button', { name: 'Change: Invoice' } );
	await change.click();
	await invoice.getByText( /^More:/ ).click();
	await note.fill( 'Merci {customer_name}' );
	await expect(
		invoice.getByText( /it reads: Merci Client Test$/ )
	).toBeVisible();
	await page.getByRole( 'button', { name: 'Save changes' } ).click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	await page.reload();
	await change.click();
	await invoice.getByText( /^More:/ ).click();
	await expect( note ).toHaveValue( 'Merci {customer_name}' );
	await accessible( page, APP );
} );

test( 'each kind of document, payments, statuses and products can be set', async ( {
	page,
	accessible,
} ) => {
	const save = page.getByRole( 'button', { name: 'Save changes' } );
	const saved = async () => {
		await save.click();
		await expect( page.getByText( 'Saved.' ) ).toBeVisible();
		await accessible( page, APP );
	};
	await page.goto( `${ PAGE }#/documents` );
	const estimate = page.getByRole( 'group', { name: 'Estimate' } );
	await page
		.getByLabel( 'Add a document' )
		.selectOption( { label: 'Estimate' } );
	await expect( estimate.getByText( /Choose a rate category/ ) ).toBeHidden();
	await estimate.getByText( /^More:/ ).click();
	await expect( estimate.getByLabel( 'Rate category' ) ).not.toHaveValue(
		''
	);
	await saved();
	await page.goto( `${ PAGE }#/payments` );
	await page.getByText( 'Refunds and cancellations' ).click();
	await page
		.getByLabel( 'Credit the invoice when its order is cancelled' )
		.check();
	await saved();
	await page.goto( `${ PAGE }#/statuses` );
	await page.getByRole( 'button', { name: 'Add a sentence' } ).click();
	await page
		.getByLabel( 'When an order becomes', { exact: true } )
		.selectOption( 'Completed' );
	await page
		.getByLabel( 'this happens' )
		.selectOption( 'its estimate is marked as sent' );
	await saved();
	await page.goto( `${ PAGE }#/products` );
	await page.getByLabel( 'Fill what is blank' ).check();
	await saved();
	await page.goto( `${ PAGE }#/documents` );
	await page.getByRole( 'button', { name: 'Change: Estimate' } ).click();
	await estimate.getByLabel( 'Make estimates from orders' ).uncheck();
	await saved();
} );

test( 'the owner takes a tax away and takes the proposal back', async ( {
	page,
	accessible,
} ) => {
	await page.goto( `${ PAGE }#/taxes` );
	const rate = page.getByLabel( 'Sellsy tax for TVA 20 %', { exact: true } );
	const save = page.getByRole( 'button', { name: 'Save changes' } );
	// What is settled is one line, which unfolds.
	await page
		.getByText( /asks? nothing of you/ )
		.first()
		.click();
	await rate.selectOption( '' );
	await save.click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	await page
		.getByRole( 'button', { name: 'Use all certain proposals' } )
		.click();
	await expect( rate ).not.toHaveValue( '' );
	await save.click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	await accessible( page, APP );
} );

test( 'the list of tasks fits on a phone', async ( { page, accessible } ) => {
	await page.setViewportSize( { width: 400, height: 800 } );
	await page.goto( `${ PAGE }#/history` );
	await expect(
		page.getByRole( 'heading', { name: 'History', exact: true } ).last()
	).toBeVisible();
	await accessible( page, APP );
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		)
	).toBeLessThanOrEqual( 0 );
} );
