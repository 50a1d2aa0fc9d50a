import Big from 'big.js';
import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { findDocument } from '../documents.ts';
import { invalid, notFound } from '../errors.ts';
import { KINDS } from '../kinds.ts';
import { decimalsOf } from '../options.ts';
import { ordered, paginate, selectFields } from '../paging.ts';
import { isDecimal, text } from '../rules/money.ts';
import { remainingDue, remainingOf } from '../rules/remaining.ts';
import { nextId } from '../state.ts';
import type {
	DocumentKind,
	Payment,
	SellsyDocument,
	ThirdKind,
} from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { find as findThird } from './thirds.ts';

export const paymentRoutes: Routes = {
	'POST /companies/{id}/payments': ( call ) => create( 'company', call ),
	'POST /individuals/{id}/payments': ( call ) => create( 'individual', call ),
	'GET /payments': ( { world, query } ) => ( {
		status: 200,
		body: paginate(
			views( world, () => true ),
			ordered( query, world.options.payment_order )
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
	'DELETE /payments/{id}': remove,
	...linkRoutes( 'invoice' ),
	...linkRoutes( 'order' ),
	...linkRoutes( 'estimate' ),
	...linkRoutes( 'creditnote' ),
};

function linkRoutes( kind: DocumentKind ): Routes {
	const { path } = KINDS[ kind ];
	const of = ( { ids, world }: ApiCall ) =>
		findDocument( kind, ids[ 0 ] ?? 0, world );
	const link = `/${ path }/{documentId}/payments/{paymentId}`;
	return {
		[ `GET /${ path }/{id}/payments` ]: ( call ) => ( {
			status: 200,
			body: linkedTo( of( call ), call ),
		} ),
		[ `POST ${ link }` ]: ( call ) => addLink( of( call ), call ),
		[ `DELETE ${ link }` ]: ( call ) => unlink( of( call ), call ),
	};
}

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
		note:
			( world.options.payment_notes === 'keep' &&
				textOf( body[ 'note' ] ) ) ||
			null,
		status: 'confirmed',
	};
	world.state.payments.set( payment.id, payment );
	return { status: 201, body: view( payment, world ) };
}

function search( { world, body, query }: ApiCall ): Answer {
	const filters = objectOf( body[ 'filters' ] );
	const statuses = listOf( filters[ 'status' ] );
	const related = listOf( filters[ 'related_objects' ] ).filter( isObject );
	const found = views(
		world,
		( { third, status } ) =>
			( statuses.length === 0 || statuses.includes( status ) ) &&
			( related.length === 0 || isOfAny( third, related, world ) )
	);
	return {
		status: 200,
		body: paginate( found, ordered( query, world.options.payment_order ) ),
	};
}

function isOfAny(
	third: Payment[ 'third' ],
	wanted: readonly JsonObject[],
	{ options }: World
): boolean {
	return options.payments_of_customers === 'found'
		? wanted.some(
				( { id, type } ) => id === third.id && type === third.type
			)
		: options.payments_of_customers === 'all';
}

/** `amount` is a number here; more than what is left of the payment or of the document is refused. */
function addLink( document: SellsyDocument, call: ApiCall ): Answer {
	const { world, body } = call;
	const payment = findPayment( call, 1 );
	const amount = new Big( Number( body[ 'amount' ] ) );
	checkLink( document, payment, world );
	if (
		amount.lte( 0 ) ||
		amount.gt( remainingDue( document, world ) ) ||
		amount.gt( remainingOf( payment, world ) )
	) {
		throw invalid( {
			amount: 'Ce montant dépasse le reste du paiement ou du document.',
		} );
	}
	world.state.payment_links.push( {
		payment_id: payment.id,
		document_id: document.id,
		amount: text( amount, decimalsOf( document.currency, world.options ) ),
		date: world.clock.today(),
	} );
	return { status: 201, body: linkedTo( document, call ) };
}

/** Money in goes to what is owed to the shop, money out to a credit note. */
function checkLink(
	document: SellsyDocument,
	payment: Payment,
	{ options }: World
): void {
	const isUnfinished =
		KINDS[ document.kind ].isFinalised && document.step === 'draft';
	if ( isUnfinished && options.payments_on_drafts === 'refuse' ) {
		throw invalid( {
			documentId: 'Un brouillon ne peut pas recevoir de paiement.',
		} );
	}
	if (
		payment.third.id !== document.third.id ||
		payment.currency !== document.currency
	) {
		throw invalid( {
			paymentId:
				'Ce paiement est d’un autre tiers ou dans une autre devise.',
		} );
	}
	const type = document.kind === 'creditnote' ? 'debit' : 'credit';
	if ( payment.type !== type ) {
		throw invalid( {
			paymentId: `Ce document prend un paiement de type ${ type }.`,
		} );
	}
}

/** "Delete a payment that is not linked to a document". */
function remove( call: ApiCall ): Answer {
	const { id } = findPayment( call, 0 );
	const { state, options } = call.world;
	const isLinked = state.payment_links.some(
		( entry ) => entry.payment_id === id
	);
	if ( isLinked || options.payment_deletion === 'refuse' ) {
		throw invalid( { id: 'Ce paiement ne peut pas être supprimé.' } );
	}
	state.payments.delete( id );
	return { status: 204 };
}

function unlink( document: SellsyDocument, call: ApiCall ): Answer {
	const { state, options } = call.world;
	if ( options.payment_unlinking === 'refuse' ) {
		throw invalid( { paymentId: 'Ce paiement ne peut pas être délié.' } );
	}
	const payment = findPayment( call, 1 );
	const kept = state.payment_links.filter(
		( entry ) =>
			entry.document_id !== document.id || entry.payment_id !== payment.id
	);
	if ( kept.length === state.payment_links.length ) {
		throw notFound();
	}
	state.payment_links = kept;
	return { status: 204 };
}

function linkedTo(
	document: SellsyDocument,
	{ world, query }: ApiCall
): JsonObject {
	const { payments, payment_links } = world.state;
	const rows = payment_links
		.filter( ( entry ) => entry.document_id === document.id )
		.flatMap( ( { payment_id, amount } ): JsonObject[] => {
			const payment = payments.get( payment_id );
			return payment === undefined
				? []
				: [
						{
							...sharedView( payment, world ),
							amount: {
								value:
									world.options.amounts_in_lists === 'part'
										? amount
										: payment.total,
								currency: payment.currency,
							},
							related: [
								{ id: document.id, type: document.kind },
							],
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
		...sharedView( payment, world ),
		amounts: {
			total: payment.total,
			remaining: remainingOf( payment, world ),
		},
		currency: payment.currency,
		bank_deposit: null,
		related: payment.third,
		related_objects: links.map( ( { document_id, amount, date } ) => ( {
			id: document_id,
			type: objectType( document_id, world ),
			amount_linked: amount,
			linked_date: date,
		} ) ),
		note: payment.note,
	};
}

/** The word for a credit note differs between a payment's own answer and a document's list of payments. */
function objectType( id: number, { state }: World ): string {
	const kind = state.documents.get( id )?.kind ?? 'invoice';
	return kind === 'creditnote' ? 'credit-note' : kind;
}

function sharedView(
	{ id, number, paid_at, payment_method_id, type, status }: Payment,
	{ options }: World
): JsonObject {
	return {
		id,
		number,
		paid_at:
			options.payment_days === 'own-zone'
				? paid_at
				: `${ new Date( paid_at ).toISOString().slice( 0, 19 ) }+00:00`,
		status,
		payment_method_id,
		type,
	};
}
