import * as z from 'zod/mini';
import { SituationSchema } from './shop';

/** Ids are Sellsy's; null leaves the choice to Sellsy. */
const optionalId = () => z.nullable( z.int().check( z.minimum( 1 ) ) );
const id = () => z.int().check( z.minimum( 1 ) );

const InvoiceSettingsSchema = z.strictObject( {
	enabled: z.boolean(),
	trigger: z
		.string()
		.check(
			z.regex( /^(confirmed|paid|completed|status:[a-z0-9_-]{1,40})$/ )
		),
	/** `Y-m-d` in the shop's time zone; empty until Sellsy is connected. */
	start_date: z
		.string()
		.check( z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ),
	finalise: z.boolean(),
	owner_id: optionalId(),
	model_id: optionalId(),
	rate_category_id: optionalId(),
	payment_term_id: optionalId(),
	subject: z.string().check( z.maxLength( 255 ) ),
	note: z.string().check( z.maxLength( 2000 ) ),
} );

/** `GET` and `POST /settings`. */
export const SettingsSchema = z.strictObject( {
	shop_code: z.string().check( z.regex( /^[A-Z0-9]{2,8}$/ ) ),
	invoice: InvoiceSettingsSchema,
	create_items: z.boolean(),
	/** Minor units of the order's currency. */
	rounding_cap: z.int().check( z.minimum( 0 ), z.maximum( 100 ) ),
	tax_rates: z.array( z.strictObject( { rate_id: id(), tax_id: id() } ) ),
	exempt_taxes: z.array(
		z.strictObject( { situation: SituationSchema, tax_id: id() } )
	),
	rounding_tax_id: optionalId(),
	debug_log: z.boolean(),
	delete_data_on_uninstall: z.boolean(),
} );

/** What is left out stays as it is; lists are replaced as a whole. */
export const SettingsUpdateSchema = z.extend( z.partial( SettingsSchema ), {
	invoice: z.optional( z.partial( InvoiceSettingsSchema ) ),
} );

export type Settings = z.infer< typeof SettingsSchema >;
export type InvoiceSettings = z.infer< typeof InvoiceSettingsSchema >;
export type SettingsUpdate = z.infer< typeof SettingsUpdateSchema >;
