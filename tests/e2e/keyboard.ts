import { expect, type Locator, type Page } from '@playwright/test';

/** More than any part of a page has places to stop at. */
const MOST = 150;

const hasFocus = ( target: Locator ): Promise< boolean > =>
	target.evaluate( ( node ) => node === node.ownerDocument.activeElement );

/** From where the focus is now, with the Tab key alone. */
export const tabTo = async (
	page: Page,
	target: Locator,
	key: 'Tab' | 'Shift+Tab' = 'Tab'
): Promise< void > => {
	await expect( target ).toBeVisible();
	for ( let i = 0; i < MOST && ! ( await hasFocus( target ) ); i++ ) {
		await page.keyboard.press( key );
	}
	await expect( target ).toBeFocused();
};

/** A button of the page, by its name. */
export const press = async ( page: Page, name: string ): Promise< void > => {
	const button = page.getByRole( 'button', { name, exact: true } );
	await tabTo( page, button );
	await expect( button ).toBeEnabled();
	await page.keyboard.press( 'Enter' );
};

/** Where the focus is must be seen: by an outline, or by the ring that WordPress draws as a shadow. */
export const seesFocus = async ( target: Locator ): Promise< void > => {
	await expect( target ).toBeFocused();
	await expect( target ).toBeInViewport();
	await expect
		.poll( () =>
			target.evaluate( ( node ) => {
				const { outlineStyle, outlineWidth, boxShadow } =
					window.getComputedStyle( node );
				return (
					( outlineStyle !== 'none' && outlineWidth !== '0px' ) ||
					boxShadow !== 'none'
				);
			} )
		)
		.toBe( true );
};
