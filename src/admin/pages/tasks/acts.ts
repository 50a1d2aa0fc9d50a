/**
 * What a person may decide about a row: what is asked first, and who is told. Names and texts of acts come from PHP.
 */
import { __, sprintf } from '@wordpress/i18n';
import {
	actOn,
	chooseCustomer,
	chooseNoCustomer,
	refuseCompany,
	reissueInvoice,
	syncOrder,
} from '../../../api/endpoints';
import { ACTS } from '../../../generated/acts';
import { KINDS_OF_ORDERS } from '../../../generated/facts';
import type {
	CustomerChoice,
	Effect,
	OrderSync,
	RowAct,
	Task,
	TasksRetryRequest,
} from '../../../generated/schemas';
import type { TasksFilter } from '../../../api/tasksFilter';

/** More than the row has to be said. */
export type SaidAct = 'choose_customer' | 'refuse_company';

export type PlainAct = Exclude< RowAct, SaidAct >;

export type Decision = { task: Task } & (
	| { act: PlainAct }
	/** `customer`: null for none of those offered. */
	| { act: 'choose_customer'; customer: CustomerChoice | null }
	/** `reason`: what the customer reads. */
	| { act: 'refuse_company'; reason: string }
);

/** Resolves with the row as it stands then. */
export function carryOut( decision: Decision ): Promise< Task > {
	const { id, order, effect } = decision.task;
	// A page of before does not know it, and makes nothing twice.
	const known = isByHand( decision.task ) ? { by_hand: true } : undefined;
	switch ( decision.act ) {
		case 'choose_customer':
			return decision.customer
				? chooseCustomer( id, decision.customer )
				: chooseNoCustomer( id );
		case 'refuse_company':
			return refuseCompany( id, { reason: decision.reason } );
		case 'make_now':
			return syncOrder( order.id, {
				...askedFor( effect ),
				...known,
			} );
		case 'reissue':
			return reissueInvoice( order.id, { invoice: id } );
		case 'accept_rounding':
			return actOn( id, ACTS[ decision.act ].path ?? '', {
				amount: decision.task.rounding ?? '',
			} );
		case 'record_payment':
		case 'move_payment':
			return actOn( id, ACTS[ decision.act ].path ?? '', {
				amount: decision.task.payment ?? '',
			} );
		default:
			return actOn( id, ACTS[ decision.act ].path ?? '', known );
	}
}

const askedFor = ( effect: Effect ): OrderSync => ( {
	document:
		KINDS_OF_ORDERS.find( ( kind ) => effect === `create_${ kind }` ) ??
		'invoice',
} );

export const actWord = ( act: RowAct ): string => ACTS[ act ].label();

const isByHand = ( { state, problem }: Task ): boolean =>
	state === 'skipped' && problem?.code === 'done_by_hand';

/** `text`: paragraphs. */
type Question = { title: string; text: string[] };

/** Null: it can be done again, or undone. */
export function questionOf( act: PlainAct, task: Task ): Question | null {
	const order = task.order.number;
	if ( isByHand( task ) ) {
		return {
			title: sprintf(
				/* translators: %s: number of an order. */
				__( 'Do it all the same? Order %s', 'orderinvoicer' ),
				order
			),
			text: [
				...task.final,
				__(
					'Somebody decided that nothing is made for this any more. If it was done by hand and that still stands in Sellsy, it will be there twice.',
					'orderinvoicer'
				),
			],
		};
	}
	const { question, warning } = ACTS[ act ];
	const text = act === 'retry' ? ( task.goes_final ?? [] ) : task.final;
	return question && ( warning || act !== 'retry' || text.length > 0 )
		? { title: question( order ), text: warning ? [ warning() ] : text }
		: null;
}

/** What is said when it went well. `answer`: the row as it stands now. */
export function successText( { act, task }: Decision, answer: Task ): string {
	const { number } = task.order;
	const { done, goesOn } = ACTS[ act ];
	if ( done ) {
		return done( number );
	}
	return answer.state === 'done' ? doneText( number ) : goesOn( number );
}

const doneText = ( number: string ): string =>
	sprintf(
		/* translators: %s: number of an order. */
		__( 'Done for order %s.', 'orderinvoicer' ),
		number
	);

/** Tried at once, and stopped: the answer says why. */
export const hasStopped = ( task: Task ): boolean =>
	isUndone( task ) &&
	! isByHand( task ) &&
	task.problem?.code !== 'company_refused';

const isUndone = ( { state }: Task ): boolean =>
	state === 'attention' || state === 'skipped';

/** Of what the list shows, on all of its pages. */
export const retryRequest = ( {
	effect,
	problem,
	order,
	from,
	until,
}: TasksFilter ): TasksRetryRequest => ( {
	...( effect !== 'all' && { effect } ),
	...( problem && { problem } ),
	...( order && { order } ),
	...( from && { from } ),
	...( until && { until } ),
} );

/** Null where the list holds nothing that may be retried together. */
export function retryAllWord(
	filter: TasksFilter,
	retryable: number
): string | null {
	if ( retryable === 0 ) {
		return null;
	}
	return Object.keys( retryRequest( filter ) ).length === 0
		? __( 'Retry all', 'orderinvoicer' )
		: __( 'Retry all that fit', 'orderinvoicer' );
}
