import { expect, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/documents';
const APP = '#orderinvoicer-app';

test( 'with the keyboard alone the owner reads a conflict, solves it and saves', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	const order = page.getByRole( 'group', { name: 'Sales order' } );
	const switchOn = order.getByLabel( 'Make sales orders from orders' );
	const category = order.getByLabel( 'Rate category' );
	const save = page.getByRole( 'button', { name: 'Save changes' } );
	const saved = async () => {
		await tabTo( page, save );
		await page.keyboard.press( 'Enter' );
		await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	};

	const add = page.getByLabel( 'Add a document' );
	await tabTo( page, add );
	await add.selectOption( { label: 'Sales order' } );
	await expect( order ).toBeFocused();
	await expect(
		order.getByText(
			'When an order is confirmed, paid or not, create a sales order in Sellsy.'
		)
	).toBeVisible();
	// The one that fits the shop is there already.
	await tabTo( page, order.getByText( /^More:/ ) );
	await page.keyboard.press( 'Enter' );
	await expect( category ).not.toHaveValue( '' );
	await expect( order.getByText( /Choose a rate category/ ) ).toBeHidden();
	await accessible( page, APP );

	// A group of radio buttons is one stop: its chosen button.
	await tabTo( page, order.getByLabel( 'Confirmed' ), 'Shift+Tab' );
	await page.keyboard.press( 'ArrowDown' );
	await expect(
		order.getByText(
			'When an order is paid, create a sales order in Sellsy.'
		)
	).toBeVisible();
	await saved();

	await page.reload();
	await expect( order.getByText( 'On', { exact: true } ) ).toBeVisible();
	await expect(
		order.getByText(
			'When an order is paid, create a sales order in Sellsy.'
		)
	).toBeVisible();
	// The invoice is made before it.
	await expect(
		page
			.getByRole( 'group', { name: 'Invoice', exact: true } )
			.getByText( /Invoice comes before Sales order/ )
	).toBeVisible();

	await tabTo(
		page,
		order.getByRole( 'button', { name: 'Change: Sales order' } )
	);
	await page.keyboard.press( 'Enter' );
	await tabTo( page, switchOn );
	await page.keyboard.press( 'Space' );
	await expect( order.getByText( 'Not saved yet' ) ).toBeVisible();
	await saved();
} );
