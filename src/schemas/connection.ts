import * as z from 'zod/mini';
import { ProblemSchema } from './problem';

const StateSchema = z.enum( [
	'unconfigured',
	'unknown',
	'connected',
	'refused',
] );

/** Who is connected; null while that is not known. */
const StaffSchema = z.nullable(
	z.strictObject( { id: z.int(), name: z.string(), email: z.string() } )
);

/** `GET`, `POST` and `DELETE /connection`; the secret itself never comes back. */
export const ConnectionSchema = z.strictObject( {
	client_id: z.string(),
	secret: z.strictObject( { is_set: z.boolean() } ),
	from_constants: z.boolean(),
	state: StateSchema,
	staff: StaffSchema,
	problem: z.nullable( ProblemSchema ),
} );

const credential = () =>
	z.string().check( z.minLength( 1 ), z.maxLength( 255 ) );

/** `POST /connection`. */
export const ConnectionUpdateSchema = z.strictObject( {
	client_id: credential(),
	client_secret: credential(),
} );

/** `POST /connection/test`. */
export const ConnectionReportSchema = z.strictObject( {
	state: StateSchema,
	staff: StaffSchema,
	missing_rights: z.array(
		z.strictObject( {
			scope: z.string(),
			text: z.string(),
			next_step: z.string(),
		} )
	),
	problem: z.nullable( ProblemSchema ),
} );

export type Connection = z.infer< typeof ConnectionSchema >;
export type ConnectionUpdate = z.infer< typeof ConnectionUpdateSchema >;
export type ConnectionReport = z.infer< typeof ConnectionReportSchema >;
