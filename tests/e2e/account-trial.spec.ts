import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { tooWide } from './layout.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/diagnostics';
const APP = '#orderinvoicer-app';

test.afterEach( async ( { page } ) => {
	await speak( page.request, 'en_US' );
} );

test( 'in French, on a phone, the owner asks whether the account is fine, and nothing stays in Sellsy', async ( {
	page,
	sandbox,
	accessible,
} ) => {
	test.slow();
	await speak( page.request, 'fr_FR' );
	const companies = await sandbox.list( 'companies' );
	const webhooks = await sandbox.list( 'webhooks' );
	await page.setViewportSize( { width: 390, height: 844 } );
	await page.goto( PAGE );
	const trial = page.getByRole( 'group', {
		name: 'Mon compte Sellsy convient-il ?',
	} );
	await trial.getByRole( 'button', { name: 'Vérifier ce compte' } ).click();
	await expect(
		trial.getByText( /^Votre compte convient .*rien ne s’y oppose\.$/ )
	).toBeVisible( { timeout: 120_000 } );
	await trial.getByText( /^En ordre \(/ ).click();
	await expect( trial.getByText( 'Comme attendu' ).first() ).toBeVisible();
	await accessible( page, APP );
	expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
	expect( await sandbox.list( 'companies' ) ).toEqual( companies );
	expect( await sandbox.list( 'webhooks' ) ).toEqual( webhooks );
	// Who comes back finds it, without asking Sellsy anew.
	await page.reload();
	await expect(
		trial.getByText( /^Votre compte convient .*rien ne s’y oppose\.$/ )
	).toBeVisible();
} );
