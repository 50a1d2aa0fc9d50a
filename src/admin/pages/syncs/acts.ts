/** What a person may decide about a row: what it is called, what is asked first, and who is told. */
import { __, sprintf } from '@wordpress/i18n';
import {
	chooseCustomer,
	chooseNoCustomer,
	finaliseSync,
	keepInvoice,
	leaveOut,
	markDoneByHand,
	syncOrder,
	markSent,
	reissueInvoice,
	retrySync,
} from '../../../api/endpoints';
import type {
	CustomerChoice,
	Effect,
	OrderSync,
	RowAct,
	Sync,
	SyncsFilter,
	SyncsRetryRequest,
} from '../../../schemas/syncs';

export type PlainAct = Exclude< RowAct, 'choose_customer' >;

export type Decision = { sync: Sync } & (
	| { act: PlainAct }
	/** `customer`: null for none of those offered. */
	| { act: 'choose_customer'; customer: CustomerChoice | null }
);

/** Resolves with the row as it stands then. */
export function carryOut( decision: Decision ): Promise< Sync > {
	const { id, order, effect } = decision.sync;
	// A page of before does not know it, and makes nothing twice.
	const known = isByHand( decision.sync ) ? { by_hand: true } : undefined;
	switch ( decision.act ) {
		case 'choose_customer':
			return decision.customer
				? chooseCustomer( id, decision.customer )
				: chooseNoCustomer( id );
		case 'mark_sent':
			return markSent( id );
		case 'send_again':
		case 'retry':
			return retrySync( id, known );
		case 'leave_out':
			return leaveOut( id );
		case 'done_by_hand':
			return markDoneByHand( id );
		case 'make_now':
			return syncOrder( order.id, {
				...askedFor( effect ),
				...known,
			} );
		case 'keep':
			return keepInvoice( id );
		case 'reissue':
			return reissueInvoice( order.id, { invoice: id } );
		case 'finalise':
			return finaliseSync( id );
	}
}

function askedFor( effect: Effect ): OrderSync {
	switch ( effect ) {
		case 'create_estimate':
			return { document: 'estimate' };
		case 'create_order':
			return { document: 'order' };
		case 'create_delivery':
			return { document: 'delivery' };
		case 'create_proforma':
			return { document: 'proforma' };
		default:
			return { document: 'invoice' };
	}
}

export function actWord( act: RowAct ): string {
	switch ( act ) {
		case 'choose_customer':
			return __( 'Choose the customer', 'orderinvoicer' );
		case 'mark_sent':
			return __( 'It was sent', 'orderinvoicer' );
		case 'send_again':
			return __( 'Send it again', 'orderinvoicer' );
		case 'retry':
			return __( 'Retry', 'orderinvoicer' );
		case 'leave_out':
			return __( 'Do not make it again', 'orderinvoicer' );
		case 'done_by_hand':
			return __( 'Done by hand', 'orderinvoicer' );
		case 'make_now':
			return __( 'Make it now', 'orderinvoicer' );
		case 'keep':
			return __( 'Keep the invoice as it is', 'orderinvoicer' );
		case 'reissue':
			return __( 'Credit and re-issue', 'orderinvoicer' );
		case 'finalise':
			return __( 'Make it final', 'orderinvoicer' );
	}
}

const isByHand = ( { state, problem }: Sync ): boolean =>
	state === 'skipped' && problem?.code === 'done_by_hand';

/** `text`: paragraphs. */
type Question = { title: string; text: string[] };

/** Null: it can be done again, or undone. */
export function questionOf( act: PlainAct, sync: Sync ): Question | null {
	const order = sync.order.number;
	if ( isByHand( sync ) ) {
		return {
			title: sprintf(
				/* translators: %s: number of an order. */
				__( 'Do it all the same? Order %s', 'orderinvoicer' ),
				order
			),
			text: [
				...sync.final,
				__(
					'Somebody decided that nothing is made for this any more. If it was done by hand and that still stands in Sellsy, it will be there twice.',
					'orderinvoicer'
				),
			],
		};
	}
	switch ( act ) {
		case 'leave_out':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__(
						'Leave it without this document? Order %s',
						'orderinvoicer'
					),
					order
				),
				text: [
					__(
						'It was deleted at Sellsy, and none is made in its place, whatever becomes of the order, unless you ask for it yourself.',
						'orderinvoicer'
					),
				],
			};
		case 'done_by_hand':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__( 'Done by hand? Order %s', 'orderinvoicer' ),
					order
				),
				text: [
					__(
						'Say so once it is done in Sellsy. Nothing is made for it here any more, whatever becomes of the order, unless you ask for it yourself; what waited for it goes on.',
						'orderinvoicer'
					),
				],
			};
		case 'send_again':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__( 'Send it again? Order %s', 'orderinvoicer' ),
					order
				),
				text: [
					__(
						'Look in Sellsy first: if the customer received the e-mail after all, they get it twice.',
						'orderinvoicer'
					),
				],
			};
		case 'make_now':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__( 'Make the document now? Order %s', 'orderinvoicer' ),
					order
				),
				text: sync.final,
			};
		case 'keep':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__(
						'Keep the invoice as it is? Order %s',
						'orderinvoicer'
					),
					order
				),
				text: [
					__(
						'The order was edited after its invoice became final, but its amounts are the same. Look at both first: lines, addresses or the customer’s numbers may differ. “Credit and re-issue” is then offered again only once the order is edited again.',
						'orderinvoicer'
					),
				],
			};
		case 'reissue':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__( 'Credit and re-issue? Order %s', 'orderinvoicer' ),
					order
				),
				text: sync.final,
			};
		case 'finalise':
			return {
				title: sprintf(
					/* translators: %s: number of an order. */
					__( 'Make it final? Order %s', 'orderinvoicer' ),
					order
				),
				text: sync.final,
			};
		case 'mark_sent':
		case 'retry':
			return null;
	}
}

/** What is said when it went well. `answer`: the row as it stands now. */
export function successText( { act, sync }: Decision, answer: Sync ): string {
	const { number } = sync.order;
	switch ( act ) {
		case 'choose_customer':
			return sprintf(
				/* translators: %s: number of an order. */
				__(
					'The customer of order %s is chosen and remembered for later orders; this one goes on by itself.',
					'orderinvoicer'
				),
				number
			);
		case 'mark_sent':
			return sprintf(
				/* translators: %s: number of an order. */
				__( 'Order %s: the e-mail counts as sent.', 'orderinvoicer' ),
				number
			);
		case 'leave_out':
			return sprintf(
				/* translators: %s: number of an order. */
				__(
					'Order %s: this is left without a document.',
					'orderinvoicer'
				),
				number
			);
		case 'done_by_hand':
			return sprintf(
				/* translators: %s: number of an order. */
				__( 'Order %s: this counts as done by hand.', 'orderinvoicer' ),
				number
			);
		case 'send_again':
		case 'retry':
			return answer.state === 'done'
				? doneText( number )
				: sprintf(
						/* translators: %s: number of an order. */
						__(
							'Order %s went back to the queue.',
							'orderinvoicer'
						),
						number
					);
		case 'make_now':
		case 'keep':
		case 'reissue':
		case 'finalise':
			return answer.state === 'done'
				? doneText( number )
				: sprintf(
						/* translators: %s: number of an order. */
						__(
							'Order %s: begun, it goes on by itself.',
							'orderinvoicer'
						),
						number
					);
	}
}

const doneText = ( number: string ): string =>
	sprintf(
		/* translators: %s: number of an order. */
		__( 'Done for order %s.', 'orderinvoicer' ),
		number
	);

/** Tried at once, and stopped: the answer says why. */
export const hasStopped = ( sync: Sync ): boolean =>
	isUndone( sync ) && ! isByHand( sync );

const isUndone = ( { state }: Sync ): boolean =>
	state === 'attention' || state === 'skipped';

/** Of what the list shows, on all of its pages. */
export const retryRequest = ( {
	effect,
	problem,
	order,
	from,
	until,
}: SyncsFilter ): SyncsRetryRequest => ( {
	...( effect !== 'all' && { effect } ),
	...( problem && { problem } ),
	...( order && { order } ),
	...( from && { from } ),
	...( until && { until } ),
} );

/** Null where the list holds nothing that may be retried together. */
export function retryAllWord(
	filter: SyncsFilter,
	retryable: number
): string | null {
	if ( retryable === 0 ) {
		return null;
	}
	return Object.keys( retryRequest( filter ) ).length === 0
		? __( 'Retry all', 'orderinvoicer' )
		: __( 'Retry all that fit', 'orderinvoicer' );
}
