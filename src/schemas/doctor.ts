import * as z from 'zod/mini';

/** `GET /doctor`, `POST /doctor`: what is assumed of Sellsy, tried on the connected account. */
export const DoctorSchema = z.strictObject( {
	/** `stopped`: it does not go on by itself. */
	state: z.enum( [ 'never', 'running', 'stopped', 'over' ] ),
	done: z.int().check( z.minimum( 0 ) ),
	steps: z.int().check( z.minimum( 0 ) ),
	/** Why it stopped or waits; empty for neither. */
	why: z.string(),
	/** Another process of the site is at it. */
	elsewhere: z.boolean(),
	/** When it was last through. */
	looked_at: z.nullable( z.iso.datetime( { offset: true } ) ),
	answers: z.array(
		z.strictObject( {
			name: z.string(),
			question: z.string(),
			state: z.enum( [ 'as-expected', 'otherwise', 'not-known' ] ),
			/** It is otherwise, and something follows of it. */
			matters: z.boolean(),
			/** And its owner does something about it. */
			asks: z.boolean(),
			/** Only a real document shows it, and none has so far. */
			real: z.boolean(),
			text: z.string(),
			/** When it was seen, where the last run did not see it again. */
			seen_before: z.nullable( z.iso.datetime( { offset: true } ) ),
		} )
	),
	/** In words; empty until it is over. */
	rights: z.strictObject( {
		/** For which orders wait. */
		missing: z.array( z.string() ),
		/** Missing too, and no order waits for it. */
		others: z.array( z.string() ),
		/** What this access was not seen to do, and what shows it. */
		unseen: z.array( z.string() ),
		shown_by: z.string(),
	} ),
	/** What stays in Sellsy until a person deletes it; `url` is empty where it is not known. */
	left: z.array( z.strictObject( { name: z.string(), url: z.string() } ) ),
	/** The same as one text. */
	report: z.string(),
} );

export type Doctor = z.infer< typeof DoctorSchema >;
export type DoctorAnswer = Doctor[ 'answers' ][ number ];

export const DoctorRequestSchema = z.strictObject( {
	/** What was tried already, too. */
	again: z.optional( z.boolean() ),
	/** Make four drafts that stay in Sellsy, or use those of before. */
	drafts: z.optional( z.boolean() ),
} );

export type DoctorRequest = z.infer< typeof DoctorRequestSchema >;
