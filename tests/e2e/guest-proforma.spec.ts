import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';
import { APP } from './wizard.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no pages of shoppers.'
);

const SECTION = '.woocommerce-order-documents';

let before: unknown;

test.beforeEach( async ( { page } ) => {
	before = await call( page.request, 'GET', '/orderinvoicer/v1/settings' );
	await speak( page.request, 'fr_FR' );
	await call( page.request, 'POST', '/wp/v2/settings', {
		language: 'fr_FR',
	} );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		invoice: { trigger: 'paid', finalise: 'at_once' },
		shopper: { kinds: [ 'invoice', 'creditnote' ] },
	} );
} );

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/wp/v2/settings', { language: '' } );
	await speak( page.request, 'en_US' );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', before );
} );

test( 'a guest who chose the transfer has the proforma in hand, then the invoice, in French', async ( {
	guest,
	page,
	accessible,
} ) => {
	test.slow();
	await page.goto( '/wp-admin/admin.php?page=orderinvoicer#/settings' );
	const app = page.locator( APP );
	await app
		.getByLabel(
			'Que devient d’abord une commande payée par virement ou chèque ?'
		)
		.selectOption( 'proforma' );
	await app.getByRole( 'button', { name: 'Enregistrer' } ).click();
	await expect
		.poll( () => call( page.request, 'GET', '/orderinvoicer/v1/settings' ) )
		.toMatchObject( { proforma: { enabled: true } } );

	const order = await buyAsGuest(
		guest,
		'tasse-en-gres',
		`invite-${ Date.now() }@example.test`,
		'bacs'
	);
	// The page asks by itself while it is being made.
	const file = guest
		.locator( SECTION )
		.getByRole( 'link', { name: /^Télécharger .*Facture proforma PF-/ } );
	await expect( file ).toBeVisible( { timeout: 60_000 } );
	await expect( guest.locator( SECTION ) ).toContainText(
		'À régler, ce n’est pas une facture'
	);
	await accessible( guest, SECTION );
	const downloading = guest.waitForEvent( 'download' );
	await file.click();
	expect( ( await downloading ).suggestedFilename() ).toMatch(
		/^PF-[\w-]+\.pdf$/
	);

	await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
		status: 'processing',
	} );
	await guest.reload();
	await expect(
		guest
			.locator( SECTION )
			.getByRole( 'link', { name: /^Télécharger .*Facture F-/ } )
	).toBeVisible( { timeout: 60_000 } );
	await expect( file ).toHaveCount( 0 );
} );
