import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

const TABS = [
	{
		tab: 'overview',
		heading: 'Vue d’ensemble',
		shown: 'Documents par jour',
	},
	{ tab: 'setup', heading: 'Configurer pas à pas', shown: 'Simulation' },
	{
		tab: 'customers',
		heading: 'Clients',
		shown: 'Demander leurs numéros aux sociétés lors de la commande',
	},
	{ tab: 'orders', heading: 'Anciennes commandes', shown: 'Simulation' },
	{
		tab: 'diagnostics',
		heading: 'Diagnostic',
		shown: 'Copier pour le support',
	},
	{ tab: 'connection', heading: 'Connexion', shown: 'Tester la connexion' },
	{
		tab: 'documents',
		heading: 'Documents',
		shown: 'Créer des factures à partir des commandes',
	},
	{ tab: 'taxes', heading: 'Taxes', shown: 'Taux de TVA de la boutique' },
	{
		tab: 'payments',
		heading: 'Règlements',
		shown: 'Enregistrer les règlements sur la facture',
	},
	{ tab: 'products', heading: 'Produits', shown: 'Lots de produits' },
	{ tab: 'statuses', heading: 'États', shown: 'Ce qui indique l’expédition' },
	{
		tab: 'tasks',
		heading: 'Journal de synchronisation',
		shown: 'Tous les états',
	},
];

test.beforeEach( async ( { page } ) => speak( page.request, 'fr_FR' ) );

test.afterEach( async ( { page } ) => speak( page.request, 'en_US' ) );

for ( const { tab, heading, shown } of TABS ) {
	test( `in French, accessible and on a phone: ${ tab }`, async ( {
		page,
		accessible,
	} ) => {
		await page.setViewportSize( { width: 400, height: 800 } );
		await page.goto( `${ PAGE }#/${ tab }` );
		const app = page.locator( APP );
		await expect(
			// The table of tasks brings a second one.
			app.getByRole( 'heading', { level: 2, name: heading } ).first()
		).toBeAttached();
		await expect( app.getByText( shown ).first() ).toBeAttached();
		await accessible( page, APP );
		expect(
			await page.evaluate(
				() => document.documentElement.scrollWidth - window.innerWidth
			)
		).toBeLessThanOrEqual( 0 );
	} );
}
