import * as z from 'zod/mini';
import { ProblemSchema } from './problem';

/** `GET /payment-methods`: nothing is used before the owner saved it. */
export const PaymentMethodsSchema = z.strictObject( {
	/** Also `gift_card` and `store_credit`, which stand for a gateway. */
	gateways: z.array(
		z.strictObject( {
			id: z.string(),
			title: z.string(),
			/** Switched on in WooCommerce. */
			in_use: z.boolean(),
		} )
	),
	methods: z.array( z.strictObject( { id: z.int(), label: z.string() } ) ),
	/** Only where one fits; not certain where it is the first of several. */
	proposals: z.array(
		z.strictObject( {
			gateway: z.string(),
			method_id: z.int(),
			certain: z.boolean(),
		} )
	),
	problem: z.nullable( ProblemSchema ),
} );

/** `GET` and `POST /payments/earlier`: what was paid before recording was switched on. */
export const EarlierPaymentsSchema = z.strictObject( {
	orders: z.int().check( z.nonnegative() ),
	/** Number and total; empty where there are none. */
	says: z.string(),
	asks: z.string(),
	/** To send once a person says yes. */
	seen: z.string(),
	done: z.string(),
} );

export const EarlierPaymentsRequestSchema = z.strictObject( {
	seen: z.string().check( z.maxLength( 400 ) ),
	leave: z.optional( z.boolean() ),
} );

/** `GET /shipped-signs`: what may say that an order was shipped, the likeliest first. */
export const ShippedSignsSchema = z.strictObject( {
	signs: z.array(
		z.strictObject( { value: z.string(), label: z.string() } )
	),
} );

export type EarlierPayments = z.infer< typeof EarlierPaymentsSchema >;
export type PaymentMethods = z.infer< typeof PaymentMethodsSchema >;
export type ShippedSigns = z.infer< typeof ShippedSignsSchema >;
