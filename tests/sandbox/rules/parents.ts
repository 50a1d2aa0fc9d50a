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

/** In which status a document may become a parent: `POST /invoices`, `parent`. */
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
	kind: DocumentKind,
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
	if ( ! isReady( document, kind, world ) ) {
		throw refused( 'Le statut de ce document ne le permet pas.' );
	}
	return { type: document.kind, id };
}

/** Of deliveries and proformas, which the old API makes, no status of the parent is documented. */
function isReady(
	parent: SellsyDocument,
	kind: DocumentKind,
	world: World
): boolean {
	const isOld = kind === 'delivery' || kind === 'proforma';
	return (
		( isOld && world.options.v1_parents === 'any' ) ||
		( STATUSES[ parent.kind ] ?? [] ).includes( statusOf( parent, world ) )
	);
}

function refused( message: string ): SellsyError {
	return invalid( { 'parent.id': message } );
}
