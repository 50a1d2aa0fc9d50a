import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { configureAxe } from 'jest-axe';
import { App } from '../admin/App';
import * as answers from './answers';
import { Site } from './site';

/** A connected shop whose every route answers; tests change what they are about. */
export const connectedSite = (): Site =>
	new Site()
		.on( 'GET /status', () => answers.status )
		.on( 'GET /settings', () => answers.settings )
		.on( 'GET /connection', () => answers.connected )
		.on( 'GET /shop', () => answers.shop )
		.on( 'GET /sellsy', () => answers.sellsy )
		.on( 'GET /tax-proposals', () => answers.proposals )
		.on( 'GET /payment-methods', () => answers.paymentMethods )
		.on( 'GET /order-usage', () => answers.orderUsage )
		.on( 'POST /tax-doctor', () => answers.healthyTaxes )
		.on( 'GET /shipped-signs', () => answers.shippedSigns )
		.on( 'GET /products', () => [] )
		.onList( 'GET /syncs', () => [ answers.doneSync ], 1 );

export function renderApp( hash: string ) {
	window.location.hash = hash;
	const user = userEvent.setup();
	// As wp-admin prints it: the page's own h1 stands above the app.
	const view = render(
		<main>
			<h1>Order Invoicer</h1>
			<App />
		</main>
	);
	return { user, ...view };
}

const axe = configureAxe( {
	// What WordPress speaks to screen readers lies outside every landmark.
	rules: { region: { enabled: false } },
} );

/** Modals lie outside the rendered tree, so the whole body is looked at. */
export async function expectAccessible(): Promise< void > {
	await act( async () => {
		expect( await axe( document.body ) ).toHaveNoViolations();
	} );
}
