import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { tooWide } from './layout.ts';
import { call } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

const AWAY = 'Sellsy n’a pas répondu au dernier appel.';

/** What is said of what could not be read, by itself or once a button asks Sellsy. */
const TABS: { tab: string; press: string[]; says?: string[] }[] = [
	{
		tab: 'documents',
		press: [],
		says: [ 'Les listes de Sellsy n’ont pas pu être lues.', AWAY ],
	},
	{
		tab: 'taxes',
		press: [ 'Relire les taux de TVA de Sellsy' ],
		says: [ 'Les taux de TVA de Sellsy n’ont pas pu être lus.', AWAY ],
	},
	{
		tab: 'payments',
		press: [ 'Réessayer' ],
		says: [
			'Les moyens de paiement de Sellsy n’ont pas pu être lus.',
			AWAY,
		],
	},
	{ tab: 'products', press: [ 'Choisir un entrepôt' ], says: [ AWAY ] },
	{ tab: 'connection', press: [ 'Tester la connexion' ], says: [ AWAY ] },
	{ tab: 'diagnostics', press: [ 'Vérifier de nouveau' ] },
	{ tab: 'customers', press: [] },
	{ tab: 'emails', press: [] },
	{ tab: 'statuses', press: [] },
];

const note = ( page: Page ) =>
	page
		.getByRole( 'group', { name: 'Facture', exact: true } )
		.getByLabel( 'Note', { exact: true } );

test.afterEach( async ( { page, sandbox } ) => {
	await sandbox.withoutFaults();
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		invoice: { note: '' },
	} );
	await speak( page.request, 'en_US' );
} );

test( 'while Sellsy is away each page says in French what it could not read, and nothing typed is lost', async ( {
	page,
	sandbox,
	accessible,
} ) => {
	test.slow();
	await speak( page.request, 'fr_FR' );
	await sandbox.fault( { mode: '503', times: 0 } );
	// What was kept of Sellsy's lists is gone.
	await call( page.request, 'GET', '/orderinvoicer/v1/sellsy&refresh=true' );
	await page.setViewportSize( { width: 390, height: 844 } );
	await page.goto( `${ PAGE }#/documents` );
	const app = page.locator( APP );
	await app.getByRole( 'button', { name: 'Modifier : Facture' } ).click();
	await app
		.getByText( /^Plus\s:/ )
		.first()
		.click();
	await note( page ).fill( 'Merci de votre confiance' );
	for ( const { tab, press, says } of TABS ) {
		await page.goto( `${ PAGE }#/${ tab }` );
		for ( const name of press ) {
			await app.getByRole( 'button', { name } ).click();
		}
		for ( const sentence of says ?? [] ) {
			await expect( app.getByText( sentence ).first() ).toBeVisible();
		}
		await expect( app.locator( '.orderinvoicer-loading' ) ).toHaveCount(
			0
		);
		// Nothing was sent, so nothing may have been made.
		await expect( app ).not.toContainText(
			/pas encore si (le|la|l’).{3,40} a été créé/
		);
		expect( await tooWide( page ), tab ).toBeLessThanOrEqual( 0 );
		await accessible( page, APP );
	}
	await page.goto( `${ PAGE }#/documents` );
	await app.getByRole( 'button', { name: 'Modifier : Facture' } ).click();
	await app
		.getByText( /^Plus\s:/ )
		.first()
		.click();
	await expect( note( page ) ).toHaveValue( 'Merci de votre confiance' );
	await app
		.getByRole( 'button', { name: 'Enregistrer les modifications' } )
		.click();
	await expect( app.getByText( 'Enregistré.' ) ).toBeVisible();
} );
