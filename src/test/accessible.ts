import { act } from '@testing-library/react';
import { configureAxe } from 'jest-axe';

const axe = configureAxe( {
	// What WordPress speaks to screen readers lies outside every landmark.
	rules: { region: { enabled: false } },
	// Of what is in order axe would describe each element too.
	resultTypes: [ 'violations' ],
} );

/** Modals lie outside the rendered tree, so the whole body is looked at. */
export async function expectAccessible(): Promise< void > {
	await act( async () => {
		expect( await axe( document.body ) ).toHaveNoViolations();
	} );
}
