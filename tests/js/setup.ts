import { configure } from '@testing-library/dom';
import '@testing-library/jest-dom';
import '@wordpress/jest-console';
import { toHaveNoViolations } from 'jest-axe';

expect.extend( toHaveNoViolations );

// Pages are fetched when they are first shown, and the first run also translates them.
// What is read out of a notice stands in the page a second time, if WordPress's region for it is there by then.
configure( {
	asyncUtilTimeout: 10_000,
	defaultIgnore: 'script, style, .a11y-speak-region',
} );

// jsdom has none of these; @wordpress/components asks for all three.
window.matchMedia ??= ( query: string ): MediaQueryList => ( {
	matches: false,
	media: query,
	onchange: null,
	addListener() {},
	removeListener() {},
	addEventListener() {},
	removeEventListener() {},
	dispatchEvent: () => false,
} );
globalThis.ResizeObserver ??= class {
	observe() {}
	unobserve() {}
	disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};

// The styles of WordPress's components: whether an element is hidden, jsdom would ask each of these rules for each
// element. What they look like is for the browser.
CSSStyleSheet.prototype.insertRule = () => 0;

// For each field jsdom asks each label of the page which field is its own, and that one looks for it in the page.
for ( const { prototype } of [
	HTMLButtonElement,
	HTMLInputElement,
	HTMLSelectElement,
	HTMLTextAreaElement,
] ) {
	Object.defineProperty( prototype, 'labels', {
		configurable: true,
		get( this: HTMLElement ) {
			const labels = this.ownerDocument.getElementsByTagName( 'label' );
			return [ ...labels ].filter( ( label ) =>
				label.htmlFor === ''
					? label.contains( this )
					: label.htmlFor === this.id
			);
		},
	} );
}
