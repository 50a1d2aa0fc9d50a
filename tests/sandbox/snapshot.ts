import type { JsonObject } from '../contract/json.ts';
import { documentsOf } from './documents.ts';
import { documentView } from './routes/document-views.ts';
import type { DocumentKind, SellsyDocument } from './state.ts';
import type { World } from './world.ts';

/** With its true parent, which Sellsy itself tells of invoices alone. */
const seen = ( document: SellsyDocument, world: World ): JsonObject => ( {
	...documentView( document, world ),
	parent: document.parent === null ? null : { ...document.parent },
} );

/** One document: a table of hundreds would write all of them after each order. */
export function documentSnapshot(
	id: number,
	world: World
): JsonObject | null {
	const document = world.state.documents.get( id );
	return document === undefined ? null : seen( document, world );
}

/** Everything that the sandbox holds, for tests to look at. */
export function snapshot( world: World ) {
	const { state } = world;
	const documents = ( kind: DocumentKind ): JsonObject[] =>
		documentsOf( kind, state ).map( ( document ) =>
			seen( document, world )
		);
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
		declinations: [ ...state.declinations.values() ],
		barcodes: state.barcodes,
		item_prices: state.item_prices,
		estimates: documents( 'estimate' ),
		orders: documents( 'order' ),
		deliveries: documents( 'delivery' ),
		proformas: documents( 'proforma' ),
		invoices: documents( 'invoice' ),
		credit_notes: documents( 'creditnote' ),
		payments: [ ...state.payments.values() ],
		payment_links: state.payment_links,
		credit_links: state.credit_links,
		webhooks: [ ...state.webhooks.values() ],
		mails: world.v1.mails,
		stock: world.v1.stock,
		calls: world.calls,
	};
}
