import { isObject, listOf, objectOf, textOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { invalid, notFound } from './errors.ts';
import { KINDS } from './kinds.ts';
import { understand } from './rules/document.ts';
import type { Understood } from './rules/document.ts';
import { parentOf } from './rules/parents.ts';
import { nextNumber, requireEditable } from './rules/statuses.ts';
import { nextId } from './state.ts';
import type { DocumentKind, SellsyDocument, State } from './state.ts';
import type { World } from './world.ts';

export function documentsOf(
	kind: DocumentKind,
	{ documents }: State
): SellsyDocument[] {
	return [ ...documents.values() ].filter(
		( document ) => document.kind === kind
	);
}

/** @throws SellsyError 404, for a document of another kind too. */
export function findDocument(
	kind: DocumentKind,
	id: number,
	{ state }: World
): SellsyDocument {
	const document = state.documents.get( id );
	if ( document?.kind !== kind ) {
		throw notFound();
	}
	return document;
}

/**
 * Every document comes into being here as a draft, whichever API made it. `body` is v2's create body (`related`,
 * `rows`, `date`, `parent` …); the kinds that v2 does not write take the same names.
 *
 * @throws SellsyError 400 with every broken rule; nothing is kept then.
 */
export function createDocument(
	kind: DocumentKind,
	body: JsonObject,
	world: World
): SellsyDocument {
	const { state } = world;
	const kept = keptOf( body, world );
	const understood = understand( kind, kept, world );
	const parent = parentOf( kind, body, understood.third, world );
	const document: SellsyDocument = {
		id: nextId( state, 'document' ),
		kind,
		number: KINDS[ kind ].isFinalised
			? ''
			: textOf( body[ 'number' ] ) ||
				nextNumber( kind, understood.date, world ),
		step: 'draft',
		delivery_step: 'none',
		created: textOf( body[ 'created' ] ) || world.clock.iso(),
		body: kept,
		parent,
		...contentOf( understood, state ),
	};
	state.documents.set( document.id, document );
	return document;
}

/** What an account does not have switched on is dropped, or refused. */
function keptOf( body: JsonObject, { options }: World ): JsonObject {
	const { service_dates, order_reference, ...kept } = body;
	if ( service_dates !== undefined && options.service_dates === 'refuse' ) {
		throw invalid( {
			service_dates: 'Les dates de prestation ne sont pas activées.',
		} );
	}
	if ( service_dates !== undefined && options.service_dates === 'keep' ) {
		kept[ 'service_dates' ] = service_dates;
	}
	if (
		order_reference !== undefined &&
		options.order_references === 'keep'
	) {
		kept[ 'order_reference' ] = order_reference;
	}
	return kept;
}

/**
 * Omitted fields stay, `rows` replaces the list, a row with an id and no type is an existing one.
 *
 * @throws SellsyError 400 where it cannot be changed any more.
 */
export function updateDocument(
	document: SellsyDocument,
	changes: JsonObject,
	world: World
): void {
	requireEditable( document, world );
	const body = keptOf( { ...document.body, ...changes }, world );
	if ( Array.isArray( changes[ 'rows' ] ) ) {
		body[ 'rows' ] = changes[ 'rows' ]
			.filter( isObject )
			.map( ( row ) => mergedRow( row, document ) );
	}
	const understood = understand( document.kind, body, world );
	Object.assign( document, { body }, contentOf( understood, world.state ) );
}

function mergedRow( row: JsonObject, document: SellsyDocument ): JsonObject {
	const { id, ...fields } = row;
	const index = document.rows.findIndex( ( known ) => known[ 'id' ] === id );
	const before = objectOf( listOf( document.body[ 'rows' ] )[ index ] );
	return 'type' in row ? fields : { ...before, ...fields };
}

function contentOf(
	{ third, currency, date, due_date, totals }: Understood,
	state: State
) {
	return {
		third,
		currency,
		date,
		due_date,
		rows: totals.rows.map( ( row ) => ( {
			id: nextId( state, 'row' ),
			...row,
		} ) ),
		taxes: totals.taxes,
		amounts: totals.amounts,
		total: totals.total,
	};
}

/** Its links go with it, as its payments are free again. */
export function removeDocument( { id }: SellsyDocument, state: State ): void {
	state.documents.delete( id );
	state.payment_links = state.payment_links.filter(
		( link ) => link.document_id !== id
	);
	state.credit_links = state.credit_links.filter(
		( link ) => link.invoice_id !== id && link.credit_note_id !== id
	);
}
