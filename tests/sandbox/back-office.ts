import type { JsonObject } from '../contract/json.ts';
import { SellsyError, notFound } from './errors.ts';
import { updateInvoice } from './routes/invoices.ts';
import { requireDraft, validateInvoice } from './rules/statuses.ts';
import type { Invoice } from './state.ts';
import type { World } from './world.ts';

/** What a person does by hand in Sellsy, behind the plugin's back. */
export function actByHand(
	action: string,
	id: number,
	body: JsonObject,
	world: World
): void {
	const invoice = world.state.invoices.get( id );
	if ( invoice === undefined ) {
		throw notFound();
	}
	switch ( action ) {
		case 'validate':
			return validateInvoice( invoice, world.clock.today(), world );
		case 'delete':
			return remove( invoice, world );
		case 'edit':
			return updateInvoice( invoice, body, world );
		case 'cancel':
			invoice.status = 'cancelled';
			return undefined;
		default:
			throw notFound();
	}
}

/** Only a draft can be deleted: a finalised invoice is corrected by a credit note. */
function remove( invoice: Invoice, world: World ): void {
	requireDraft( invoice );
	world.state.invoices.delete( invoice.id );
}

/** Deletes a record as a person would: what the plugin remembers then answers 404. */
export function deleteRecord( kind: string, id: number, world: World ): void {
	const { companies, individuals, contacts, addresses, items, payments } =
		world.state;
	const records = new Map< string, { delete: ( key: number ) => boolean } >( [
		[ 'companies', companies ],
		[ 'individuals', individuals ],
		[ 'contacts', contacts ],
		[ 'addresses', addresses ],
		[ 'items', items ],
		[ 'payments', payments ],
	] ).get( kind );
	if ( records === undefined || ! records.delete( id ) ) {
		throw new SellsyError( 404, `No ${ kind } ${ id }` );
	}
}
