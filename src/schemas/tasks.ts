import * as z from 'zod/mini';
import {
	EFFECTS,
	KINDS_OF_ORDERS,
	LISTED_EFFECTS,
	ROW_ACTS,
} from '../generated/facts';
import { ProblemSchema } from './problem';

const time = () => z.iso.datetime( { offset: true } );

export const TaskStateSchema = z.enum( [
	'queued',
	'working',
	'done',
	'attention',
	'skipped',
] );

/** The work that is listed. */
export const ListedEffectSchema = z.enum( LISTED_EFFECTS );

/** `Domain\Ledger\Effect`. */
export const EffectSchema = z.enum( EFFECTS );

/** `Domain\Actions\RowAct`. */
export const RowActSchema = z.enum( ROW_ACTS );

export const TaskSchema = z.strictObject( {
	id: z.int(),
	/** `edit_url` is empty when the order is gone. */
	order: z.strictObject( {
		id: z.int(),
		number: z.string(),
		edit_url: z.string(),
	} ),
	effect: EffectSchema,
	/** The effect in words. */
	what: z.string(),
	state: TaskStateSchema,
	attempts: z.int().check( z.minimum( 0 ) ),
	due_at: time(),
	updated_at: time(),
	/** null before it exists; `number` is empty while it is a draft, `pdf` where there is no file. */
	document: z.nullable(
		z.strictObject( {
			number: z.string(),
			url: z.string(),
			pdf: z.string(),
		} )
	),
	problem: z.nullable( ProblemSchema ),
	/** What a person may do with it, the likeliest first. */
	acts: z.array( RowActSchema ),
	/** What to tell before the one of its acts that makes something final; empty where none does. */
	final: z.array( z.string() ),
	/** What to tell before retry and choose_customer; left out where nothing becomes final then. */
	goes_final: z.optional( z.array( z.string() ) ),
	/** The amount that accept_rounding accepts; left out where none is asked about. */
	rounding: z.optional( z.string() ),
	/** The amount that move_payment moves, or record_payment records; left out where none is asked about. */
	payment: z.optional( z.string() ),
} );

/** `GET /tasks`, newest first. */
export const TasksSchema = z.array( TaskSchema );

/** `POST /orders/{id}/sync`: credit notes belong to refunds and cannot be asked for alone. */
export const OrderSyncSchema = z.strictObject( {
	document: z.optional( z.enum( KINDS_OF_ORDERS ) ),
	by_hand: z.optional( z.boolean() ),
} );

/** `POST /tasks/{id}/retry`. `by_hand`: the person knows that somebody did it by hand, and wants it all the same. */
export const TaskRetrySchema = z.strictObject( {
	by_hand: z.optional( z.boolean() ),
} );

/** `POST /tasks/{id}/refuse-company`. The customer reads the reason. */
export const CompanyRefusalSchema = z.strictObject( {
	reason: z.string().check( z.minLength( 1 ), z.maxLength( 300 ) ),
} );

/** `POST /tasks/{id}/accept-rounding`: of the amount that was seen, not of another. */
export const TaskAcceptRoundingSchema = z.strictObject( {
	amount: z.string(),
} );

/** `POST /tasks/{id}/move-payment` and `record-payment`: of the amount that was seen, not of another. */
export const TaskMovePaymentSchema = z.strictObject( {
	amount: z.string(),
} );

/** `POST /orders/{id}/reissue`: of the invoice that was seen, not of one that took its place meanwhile. */
export const OrderReissueSchema = z.strictObject( {
	invoice: z.optional( z.int().check( z.minimum( 1 ) ) ),
} );

/** `GET /orders/{id}/timeline`. */
export const TimelineSchema = z.strictObject( {
	/** Codes and numbers, in English, without personal data. */
	support: z.string(),
	rows: z.array(
		z.strictObject( {
			task: TaskSchema,
			/** Its former name, for scripts: not read here. */
			sync: z.optional( TaskSchema ),
			opened_at: time(),
			tries: z.array(
				z.strictObject( {
					at: time(),
					/** chosen: a person chose the customer. */
					outcome: z.enum( [
						'done',
						'released',
						'attention',
						'skipped',
						'chosen',
					] ),
					problem: z.nullable( ProblemSchema ),
					/** In words, in their order. */
					steps: z.array( z.string() ),
				} )
			),
		} )
	),
} );

/** Which rows are listed; an empty part leaves nothing out. `from` and `until` are days of the shop. */
export type TasksFilter = {
	state: TaskState | 'all';
	effect: ListedEffect | 'all';
	order: string;
	from: string;
	until: string;
	/** A `Domain\Failures\ProblemCode`. */
	problem: string;
};

export const NO_FILTER: TasksFilter = {
	state: 'all',
	effect: 'all',
	order: '',
	from: '',
	until: '',
	problem: '',
};

/** What a filter says in an address: a part that leaves nothing out is not said. */
export const narrowing = (
	filter: Partial< TasksFilter >
): Array< [ name: string, value: string ] > =>
	Object.entries( filter ).filter(
		( [ , value ] ) => value !== '' && value !== 'all'
	);

const day = () => z.string().check( z.regex( /^\d{4}-\d{2}-\d{2}$/ ) );

/**
 * `POST /tasks/retry`: of what is listed by the same filter, all that need a person. What is left out leaves nothing
 * out.
 */
export const TasksRetryRequestSchema = z.strictObject( {
	/** What an answer with `asks` said: a person has read that and wants it. */
	seen: z.optional( z.string().check( z.maxLength( 200 ) ) ),
	/** What the settings have changed for since it stopped. */
	mended: z.optional( z.boolean() ),
	effect: z.optional( ListedEffectSchema ),
	problem: z.optional( z.string().check( z.regex( /^[a-z0-9_]{1,64}$/ ) ) ),
	order: z.optional(
		z.string().check( z.minLength( 1 ), z.maxLength( 64 ) )
	),
	from: z.optional( day() ),
	until: z.optional( day() ),
} );

/** What `POST /tasks/retry` answers. */
export const TasksRetrySchema = z.strictObject( {
	retried: z.int().check( z.minimum( 0 ) ),
	/** Nothing was tried again: this becomes final by it. */
	asks: z.optional( z.array( z.string() ) ),
	/** To send with the same request once a person says yes. */
	seen: z.optional( z.string() ),
} );

const choice = {
	type: z.enum( [ 'company', 'individual' ] ),
	id: z.int().check( z.minimum( 1 ) ),
};

/** `POST /tasks/{id}/customer`. */
export const CustomerChoiceSchema = z.strictObject( choice );

const CustomerFactSchema = z.enum( [
	'type',
	'name',
	'email',
	'reference',
	'siret',
	'vat_number',
] );

const facts = {
	name: z.string(),
	email: z.string(),
	reference: z.string(),
	siret: z.string(),
	vat_number: z.string(),
};

/** `GET /tasks/{id}/customer`. */
export const CustomerCandidatesSchema = z.strictObject( {
	/** null when the order is gone; a fact that it lacks is empty. */
	order: z.nullable( z.strictObject( { type: choice.type, ...facts } ) ),
	candidates: z.array(
		z.strictObject( {
			...choice,
			...facts,
			/** What equals the order, however it is written. */
			same: z.array( CustomerFactSchema ),
		} )
	),
} );

export type Task = z.infer< typeof TaskSchema >;
export type Effect = z.infer< typeof EffectSchema >;
export type ListedEffect = z.infer< typeof ListedEffectSchema >;
export type Timeline = z.infer< typeof TimelineSchema >;
export type TaskState = z.infer< typeof TaskStateSchema >;
export type TasksRetryRequest = z.infer< typeof TasksRetryRequestSchema >;
export type OrderSync = z.infer< typeof OrderSyncSchema >;
export type TaskRetry = z.infer< typeof TaskRetrySchema >;
export type CompanyRefusal = z.infer< typeof CompanyRefusalSchema >;
export type TaskAcceptRounding = z.infer< typeof TaskAcceptRoundingSchema >;
export type OrderReissue = z.infer< typeof OrderReissueSchema >;
export type CustomerChoice = z.infer< typeof CustomerChoiceSchema >;
export type RowAct = z.infer< typeof RowActSchema >;
export type CustomerFact = z.infer< typeof CustomerFactSchema >;
export type CustomerCandidates = z.infer< typeof CustomerCandidatesSchema >;
export type CustomerCandidate = CustomerCandidates[ 'candidates' ][ number ];
