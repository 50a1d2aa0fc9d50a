/** How an act is carried out, and who is told. What is offered, with its words, comes from PHP (`offers` of a row). */
import { __, sprintf } from '@wordpress/i18n';
import * as z from 'zod/mini';
import {
	actOn,
	chooseCustomer,
	chooseNoCustomer,
	refuseCompany,
} from '../../api/actEndpoints';
import type { ActionState } from '../../api/useAction';
import { ACTS } from '../../generated/acts';
import {
	type CustomerChoice,
	type Offer,
	OfferSchema,
	type Task,
} from '../../generated/schemas';

/** What of a row is known wherever something can be done with it. */
export type ActRow = Pick< Task, 'id' | 'what' | 'state' | 'offers' > & {
	order: Pick< Task[ 'order' ], 'number' >;
	/** Why it stopped. */
	problem: { text: string } | null;
};

/** Decisions of a person, one at a time. */
export type Acting = {
	state: ActionState;
	/** Where a person decided last. */
	at: string;
	decide: ( decision: Decision ) => void;
	/** Forgets how the last one ended. */
	reset: () => void;
};

export type Decision = {
	/** Which of those that show the row. */
	at: string;
	task: ActRow;
	offer: Offer;
	/** Of `choose_customer`: null for none of those offered. */
	customer?: CustomerChoice | null;
	/** Of `refuse_company`: what the customer reads. */
	reason?: string;
};

/** Resolves with the row as it stands then. */
export function carryOut( {
	task: { id },
	offer: { act, amount, by_hand: byHand, asks: asked },
	customer,
	reason = '',
}: Decision ): Promise< Task > {
	switch ( act ) {
		case 'choose_customer':
			return customer
				? chooseCustomer( id, { ...customer, asked } )
				: chooseNoCustomer( id, { asked } );
		case 'refuse_company':
			return refuseCompany( id, { reason } );
		default:
			return actOn( id, ACTS[ act ].path ?? '', {
				...( amount && { amount } ),
				...( byHand && { by_hand: true } ),
				asked,
			} );
	}
}

const AskedAnew = z.object( { offer: OfferSchema } );

/** Nothing was done: the act asks something else by now, and this is what. */
export function askedAnew(
	{ state, at }: Acting,
	here: string
): { offer: Offer; why: string } | null {
	if ( state.status !== 'failed' || at !== here ) {
		return null;
	}
	const { code, data, message: why } = state.error;
	const fresh = AskedAnew.safeParse( data );
	return code === 'orderinvoicer_asks_first' && fresh.success
		? { offer: fresh.data.offer, why }
		: null;
}

/** What is said when it went well. `answer`: the row as it stands now. */
export function successText(
	{ task, offer: { act } }: Decision,
	answer: Task
): string {
	const { number } = task.order;
	const { done, goesOn, settles } = ACTS[ act ];
	if ( done ) {
		return done( number );
	}
	return answer.state === 'done' || settles
		? doneText( number )
		: goesOn( number );
}

const doneText = ( number: string ): string =>
	sprintf(
		/* translators: %s: number of an order. */
		__( 'Done for order %s.', 'orderinvoicer' ),
		number
	);

/** Tried at once, and stopped: the answer says why. What is left out by the act itself did not. */
export const hasStopped = (
	{ offer: { act } }: Decision,
	{ state }: Task
): boolean =>
	state === 'attention' || ( state === 'skipped' && ! ACTS[ act ].settles );
