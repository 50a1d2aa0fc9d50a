import { objectOf } from '../../contract/json.ts';
import { findDocument } from '../documents.ts';
import { notFound } from '../errors.ts';
import type { Routes } from '../world.ts';

const KINDS = [ 'estimate', 'order', 'proforma' ] as const;

/** What a deposit invoice of a document would hold; nothing is created. */
export const depositRoutes: Routes = {
	'POST /deposit-invoices/prepare': ( { body, world } ) => {
		const parent = objectOf( body[ 'parent' ] );
		const kind = KINDS.find( ( one ) => one === parent[ 'type' ] );
		if ( kind === undefined ) {
			throw notFound();
		}
		const { id } = findDocument( kind, Number( parent[ 'id' ] ), world );
		return { status: 200, body: { parent: { type: kind, id }, rows: [] } };
	},
};
