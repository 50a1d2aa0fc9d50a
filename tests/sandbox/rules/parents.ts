import { isObject, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { invalid } from '../errors.ts';
import type { SellsyError } from '../errors.ts';
import type { DocumentKind, Parent, SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { statusOf } from './statuses.ts';

const ORDERED = [
	'draft',
	'sent',
	'read',
	'accepted',
	'refused',
	'expired',
	'partialinvoiced',
	'cancelled',
];

/** In which status a document may become a parent: `POST /invoices`, `parent`. The old API's `parentId` takes the same. */
const STATUSES: Partial< Record< DocumentKind, readonly string[] > > = {
	estimate: ORDERED,
	order: ORDERED,
	delivery: [ 'draft', 'sent', 'read', 'accepted', 'partialinvoiced' ],
	proforma: ORDERED,
};

/**
 * What a document is made from: one document of the same customer, or a model.
 *
 * @throws {SellsyError} 400 with `details['parent.id']`.
 */
export function parentOf(
	body: JsonObject,
	third: SellsyDocument[ 'third' ],
	world: World
): Parent | null {
	const parent = body[ 'parent' ];
	if ( ! isObject( parent ) ) {
		return null;
	}
	const id = Number( parent[ 'id' ] );
	const type = textOf( parent[ 'type' ] );
	if ( type === 'model' ) {
		if (
			! world.state.reference.models.some(
				( model ) => model[ 'id' ] === id
			)
		) {
			throw refused( 'Ce modèle est introuvable.' );
		}
		return { type, id };
	}
	const document = world.state.documents.get( id );
	if ( document?.kind !== type ) {
		throw refused( 'Ce document est introuvable.' );
	}
	if ( document.third.id !== third.id ) {
		throw refused( 'Ce document appartient à un autre tiers.' );
	}
	const statuses = STATUSES[ document.kind ] ?? [];
	if ( ! statuses.includes( statusOf( document, world ) ) ) {
		throw refused( 'Le statut de ce document ne le permet pas.' );
	}
	return { type: document.kind, id };
}

function refused( message: string ): SellsyError {
	return invalid( { 'parent.id': message } );
}
