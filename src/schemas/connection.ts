import * as z from 'zod/mini';
import { ProblemSchema } from './problem';

const StateSchema = z.enum( [
	'unconfigured',
	'to_authorise',
	'unknown',
	'connected',
	'refused',
] );

/** The two sorts of access that an owner creates at Sellsy. */
const TypeSchema = z.enum( [ 'personal', 'private' ] );

/** Who is connected; null while that is not known. */
const StaffSchema = z.nullable(
	z.strictObject( { id: z.int(), name: z.string(), email: z.string() } )
);

export const RightStateSchema = z.enum( [ 'seen', 'missing', 'unseen' ] );

/** What the connection must be allowed to do; none while nobody is connected. */
const RightsSchema = z.array(
	z.strictObject( {
		/** Its name: the scope, or one of its own where a privilege is needed beside the same scope. */
		right: z.string(),
		scope: z.string(),
		/** unseen: the first document that needs it tells. */
		state: RightStateSchema,
		/** What cannot be done without it. */
		text: z.string(),
		/** Empty for a right that was seen. */
		next_step: z.string(),
	} )
);

/** `GET`, `POST` and `DELETE /connection`; the secret itself never comes back. */
export const ConnectionSchema = z.strictObject( {
	type: TypeSchema,
	client_id: z.string(),
	secret: z.strictObject( { is_set: z.boolean() } ),
	redirect_url: z.string(),
	from_constants: z.boolean(),
	state: StateSchema,
	/** The company whose books are written to; empty where Sellsy did not tell, null where nobody asked yet. */
	account: z.nullable( z.string() ),
	staff: StaffSchema,
	rights: RightsSchema,
	problem: z.nullable( ProblemSchema ),
} );

const credential = () =>
	z.string().check( z.minLength( 1 ), z.maxLength( 255 ) );

/** `POST /connection`. */
export const ConnectionUpdateSchema = z.strictObject( {
	type: z.optional( TypeSchema ),
	client_id: credential(),
	client_secret: credential(),
} );

/** `POST /connection/authorise`: the route of this page to come back to. */
export const ConnectionAuthoriseSchema = z.strictObject( {
	return: z.string().check( z.regex( /^(\/[a-z][a-z-]{0,30}){1,3}$/ ) ),
} );

/** Its answer: where to send the browser. */
export const ConnectionAuthorisationSchema = z.strictObject( {
	url: z.string().check( z.regex( /^https?:\/\// ) ),
} );

/** `POST /connection/test`. */
export const ConnectionReportSchema = z.strictObject( {
	state: StateSchema,
	account: z.nullable( z.string() ),
	staff: StaffSchema,
	rights: RightsSchema,
	problem: z.nullable( ProblemSchema ),
} );

export type ConnectionType = z.infer< typeof TypeSchema >;
export type ConnectionAuthorise = z.infer< typeof ConnectionAuthoriseSchema >;
export type Connection = z.infer< typeof ConnectionSchema >;
export type ConnectionUpdate = z.infer< typeof ConnectionUpdateSchema >;
export type Right = z.infer< typeof RightsSchema >[ number ];
export type ConnectionReport = z.infer< typeof ConnectionReportSchema >;
