import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

/**
 * axe by itself: its builder for Playwright reads it anew for each look, twice, and sums up in a page of its own, which
 * takes four fifths of the time. What it adds are frames, and no part that is looked at has any.
 */
const { source }: { source: string } = createRequire(
	require.resolve( '@axe-core/playwright' )
)( 'axe-core' );

/** What a person with a screen reader or a keyboard would stumble over in this part of the page. */
export const obstacles = async (
	page: Page,
	selector: string
): Promise< { id: string; nodes: string[] }[] > => {
	if ( ! ( await page.evaluate( () => 'axe' in window ) ) ) {
		await page.evaluate( source );
	}
	return page.evaluate( async ( include ) => {
		if ( window.axe === undefined ) {
			throw new Error( 'axe is not there.' );
		}
		if ( document.querySelector( `${ include } iframe` ) !== null ) {
			throw new Error( 'axe does not look into frames here.' );
		}
		const { violations } = await window.axe.run(
			{ include: [ include ] },
			// Of what is in order axe would describe each element too.
			{ resultTypes: [ 'violations' ] }
		);
		return violations.map( ( { id, nodes } ) => ( {
			id,
			nodes: nodes.map( ( { html } ) => html ),
		} ) );
	}, selector );
};
