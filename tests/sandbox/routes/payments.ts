import Big from 'big.js';
import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { invalid, notFound } from '../errors.ts';
import { decimalsOf } from '../options.ts';
import { paginate, selectFields } from '../paging.ts';
import { isDecimal, text } from '../rules/money.ts';
import { remainingDue, remainingOf } from '../rules/statuses.ts';
import { nextId } from '../state.ts';
import type { Invoice, Payment, ThirdKind } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { findInvoice } from './invoices.ts';
import { find as findThird } from './thirds.ts';

export const paymentRoutes: Routes = {
	'POST /companies/{id}/payments': ( call ) => create( 'company', call ),
	'POST /individuals/{id}/payments': ( call ) => create( 'individual', call ),
	'GET /payments': ( { world, query } ) => ( {
		status: 200,
		body: paginate(
			views( world, () => true ),
			query
		),
	} ),
	'GET /payments/{id}': ( call ) => ( {
		status: 200,
		body: selectFields(
			view( findPayment( call, 0 ), call.world ),
			call.query
		),
	} ),
	'POST /payments/search': search,
	'GET /invoices/{id}/payments': ( call ) => ( {
		status: 200,
		body: linkedTo( findInvoice( call ), call ),
	} ),
	'POST /invoices/{documentId}/payments/{paymentId}': link,
	'DELETE /invoices/{documentId}/payments/{paymentId}': unlink,
};

function findPayment( { world, ids }: ApiCall, position: number ): Payment {
	const payment = world.state.payments.get( ids[ position ] ?? 0 );
	if ( payment === undefined ) {
		throw notFound();
	}
	return payment;
}

function create( kind: ThirdKind, call: ApiCall ): Answer {
	const { world, body } = call;
	const third = findThird( kind, call );
	const amount = objectOf( body[ 'amount' ] );
	const value = textOf( amount[ 'value' ] );
	const currency = textOf( amount[ 'currency' ] ) || 'EUR';
	if ( ! isDecimal( value ) || new Big( value ).lte( 0 ) ) {
		throw invalid( {
			'amount.value': 'Cette valeur doit être supérieure à zéro.',
		} );
	}
	if (
		! world.state.reference.payment_methods.some(
			( { id } ) => id === body[ 'payment_method_id' ]
		)
	) {
		throw invalid( {
			payment_method_id: 'Ce moyen de paiement est introuvable.',
		} );
	}
	const payment: Payment = {
		id: nextId( world.state, 'payment' ),
		third: { id: third.id, type: kind },
		number: textOf( body[ 'number' ] ) || null,
		paid_at: textOf( body[ 'paid_at' ] ),
		payment_method_id: Number( body[ 'payment_method_id' ] ),
		type: textOf( body[ 'type' ] ),
		total: text( new Big( value ), decimalsOf( currency, world.options ) ),
		currency,
		note: textOf( body[ 'note' ] ) || null,
	};
	world.state.payments.set( payment.id, payment );
	return { status: 201, body: view( payment, world ) };
}

function search( { world, body, query }: ApiCall ): Answer {
	const filters = objectOf( body[ 'filters' ] );
	const statuses = listOf( filters[ 'status' ] );
	const related = listOf( filters[ 'related_objects' ] ).filter( isObject );
	const found = views( world, ( { third } ) => {
		const isOfThird = related.some(
			( { id, type } ) => id === third.id && type === third.type
		);
		return (
			( statuses.length === 0 || statuses.includes( 'confirmed' ) ) &&
			( related.length === 0 || isOfThird )
		);
	} );
	return { status: 200, body: paginate( found, query ) };
}

/** `amount` is a number here; more than what is left of the payment or of the invoice is refused. */
function link( call: ApiCall ): Answer {
	const { world, body } = call;
	const invoice = findInvoice( call );
	const payment = findPayment( call, 1 );
	const amount = new Big( Number( body[ 'amount' ] ) );
	if (
		invoice.status === 'draft' &&
		world.options.payments_on_drafts === 'refuse'
	) {
		throw invalid( {
			documentId: 'Un brouillon ne peut pas recevoir de paiement.',
		} );
	}
	if ( payment.third.id !== invoice.third.id ) {
		throw invalid( {
			paymentId: 'Ce paiement appartient à un autre tiers.',
		} );
	}
	if (
		amount.lte( 0 ) ||
		amount.gt( remainingDue( invoice, world ) ) ||
		amount.gt( remainingOf( payment, world ) )
	) {
		throw invalid( {
			amount: 'Ce montant dépasse le reste du paiement ou du document.',
		} );
	}
	world.state.payment_links.push( {
		payment_id: payment.id,
		invoice_id: invoice.id,
		amount: text( amount, decimalsOf( invoice.currency, world.options ) ),
		date: world.clock.today(),
	} );
	return { status: 201, body: linkedTo( invoice, call ) };
}

function unlink( call: ApiCall ): Answer {
	const { state } = call.world;
	const invoice = findInvoice( call );
	const payment = findPayment( call, 1 );
	const kept = state.payment_links.filter(
		( entry ) =>
			entry.invoice_id !== invoice.id || entry.payment_id !== payment.id
	);
	if ( kept.length === state.payment_links.length ) {
		throw notFound();
	}
	state.payment_links = kept;
	return { status: 204 };
}

function linkedTo( invoice: Invoice, { world, query }: ApiCall ): JsonObject {
	const { payments, payment_links } = world.state;
	const rows = payment_links
		.filter( ( entry ) => entry.invoice_id === invoice.id )
		.flatMap( ( { payment_id, amount } ): JsonObject[] => {
			const payment = payments.get( payment_id );
			return payment === undefined
				? []
				: [
						{
							...sharedView( payment ),
							amount: {
								value: amount,
								currency: payment.currency,
							},
							related: [ { id: invoice.id, type: 'invoice' } ],
						},
					];
		} );
	return paginate( rows, { ...query, limit: '100' } );
}

function views(
	world: World,
	isWanted: ( payment: Payment ) => boolean
): JsonObject[] {
	return [ ...world.state.payments.values() ]
		.filter( isWanted )
		.map( ( payment ) => view( payment, world ) );
}

function view( payment: Payment, world: World ): JsonObject {
	const links = world.state.payment_links.filter(
		( entry ) => entry.payment_id === payment.id
	);
	return {
		...sharedView( payment ),
		amounts: {
			total: payment.total,
			remaining: remainingOf( payment, world ),
		},
		currency: payment.currency,
		bank_deposit: null,
		related: payment.third,
		related_objects: links.map( ( { invoice_id, amount, date } ) => ( {
			id: invoice_id,
			type: 'invoice',
			amount_linked: amount,
			linked_date: date,
		} ) ),
		note: payment.note,
	};
}

function sharedView( {
	id,
	number,
	paid_at,
	payment_method_id,
	type,
}: Payment ): JsonObject {
	return {
		id,
		number,
		paid_at,
		status: 'confirmed',
		payment_method_id,
		type,
	};
}
