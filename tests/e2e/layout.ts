import type { Page } from '@playwright/test';

/** From the next page on, as tests/environment/mu-plugins/right-to-left.php has it. */
export const writeRightToLeft = async (
	page: Page,
	url: string
): Promise< void > => {
	await page
		.context()
		.addCookies( [
			{ name: 'orderinvoicer_right_to_left', value: '1', url },
		] );
};

/** By how many pixels the page is wider than its window. */
export const tooWide = ( page: Page ): Promise< number > =>
	page.evaluate(
		() => document.documentElement.scrollWidth - window.innerWidth
	);

/** What a person can change or press there; what is folded does not count. */
export const seenControls = (
	page: Page,
	selector: string
): Promise< number > =>
	page
		.locator( `${ selector } :is( input, select, textarea, button )` )
		.evaluateAll(
			( all ) => all.filter( ( one ) => one.checkVisibility() ).length
		);

export const heightOf = ( page: Page, selector: string ): Promise< number > =>
	page.locator( selector ).evaluate( ( { scrollHeight } ) => scrollHeight );

/**
 * What cannot be read of this part: text that is cut, or that lies beside the window. What scrolls by itself can be
 * read, and what only screen readers are told is not to be seen.
 */
export const unreadable = (
	page: Page,
	selector: string
): Promise< string[] > =>
	page.locator( selector ).evaluate( ( root ) => {
		// What only screen readers are told is a pixel large.
		const isSeen = ( element: Element ): boolean =>
			element.checkVisibility() &&
			element.getBoundingClientRect().width > 1 &&
			! element.closest( 'select, [aria-hidden]' );
		const scrolls = ( element: Element ): boolean => {
			for (
				let one: Element | null = element;
				one && one !== root.parentElement;
				one = one.parentElement
			) {
				if (
					[ 'auto', 'scroll' ].includes(
						window.getComputedStyle( one ).overflowX
					)
				) {
					return true;
				}
			}
			return false;
		};
		const hasText = ( element: Element ): boolean =>
			[ ...element.childNodes ].some(
				( { nodeType, textContent } ) =>
					nodeType === Node.TEXT_NODE &&
					( textContent ?? '' ).trim() !== ''
			);
		const isCut = ( element: Element ): boolean => {
			const { overflowX } = window.getComputedStyle( element );
			const { left, right } = element.getBoundingClientRect();
			const isHidden = [ 'hidden', 'clip' ].includes( overflowX );
			return (
				( isHidden && element.scrollWidth > element.clientWidth + 1 ) ||
				left < -1 ||
				right > window.innerWidth + 1
			);
		};
		return [ ...root.querySelectorAll( '*' ) ]
			.filter(
				( element ) =>
					hasText( element ) &&
					isSeen( element ) &&
					! scrolls( element ) &&
					isCut( element )
			)
			.map( ( element ) => element.outerHTML.slice( 0, 200 ) );
	} );
