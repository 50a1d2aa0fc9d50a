import * as z from 'zod/mini';
import { byKind } from '../generated/facts';
import { RightStateSchema } from './connection';
import { StatusSchema } from './status';
import { TaskSchema } from './tasks';

const time = () => z.iso.datetime( { offset: true } );
const count = () => z.int().check( z.minimum( 0 ) );
const left = () => z.nullable( count() );

/** `GET /overview`. */
export const OverviewSchema = z.strictObject( {
	status: StatusSchema,
	connection: z.enum( [
		'unconfigured',
		'to_authorise',
		'unknown',
		'connected',
		/** It did not answer when it was last asked. */
		'silent',
		'refused',
	] ),
	/** The worst of all rights that the connection needs. */
	rights: RightStateSchema,
	/** Some document is switched on. */
	at_work: z.boolean(),
	/** How the five-minute pass stands. first: none yet, and it is not overdue; missing: none is planned. */
	scheduler: z.enum( [ 'on_time', 'first', 'late', 'stopped', 'missing' ] ),
	/** Events of WooCommerce that no longer reach the plugin. */
	missing_hooks: z.array( z.string() ),
	/** In the last 24 hours, without those of rows that have stopped. */
	failed_tries: count(),
	/** Tasks whose last try failed, and which wait for the next one. */
	failing: count(),
	/** Requests that Sellsy still allowed when it answered last; null where it did not say. */
	quota: z.nullable(
		z.strictObject( {
			at: time(),
			second: left(),
			minute: left(),
			day: left(),
			month: left(),
		} )
	),
	/** This month, then the last one. */
	money: z.strictObject( {
		/** Null: as it stands. */
		counted_at: z.nullable( time() ),
		/** The orders whose documents are drafts. */
		drafts_url: z.string(),
		/** Older documents are still being read. */
		filling: z.boolean(),
		pace: z.string(),
		/** Documents that the figures lack, or whose payment is not known. */
		unknown: count(),
		months: z.array(
			z.strictObject( {
				month: z.string().check( z.regex( /^[0-9]{4}-[0-9]{2}$/ ) ),
				currencies: z.array(
					z.strictObject( {
						currency: z.string(),
						orders: count(),
						ordered: z.string(),
						invoices: count(),
						invoiced: z.string(),
						credit_notes: count(),
						credited: z.string(),
						paid: z.string(),
						open: z.string(),
						drafts: count(),
						credit_note_drafts: count(),
					} )
				),
			} )
		),
	} ),
	last_document: z.nullable(
		z.strictObject( {
			name: z.string(),
			url: z.string(),
			order: TaskSchema.shape.order,
			made_at: time(),
		} )
	),
	/** Documents made on each day of the shop, oldest first, today last. */
	days: z.array(
		z.strictObject( {
			day: z.string().check( z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
			counts: z.strictObject( byKind( count ) ),
		} )
	),
	needs_you: z.strictObject( {
		orders: count(),
		/** What could go on since the settings were changed. */
		mended: z.nullable(
			z.strictObject( { tasks: count(), says: z.string() } )
		),
		/** By `Domain\Failures\ProblemCode`; the newest rows are examples. */
		groups: z.array(
			z.strictObject( {
				code: z.string(),
				orders: count(),
				tasks: count(),
				/** Its former name, for scripts: not read here. */
				syncs: z.optional( count() ),
				examples: z.array( TaskSchema ),
			} )
		),
	} ),
} );

export type Overview = z.infer< typeof OverviewSchema >;
export type Money = Overview[ 'money' ];
export type MonthMoney = Money[ 'months' ][ number ][ 'currencies' ][ number ];
export type Day = Overview[ 'days' ][ number ];
export type ProblemGroup = Overview[ 'needs_you' ][ 'groups' ][ number ];
