import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../admin/App';
import * as answers from './answers';
import { Site } from './site';

export { expectAccessible } from './accessible';

/** A connected shop whose every route answers; tests change what they are about. */
export const connectedSite = (): Site => {
	// Where the wizard was left belongs to another shop.
	window.localStorage.clear();
	return new Site()
		.on( 'GET /status', () => answers.status )
		.on( 'GET /overview', () => answers.overview )
		.on( 'GET /figures', () => answers.figures )
		.on( 'GET /settings', () => answers.settings )
		.on( 'GET /connection', () => answers.connected )
		.on( 'GET /shop', () => answers.shop )
		.on( 'GET /sellsy', () => answers.sellsy )
		.on( 'GET /tax-proposals', () => answers.proposals )
		.on( 'GET /payment-methods', () => answers.paymentMethods )
		.on( 'GET /payments/earlier', () => answers.noEarlierPayments )
		.on( 'GET /owner-emails', () => answers.ownerEmails )
		.on( 'GET /customer-emails', () => answers.customerEmails )
		.on( 'GET /diagnostics', () => answers.diagnostics )
		.on( 'GET /doctor', () => answers.untriedAccount )
		.on( 'GET /order-usage', () => answers.orderUsage )
		.on( 'POST /tax-doctor', () => answers.healthyTaxes )
		.on( 'GET /webhook', () => ( { state: 'off', text: '' } ) )
		.on( 'GET /shipped-signs', () => answers.shippedSigns )
		.on( 'GET /rule-choices', () => answers.ruleChoices )
		.on( 'GET /products', () => [] )
		.on( 'GET /customer-choices', () => ( { several: 0, other_kind: 0 } ) )
		.on( 'POST /customer-links/search', () => [] )
		.on( 'GET /history', () => [ answers.paidInvoice ] )
		.on( 'GET /history/about', () => answers.historyAbout )
		.on( 'GET /todo', () => answers.todo )
		.onList( 'GET /tasks', () => [ answers.doneTask ], 1 );
};

export function renderApp( hash: string ) {
	window.location.hash = hash;
	// An eighth of the time. What a style keeps from being pressed, the browser tests find.
	const user = userEvent.setup( { pointerEventsCheck: 0 } );
	// As wp-admin prints it: the page's own h1 stands above the app.
	const view = render(
		<main>
			<h1>Order Invoicer</h1>
			<App />
		</main>
	);
	return { user, ...view };
}
