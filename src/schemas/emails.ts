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

/** `GET /customer-emails`: WooCommerce's own to the customer; other code may take one off its list. */
export const CustomerEmailsSchema = z.strictObject( {
	emails: z.array(
		z.strictObject( {
			id: z.enum( [
				'customer_on_hold_order',
				'customer_processing_order',
				'customer_completed_order',
				'customer_refunded_order',
				'customer_invoice',
				'customer_note',
			] ),
			/** As WooCommerce calls it. */
			title: z.string(),
			enabled: z.boolean(),
			/** WooCommerce's settings of it. */
			url: z.string(),
		} )
	),
} );

export type CustomerEmails = z.infer< typeof CustomerEmailsSchema >;
export type CustomerEmail = CustomerEmails[ 'emails' ][ number ];
