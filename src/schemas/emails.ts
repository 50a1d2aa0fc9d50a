import * as z from 'zod/mini';

const id = () =>
	z.enum( [ 'orderinvoicer_standstill', 'orderinvoicer_digest' ] );

/** `GET /owner-emails`: those that WooCommerce has; other code may take one off its list. */
export const OwnerEmailsSchema = z.strictObject( {
	emails: z.array(
		z.strictObject( {
			id: id(),
			title: z.string(),
			enabled: z.boolean(),
			/** Separated by commas; empty where no address is valid. */
			recipients: z.string(),
			/** WooCommerce's settings of it. */
			url: z.string(),
		} )
	),
	/** In which the hour of the digest is meant. */
	zone: z.string(),
} );

/** `POST /owner-emails/test`: an example of it goes to who asks. */
export const OwnerEmailTestSchema = z.strictObject( { id: id() } );

export const OwnerEmailTestedSchema = z.strictObject( {
	/** WordPress handed it on; false: it could not. */
	sent: z.boolean(),
	to: z.string(),
} );

export type OwnerEmails = z.infer< typeof OwnerEmailsSchema >;
export type OwnerEmail = OwnerEmails[ 'emails' ][ number ];
export type OwnerEmailTest = z.infer< typeof OwnerEmailTestSchema >;
export type OwnerEmailTested = z.infer< typeof OwnerEmailTestedSchema >;
