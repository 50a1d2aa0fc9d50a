import * as z from 'zod/mini';
import { byKind, KINDS } from '../generated/facts';
import { SituationSchema } from './shop';

/** Ids are Sellsy's; null leaves the choice to Sellsy. */
const optionalId = () => z.nullable( z.int().check( z.minimum( 1 ) ) );
const id = () => z.int().check( z.minimum( 1 ) );

/** `Domain\Documents\DocumentKind`, in the order in which a shop meets them. */
export const KindSchema = z.enum( KINDS );

export const DocumentStateSchema = z.enum( [
	'draft',
	'sent',
	'shipped',
	'finalised',
	'cancelled',
] );

const WorkflowSchema = z.strictObject( {
	enabled: z.boolean(),
	trigger: z
		.string()
		.check(
			z.regex(
				/^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/
			)
		),
	/** `Y-m-d` in the shop's time zone; empty until Sellsy is connected. */
	start_date: z
		.string()
		.check( z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ),
	/** Only where Sellsy validates the kind. */
	finalise: z
		.string()
		.check(
			z.regex(
				/^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/
			)
		),
	email: z.boolean(),
	owner_id: optionalId(),
	model_id: optionalId(),
	rate_category_id: optionalId(),
	payment_term_id: optionalId(),
	subject: z.string().check( z.maxLength( 255 ) ),
	note: z.string().check( z.maxLength( 2000 ) ),
} );

const PaymentsSchema = z.strictObject( {
	enabled: z.boolean(),
	pay_back: z.boolean(),
	methods: z.array(
		z.strictObject( {
			gateway: z.string().check( z.minLength( 1 ), z.maxLength( 100 ) ),
			method_id: id(),
		} )
	),
} );

const RefundsSchema = z.strictObject( {
	of_draft: z.enum( [ 'update', 'credit' ] ),
	credit_cancelled: z.boolean(),
} );

const ItemsSchema = z.strictObject( {
	create: z.boolean(),
	variations: z.boolean(),
	existing: z.enum( [ 'leave', 'fill', 'update' ] ),
	bundles: z.enum( [ 'parent', 'parts' ] ),
	opening_stock: z.boolean(),
	warehouse_id: optionalId(),
} );

/** `GET` and `POST /settings`. */
export const SettingsSchema = z.strictObject( {
	shop_code: z.string().check( z.regex( /^[A-Z0-9]{2,8}$/ ) ),
	...byKind( () => WorkflowSchema ),
	payments: PaymentsSchema,
	refunds: RefundsSchema,
	/** An order in `status` (or `shipped`) moves its document of that kind to `state`. */
	states: z.array(
		z.strictObject( {
			kind: KindSchema,
			status: z.string().check( z.regex( /^[a-z0-9_-]{1,40}$/ ) ),
			state: DocumentStateSchema,
		} )
	),
	/** What counts as shipped. */
	shipped: z.array(
		z
			.string()
			.check(
				z.regex( /^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$/ )
			)
	),
	items: ItemsSchema,
	/** Empty: as the account has it. */
	vat_mode: z.enum( [ '', 'debit', 'collection' ] ),
	/** Minor units of the order's currency. */
	rounding_cap: z.int().check( z.minimum( 0 ), z.maximum( 100 ) ),
	tax_rates: z.array( z.strictObject( { rate_id: id(), tax_id: id() } ) ),
	exempt_taxes: z.array(
		z.strictObject( { situation: SituationSchema, tax_id: id() } )
	),
	rounding_tax_id: optionalId(),
	/** Ask shoppers for SIREN, SIRET and VAT number. */
	checkout_numbers: z.boolean(),
	debug_log: z.boolean(),
	delete_data_on_uninstall: z.boolean(),
} );

const somewhat = z.optional( z.partial( WorkflowSchema ) );

/** What is left out stays as it is; lists are replaced as a whole. */
export const SettingsUpdateSchema = z.extend( z.partial( SettingsSchema ), {
	...byKind( () => somewhat ),
	payments: z.optional( z.partial( PaymentsSchema ) ),
	refunds: z.optional( z.partial( RefundsSchema ) ),
	items: z.optional( z.partial( ItemsSchema ) ),
} );

export type Kind = z.infer< typeof KindSchema >;
export type DocumentState = z.infer< typeof DocumentStateSchema >;
export type Settings = z.infer< typeof SettingsSchema >;
export type WorkflowSettings = z.infer< typeof WorkflowSchema >;
export type SettingsUpdate = z.infer< typeof SettingsUpdateSchema >;
