import Big from 'big.js';
import { invalid, SellsyError } from '../errors.ts';
import { KINDS } from '../kinds.ts';
import type { DocumentKind, SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { sum } from './money.ts';
import { remainingDue } from './remaining.ts';

/** Sellsy works out what follows from payments, credits, invoices and the due date. */
export function statusOf( document: SellsyDocument, world: World ): string {
	const { kind, step } = document;
	if ( step === 'cancelled' ) {
		return step;
	}
	if ( ! KINDS[ kind ].isFinalised ) {
		return invoicedStatus( document, world ) ?? step;
	}
	if ( step === 'draft' ) {
		return step;
	}
	return kind === 'creditnote'
		? creditNoteStatus( document, world )
		: invoiceStatus( document, world );
}

function invoiceStatus( invoice: SellsyDocument, world: World ): string {
	const left = new Big( remainingDue( invoice, world ) );
	const isFree = new Big( invoice.total ).eq( 0 );
	const isPaid = isFree
		? world.options.free_invoices === 'paid' || invoice.step === 'paid'
		: left.lte( 0 );
	if ( isPaid ) {
		return 'paid';
	}
	if ( invoice.due_date < world.clock.today() ) {
		return 'late';
	}
	return left.lt( invoice.total ) ? 'payinprogress' : 'due';
}

function creditNoteStatus( creditNote: SellsyDocument, world: World ): string {
	const left = new Big( remainingDue( creditNote, world ) );
	if ( left.lte( 0 ) ) {
		return 'spent';
	}
	return left.lt( creditNote.total ) ? 'partialspend' : 'stored';
}

/** Of an estimate, order or delivery: null while no invoice was made from it. */
function invoicedStatus(
	document: SellsyDocument,
	world: World
): string | null {
	const invoiced = [ ...world.state.documents.values() ].filter(
		( { kind, parent, step } ) =>
			kind === 'invoice' &&
			step !== 'cancelled' &&
			parent?.type === document.kind &&
			parent.id === document.id
	);
	if ( invoiced.length === 0 ) {
		return null;
	}
	const total = sum(
		invoiced.map( ( invoice ) => new Big( invoice.total ) )
	);
	return total.gte( document.total ) ? 'invoiced' : 'partialinvoiced';
}

/**
 * A draft gets its number and can never be changed again.
 *
 * @throws {SellsyError} 400 where it is no draft, or its date breaks conform invoicing.
 */
export function finalise(
	document: SellsyDocument,
	date: string,
	world: World
): void {
	requireDraft( document );
	if ( world.options.conform ) {
		checkDate( document.kind, date, world );
	}
	document.date = date;
	if ( document.due_date < date ) {
		document.due_date = date;
	}
	document.number = nextNumber( document.kind, date, world );
	document.step = 'validated';
}

/** @throws {SellsyError} 400 */
export function requireDraft( document: SellsyDocument ): void {
	if ( document.step !== 'draft' ) {
		throw new SellsyError(
			400,
			'Ce document est finalisé : il ne peut plus être modifié.',
			{
				status: 'Ce document n’est pas un brouillon.',
			}
		);
	}
}

const CLOSED = [ 'advanced', 'partialinvoiced', 'invoiced', 'cancelled' ];

/**
 * Until when the others may be changed is not documented: here until something was made from them.
 *
 * @throws {SellsyError} 400
 */
export function requireEditable(
	document: SellsyDocument,
	world: World
): void {
	if ( KINDS[ document.kind ].isFinalised ) {
		requireDraft( document );
	} else if ( CLOSED.includes( statusOf( document, world ) ) ) {
		throw new SellsyError( 400, 'Ce document ne peut plus être modifié.', {
			status: 'Ce document est facturé ou annulé.',
		} );
	}
}

function checkDate( kind: DocumentKind, date: string, world: World ): void {
	if ( date > world.clock.today() ) {
		throw invalid( { date: 'La date ne peut pas être dans le futur.' } );
	}
	const dates = numbered( kind, world ).map( ( document ) => document.date );
	if ( dates.some( ( earlier ) => date < earlier ) ) {
		throw invalid( {
			date: 'La date ne peut pas être antérieure à celle de la dernière facture.',
		} );
	}
}

/** `F-2026-00001`: the next of its kind and year. */
export function nextNumber(
	kind: DocumentKind,
	date: string,
	world: World
): string {
	const prefix = `${ KINDS[ kind ].numberPrefix }-${ date.slice( 0, 4 ) }-`;
	const taken = numbered( kind, world )
		.filter( ( { number } ) => number.startsWith( prefix ) )
		.map( ( { number } ) => Number( number.slice( prefix.length ) ) || 0 );
	return prefix + String( Math.max( 0, ...taken ) + 1 ).padStart( 5, '0' );
}

function numbered( kind: DocumentKind, world: World ): SellsyDocument[] {
	return [ ...world.state.documents.values() ].filter(
		( document ) => document.kind === kind && document.number !== ''
	);
}
