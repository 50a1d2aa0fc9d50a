import Big from 'big.js';
import { textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { findDocument } from '../documents.ts';
import { invalid, notFound } from '../errors.ts';
import { decimalsOf } from '../options.ts';
import { wholeList } from '../paging.ts';
import { isDecimal, text } from '../rules/money.ts';
import { remainingDue } from '../rules/remaining.ts';
import type { CreditLink, SellsyDocument } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { listedView } from './document-views.ts';

/** A credit note set against an invoice, from either side. */
export const creditRoutes: Routes = {
	'GET /invoices/{id}/credit-notes': ( call ) => {
		const invoice = findDocument(
			'invoice',
			call.ids[ 0 ] ?? 0,
			call.world
		);
		return linked( call, ( { invoice_id, credit_note_id } ) =>
			invoice_id === invoice.id ? credit_note_id : null
		);
	},
	'GET /credit-notes/{id}/invoices': ( call ) => {
		const { id } = findDocument(
			'creditnote',
			call.ids[ 0 ] ?? 0,
			call.world
		);
		return linked( call, ( { invoice_id, credit_note_id } ) =>
			credit_note_id === id ? invoice_id : null
		);
	},
	'POST /invoices/{invoiceId}/credit-notes/{creditNoteId}': ( call ) => {
		const { invoice, creditNote } = pairOf( call, [ 0, 1 ] );
		link( invoice, creditNote, call );
		return { status: 200, body: listedView( creditNote, call.world ) };
	},
	'POST /credit-notes/{creditNoteId}/invoices/{invoiceId}': ( call ) => {
		const { invoice, creditNote } = pairOf( call, [ 1, 0 ] );
		link( invoice, creditNote, call );
		return { status: 200, body: listedView( invoice, call.world ) };
	},
	'DELETE /invoices/{invoiceId}/credit-notes/{creditNoteId}': ( call ) =>
		unlink( pairOf( call, [ 0, 1 ] ), call.world ),
	'DELETE /credit-notes/{creditNoteId}/invoices/{invoiceId}': ( call ) =>
		unlink( pairOf( call, [ 1, 0 ] ), call.world ),
};

interface Pair {
	invoice: SellsyDocument;
	creditNote: SellsyDocument;
}

function pairOf(
	{ ids, world }: ApiCall,
	[ invoice, creditNote ]: [ number, number ]
): Pair {
	return {
		invoice: findDocument( 'invoice', ids[ invoice ] ?? 0, world ),
		creditNote: findDocument( 'creditnote', ids[ creditNote ] ?? 0, world ),
	};
}

/** `amount` is a text here, a number where a payment is linked. */
function link(
	invoice: SellsyDocument,
	creditNote: SellsyDocument,
	{ body, world }: ApiCall
): void {
	checkPair( invoice, creditNote, world );
	const amount = textOf( body[ 'amount' ] );
	const most = [ invoice, creditNote ].map( ( document ) =>
		remainingDue( document, world )
	);
	if (
		! isDecimal( amount ) ||
		new Big( amount ).lte( 0 ) ||
		most.some( ( left ) => new Big( amount ).gt( left ) )
	) {
		throw invalid( {
			amount: 'Ce montant dépasse le reste de la facture ou de l’avoir.',
		} );
	}
	world.state.credit_links.push( {
		credit_note_id: creditNote.id,
		invoice_id: invoice.id,
		amount: text(
			new Big( amount ),
			decimalsOf( invoice.currency, world.options )
		),
		date: world.clock.today(),
	} );
}

function checkPair(
	invoice: SellsyDocument,
	creditNote: SellsyDocument,
	{ options }: World
): void {
	const takesDrafts = options.links_of_draft_credit_notes === 'accept';
	if (
		invoice.step !== 'validated' &&
		! ( takesDrafts && invoice.step === 'draft' )
	) {
		throw invalid( {
			invoiceId: 'Un avoir ne se lie qu’à une facture finalisée.',
		} );
	}
	const isReady =
		creditNote.step === 'validated' ||
		( creditNote.step === 'draft' && takesDrafts );
	if ( ! isReady ) {
		throw invalid( { creditNoteId: 'Cet avoir n’est pas finalisé.' } );
	}
	if (
		options.credit_notes_on_others === 'refuse' &&
		creditNote.parent?.id !== invoice.id
	) {
		throw invalid( {
			invoiceId: 'Cet avoir ne se lie qu’à la facture qu’il corrige.',
		} );
	}
	if (
		creditNote.third.id !== invoice.third.id ||
		creditNote.currency !== invoice.currency
	) {
		throw invalid( {
			creditNoteId:
				'Cet avoir est d’un autre tiers ou dans une autre devise.',
		} );
	}
}

function unlink( { invoice, creditNote }: Pair, { state }: World ): Answer {
	const kept = state.credit_links.filter(
		( entry ) =>
			entry.invoice_id !== invoice.id ||
			entry.credit_note_id !== creditNote.id
	);
	if ( kept.length === state.credit_links.length ) {
		throw notFound();
	}
	state.credit_links = kept;
	return { status: 204 };
}

/** Each document once, however many links lead to it. */
function linked(
	{ world }: ApiCall,
	otherEnd: ( link: CreditLink ) => number | null
): Answer {
	const ids = new Set( world.state.credit_links.map( otherEnd ) );
	const documents = [ ...world.state.documents.values() ].filter(
		( { id } ) => ids.has( id )
	);
	return {
		status: 200,
		body: wholeList(
			documents.map( ( document ): JsonObject =>
				listedView( document, world )
			)
		),
	};
}
