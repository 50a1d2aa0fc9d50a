import type { JsonObject } from '../contract/json.ts';
import { invoiceView } from './routes/invoice-views.ts';
import type { World } from './world.ts';

/** Everything that the sandbox holds, for tests to look at. */
export function snapshot( world: World ) {
	const { state } = world;
	return {
		companies: [ ...state.companies.values() ],
		individuals: [ ...state.individuals.values() ],
		contacts: [ ...state.contacts.values() ],
		contact_links: state.contact_links,
		addresses: [ ...state.addresses.values() ].map(
			( { owner, address } ): JsonObject => ( {
				...address,
				third_id: owner,
			} )
		),
		items: [ ...state.items.values() ],
		invoices: [ ...state.invoices.values() ].map( ( invoice ) =>
			invoiceView( invoice, world )
		),
		payments: [ ...state.payments.values() ],
		payment_links: state.payment_links,
		calls: world.calls,
	};
}
