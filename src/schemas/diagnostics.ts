import * as z from 'zod/mini';

const facts = () =>
	z.array( z.strictObject( { name: z.string(), value: z.string() } ) );

const HealthStatusSchema = z.enum( [
	'good',
	'recommended',
	'critical',
	/** Nobody has seen it yet, or not lately: never green. */
	'unknown',
] );

/** `GET /diagnostics`: no secrets, no personal data. */
export const DiagnosticsSchema = z.strictObject( {
	generated_at: z.iso.datetime( { offset: true } ),
	health: z.array(
		z.strictObject( {
			name: z.string(),
			label: z.string(),
			status: HealthStatusSchema,
			title: z.string(),
			why: z.string(),
			/** A list that the cause ends with. */
			items: z.array( z.string() ),
			next_step: z.string(),
			/** Where it can be mended, below wp-admin; empty where there is no such page. */
			page: z.string(),
		} )
	),
	work: facts(),
	environment: facts(),
	plugins: z.array( z.string() ),
	settings: facts(),
	attempts: z.array( z.string() ),
	log: z.array( z.string() ),
	/** The same as one text, in English. */
	support: z.string(),
} );

export type Diagnostics = z.infer< typeof DiagnosticsSchema >;
export type HealthStatus = z.infer< typeof HealthStatusSchema >;
export type HealthCheck = Diagnostics[ 'health' ][ number ];
