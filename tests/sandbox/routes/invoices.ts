import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { notFound } from '../errors.ts';
import { paginate, selectFields, wholeList } from '../paging.ts';
import { understand } from '../rules/invoice.ts';
import type { Understood } from '../rules/invoice.ts';
import { requireDraft, validateInvoice } from '../rules/statuses.ts';
import { nextId } from '../state.ts';
import type { Invoice, State } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { computeView, invoiceView } from './invoice-views.ts';
import { isWithin } from './thirds.ts';

export const invoiceRoutes: Routes = {
	'GET /invoices': ( { world, query } ) => ( {
		status: 200,
		body: paginate(
			listed( [ ...world.state.invoices.values() ], world ),
			query
		),
	} ),
	'POST /invoices/search': ( call ) => ( {
		status: 200,
		body: paginate( listed( search( call ), call.world ), call.query ),
	} ),
	'POST /invoices/compute': ( { world, body } ) => ( {
		status: 200,
		body: computeView( body, understand( body, world ), world ),
	} ),
	'POST /invoices': create,
	'GET /invoices/{id}': ( call ) => answer( 200, findInvoice( call ), call ),
	'PUT /invoices/{id}': ( call ) => {
		const invoice = findInvoice( call );
		updateInvoice( invoice, call.body, call.world );
		return answer( 200, invoice, call );
	},
	'POST /invoices/{id}/validate': ( call ) => {
		const invoice = findInvoice( call );
		validateInvoice(
			invoice,
			textOf( call.body[ 'date' ] ) || call.world.clock.today(),
			call.world
		);
		return answer( 200, invoice, call );
	},
	'GET /invoices/{id}/credit-notes': ( call ) => {
		findInvoice( call );
		return { status: 200, body: wholeList( [] ) };
	},
};

export function findInvoice( { world, ids }: ApiCall ): Invoice {
	const invoice = world.state.invoices.get( ids[ 0 ] ?? 0 );
	if ( invoice === undefined ) {
		throw notFound();
	}
	return invoice;
}

function answer(
	status: number,
	invoice: Invoice,
	{ world, query }: ApiCall
): Answer {
	return {
		status,
		body: selectFields( invoiceView( invoice, world ), query ),
	};
}

/** Lists do not return rows. */
function listed( invoices: readonly Invoice[], world: World ): JsonObject[] {
	return invoices.map( ( invoice ) => {
		const { rows, ...view } = invoiceView( invoice, world );
		return view;
	} );
}

function create( call: ApiCall ): Answer {
	const { world, body } = call;
	const understood = understand( body, world );
	const id = nextId( world.state, 'invoice' );
	const invoice: Invoice = {
		id,
		number: '',
		status: 'draft',
		created: textOf( body[ 'created' ] ) || world.clock.iso(),
		body,
		...contentOf( understood, world.state ),
	};
	world.state.invoices.set( id, invoice );
	return answer( 201, invoice, call );
}

/**
 * Changes a draft: omitted fields stay, `rows` replaces the list, a row with an id and no type is an existing one.
 *
 * @throws SellsyError 400 where it is no draft any more.
 */
export function updateInvoice(
	invoice: Invoice,
	changes: JsonObject,
	world: World
): void {
	requireDraft( invoice );
	const body: JsonObject = { ...invoice.body, ...changes };
	if ( Array.isArray( changes[ 'rows' ] ) ) {
		body[ 'rows' ] = changes[ 'rows' ]
			.filter( isObject )
			.map( ( row ) => mergedRow( row, invoice ) );
	}
	const understood = understand( body, world );
	Object.assign( invoice, { body }, contentOf( understood, world.state ) );
}

function mergedRow( row: JsonObject, invoice: Invoice ): JsonObject {
	const { id, ...fields } = row;
	const index = invoice.rows.findIndex( ( known ) => known[ 'id' ] === id );
	const before = objectOf( listOf( invoice.body[ 'rows' ] )[ index ] );
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

function search( { world, body }: ApiCall ): Invoice[] {
	const filters = objectOf( body[ 'filters' ] );
	return [ ...world.state.invoices.values() ].filter( ( invoice ) =>
		isWanted( invoice, filters, world )
	);
}

function isWanted(
	invoice: Invoice,
	filters: JsonObject,
	world: World
): boolean {
	const view = invoiceView( invoice, world );
	const among = ( name: string, value: unknown ) => {
		const wanted = listOf( filters[ name ] );
		return wanted.length === 0 || wanted.includes( value );
	};
	const related = listOf( filters[ 'related_objects' ] ).filter( isObject );
	const contact = listOf( invoice.body[ 'related' ] )
		.filter( isObject )
		.find( ( { type } ) => type === 'contact' );
	return (
		isWithin( invoice.created, objectOf( filters[ 'created' ] ) ) &&
		isWithin( invoice.date, objectOf( filters[ 'date' ] ) ) &&
		among( 'status', view[ 'status' ] ) &&
		among( 'owners', objectOf( view[ 'owner' ] )[ 'id' ] ) &&
		among( 'contacts', contact?.[ 'id' ] ) &&
		among( 'assigned_staff_ids', invoice.body[ 'assigned_staff_id' ] ) &&
		( related.length === 0 ||
			related.some(
				( { id, type } ) =>
					id === invoice.third.id && type === invoice.third.type
			) ) &&
		( filters[ 'number' ] === undefined ||
			filters[ 'number' ] === invoice.number ) &&
		( filters[ 'currency' ] === undefined ||
			filters[ 'currency' ] === invoice.currency ) &&
		filters[ 'is_deposit' ] !== true &&
		filters[ 'is_progress_invoice' ] !== true &&
		filters[ 'credit_note_id' ] === undefined
	);
}
