/**
 * The pictures of README.md, made from the demo: the box of its first order and the page Essentials, in both languages.
 *
 *     npm run pictures
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { PROJECT } from '../tests/environment/cache.ts';
import { findBrowser } from '../tests/environment/browser.ts';
import { findWooCommerce } from '../tests/environment/woocommerce.ts';
import { browser } from './prepare.ts';
import { startShop } from './start.ts';
import { step } from './step.ts';

const FOLDER = path.join( PROJECT, 'docs/pictures' );

/** Language => the button of the demo's page that leads to it. */
const LANGUAGES = { fr: 'Français', en: 'English' };

/** PHP of WebAssembly takes its time. */
const PATIENCE = 120_000;

const take = async (
	page: Page,
	address: string,
	what: string,
	file: string,
	height = 900
): Promise< void > => {
	await page.setViewportSize( { width: 1280, height } );
	await page.goto( address );
	await page.waitForLoadState( 'networkidle' );
	const part = page.locator( what ).first();
	await part.waitFor();
	await part.screenshot( { path: path.join( FOLDER, file ) } );
};

const takeAll = async ( page: Page, site: string, order: string ) => {
	for ( const [ code, name ] of Object.entries( LANGUAGES ) ) {
		await page.goto( `${ site }/demo/` );
		if (
			( await page.locator( 'html' ).getAttribute( 'lang' ) ) !== code
		) {
			await page.getByRole( 'button', { name } ).click();
			await page.waitForLoadState();
		}
		await take(
			page,
			`${ site }/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`,
			'#orderinvoicer-order',
			`order-box-${ code }.png`,
			// Nothing is scrolled: WooCommerce's header would lie over the box.
			4000
		);
		await take(
			page,
			`${ site }/wp-admin/admin.php?page=orderinvoicer#/settings`,
			'#orderinvoicer-app',
			`essentials-${ code }.png`
		);
	}
};

const main = async (): Promise< void > => {
	await browser();
	const shop = await startShop( await findWooCommerce() );
	const executablePath = findBrowser() ?? undefined;
	const chrome = await chromium.launch( {
		...( executablePath === undefined ? {} : { executablePath } ),
	} );
	const page = await chrome.newPage();
	page.setDefaultTimeout( PATIENCE );
	await mkdir( FOLDER, { recursive: true } );
	await page.goto( shop.begin );
	await step( `Pictures, into ${ path.relative( PROJECT, FOLDER ) }`, () =>
		takeAll( page, shop.playground.url, shop.first.order )
	);
	await chrome.close();
};

main().then(
	() => process.exit( 0 ),
	( error: unknown ) => {
		console.error( error );
		process.exit( 1 );
	}
);
