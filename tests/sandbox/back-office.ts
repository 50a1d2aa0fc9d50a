import { textOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { findDocument, removeDocument, updateDocument } from './documents.ts';
import { SellsyError, notFound } from './errors.ts';
import { tell } from './events.ts';
import { KINDS, kindWith } from './kinds.ts';
import { finalise, requireDraft } from './rules/statuses.ts';
import type { SellsyDocument } from './state.ts';
import type { World } from './world.ts';

/**
 * What a person does by hand in Sellsy, behind the plugin's back. `path` is a kind of document's (`credit-notes`) or of
 * record (`companies`).
 */
export function actByHand(
	path: string,
	action: string,
	id: number,
	body: JsonObject,
	world: World
): void {
	const kind = kindWith( 'path', path );
	if ( kind === undefined ) {
		if ( action !== 'edit' ) {
			throw notFound();
		}
		return editRecord( path, id, body, world );
	}
	const document = findDocument( kind, id, world );
	actOn( document, action, body, world );
	tell( TOLD[ action ] ?? 'step', document, world );
}

const TOLD: Record< string, string > = { delete: 'deleted', edit: 'updated' };

function actOn(
	document: SellsyDocument,
	action: string,
	body: JsonObject,
	world: World
): void {
	const { kind } = document;
	switch ( action ) {
		case 'validate':
			return KINDS[ kind ].isFinalised
				? finalise( document, world.clock.today(), world )
				: accept( document );
		case 'delete':
			return remove( document, world );
		case 'edit':
			return updateDocument( document, body, world );
		case 'cancel':
			document.step = 'cancelled';
			return undefined;
		case 'step':
			document.step = textOf( body[ 'step' ] ) || document.step;
			document.delivery_step =
				textOf( body[ 'delivery_step' ] ) || document.delivery_step;
			return undefined;
		default:
			throw notFound();
	}
}

function accept( document: SellsyDocument ): void {
	document.step = 'accepted';
}

/** What is finalised cannot be deleted: an invoice is corrected by a credit note. */
function remove( document: SellsyDocument, { state }: World ): void {
	if ( KINDS[ document.kind ].isFinalised ) {
		requireDraft( document );
	}
	removeDocument( document, state );
}

/**
 * A person changes a customer, a contact or an address in Sellsy: another name, archived, moved. What the bank
 * says of a payment comes there too.
 */
function editRecord(
	path: string,
	id: number,
	body: JsonObject,
	{ state }: World
): void {
	const { companies, individuals, contacts, addresses, payments } = state;
	const record = new Map< string, object | undefined >( [
		[ 'companies', companies.get( id ) ],
		[ 'individuals', individuals.get( id ) ],
		[ 'contacts', contacts.get( id ) ],
		[ 'addresses', addresses.get( id )?.address ],
		[ 'payments', payments.get( id ) ],
	] ).get( path );
	if ( record === undefined ) {
		throw notFound();
	}
	Object.assign( record, body );
}

/** Deletes a record as a person would: what the plugin remembers then answers 404. */
export function deleteRecord( kind: string, id: number, world: World ): void {
	const {
		companies,
		individuals,
		contacts,
		addresses,
		items,
		declinations,
		payments,
	} = world.state;
	const records = new Map< string, { delete: ( key: number ) => boolean } >( [
		[ 'companies', companies ],
		[ 'individuals', individuals ],
		[ 'contacts', contacts ],
		[ 'addresses', addresses ],
		[ 'items', items ],
		[ 'declinations', declinations ],
		[ 'payments', payments ],
	] ).get( kind );
	if ( records === undefined || ! records.delete( id ) ) {
		throw new SellsyError( 404, `No ${ kind } ${ id }` );
	}
}
