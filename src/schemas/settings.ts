// Made by `npm run schemas` from includes/Domain/Settings. Not to be edited.
import * as z from 'zod/mini';
import { SituationSchema } from './shop';

/** `Domain\Documents\DocumentKind`, in the order in which a shop meets them. */
export const KindSchema = z.enum( [
	'estimate',
	'order',
	'delivery',
	'proforma',
	'invoice',
	'creditnote',
] );

export const DocumentStateSchema = z.enum( [
	'draft',
	'sent',
	'shipped',
	'finalised',
	'cancelled',
] );

const WorkflowSchema = z.strictObject( {
	enabled: z.boolean(),
	/**
	 * confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with
	 * each refund, whatever stands here.
	 */
	trigger: z
		.string()
		.check(
			z.regex(
				/^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/
			)
		),
	/**
	 * Y-m-d in the time zone of the shop; orders created before are never touched by themselves. Empty until
	 * Sellsy is connected.
	 */
	start_date: z
		.string()
		.check( z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ),
	/**
	 * When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or
	 * hours: and how many after it was made. Only where Sellsy validates the kind.
	 */
	finalise: z
		.string()
		.check(
			z.regex(
				/^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/
			)
		),
	/** Sellsy sends the document to the customer, once. */
	email: z.boolean(),
	owner_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
	model_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
	rate_category_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
	payment_term_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
	/** Empty: “Order” and its number, in the shop's language. */
	subject: z.string().check( z.maxLength( 255 ) ),
	note: z.string().check( z.maxLength( 2000 ) ),
	/**
	 * Asked from the top; the first whose conditions fit takes the order. Each list of conditions counts as a
	 * whole.
	 */
	rules: z.array(
		z.strictObject( {
			/** Stands with the documents that it made, so that it is never given twice: drawn by chance. */
			id: z.int().check( z.minimum( 1 ), z.maximum( 4294967294 ) ),
			/** Payment gateways of WooCommerce, or unnamed for orders that name none. None: all of them. */
			gateways: z.array(
				z.string().check( z.minLength( 1 ), z.maxLength( 100 ) )
			),
			/** Empty: whoever buys. */
			buyer: z.enum( [ '', 'person', 'company' ] ),
			/** By the address that the order was taxed by, seen from the country of the shop. Empty: everywhere. */
			area: z.enum( [ '', 'domestic', 'eu', 'outside' ] ),
			/** False: no such document is made of these orders. */
			makes: z.boolean(),
			/**
			 * confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with
			 * each refund, whatever stands here.
			 */
			trigger: z
				.string()
				.check(
					z.regex(
						/^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/
					)
				),
			/**
			 * When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or
			 * hours: and how many after it was made. Only where Sellsy validates the kind.
			 */
			finalise: z
				.string()
				.check(
					z.regex(
						/^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/
					)
				),
			/** Sellsy sends the document to the customer, once. */
			email: z.boolean(),
			/** Sellsy staff. Null: as for all other orders. The next two likewise. */
			owner_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
			model_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
			rate_category_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
			/** As JSON, where this release cannot read it: it takes every order and makes nothing. */
			unread: z.optional( z.string() ),
		} )
	),
	/** Orders that no rule takes: a document as the fields here say. False: none. */
	others: z.boolean(),
	/**
	 * When it was switched on: what had its moment before is not touched by itself. In seconds since 1970; kept
	 * by itself, whatever is sent. Null: not known.
	 */
	since: z.optional( z.nullable( z.int().check( z.minimum( 1 ) ) ) ),
} );

const PaymentsSchema = z.strictObject( {
	enabled: z.boolean(),
	pay_back: z.boolean(),
	methods: z.array(
		z.strictObject( {
			/** A payment gateway of WooCommerce. */
			gateway: z.string().check( z.minLength( 1 ), z.maxLength( 100 ) ),
			/** A payment method of Sellsy. */
			method_id: z.int().check( z.minimum( 1 ) ),
		} )
	),
	/** Gateways whose refunds always leave at once, whatever WooCommerce says. Counts where pay_back is on. */
	always_paid_back: z.array(
		z.string().check( z.minLength( 1 ), z.maxLength( 100 ) )
	),
	/**
	 * When recording was switched on: of before, only what a person asks for is recorded. In seconds since
	 * 1970; kept by itself, whatever is sent. Null: not known.
	 */
	since: z.optional( z.nullable( z.int().check( z.minimum( 1 ) ) ) ),
} );

const RefundsSchema = z.strictObject( {
	/**
	 * What a refund does while the invoice is a draft: update it to what remains, or credit it once it is
	 * final.
	 */
	of_draft: z.enum( [ 'update', 'credit' ] ),
	credit_cancelled: z.boolean(),
} );

const ShopperSchema = z.strictObject( {
	/** Kinds of final documents that shoppers find with their orders and may download. Empty: none. */
	kinds: z.array( z.enum( [ 'invoice', 'creditnote' ] ) ),
	/** For how many days after the order its buyer may ask for the invoice in their company's name. 0: never. */
	company_days: z.int().check( z.minimum( 0 ), z.maximum( 365 ) ),
} );

const Customer_emailsSchema = z.strictObject( {
	/** E-mails of WooCommerce, by id, that lead to the documents of their order. Empty: none. */
	emails: z.array(
		z.enum( [
			'customer_on_hold_order',
			'customer_processing_order',
			'customer_completed_order',
			'customer_refunded_order',
			'customer_invoice',
			'customer_note',
		] )
	),
	/** wait: they leave once their document is final; attach: with its PDF. */
	documents: z.enum( [ 'link', 'wait', 'attach' ] ),
	/** The longest that such an e-mail waits. */
	minutes: z.int().check( z.minimum( 1 ), z.maximum( 60 ) ),
} );

const Talk_backSchema = z.strictObject( {
	pays_orders: z.boolean(),
	webhooks: z.boolean(),
	/** Of an order whose proforma was accepted; empty: as it is. */
	proforma_accepted: z
		.string()
		.check(
			z.regex(
				/^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/
			)
		),
	/** Of an order whose proforma was invoiced; empty: as it is. */
	proforma_invoiced: z
		.string()
		.check(
			z.regex(
				/^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/
			)
		),
} );

const ItemsSchema = z.strictObject( {
	create: z.boolean(),
	variations: z.boolean(),
	existing: z.enum( [ 'leave', 'fill', 'update' ] ),
	bundles: z.enum( [ 'parent', 'parts' ] ),
	opening_stock: z.boolean(),
	warehouse_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
} );

const StockSchema = z.strictObject( {
	/** Differences are done, where a person has seen a whole comparison before. */
	agrees: z.boolean(),
	/** Whose stock counts; the other one is changed. */
	leader: z.enum( [ 'shop', 'sellsy' ] ),
	/** What takes sold goods out of stock at Sellsy. Sellsy leads only where documents do. */
	moved_by: z.enum( [ 'unknown', 'nothing', 'invoice', 'delivery' ] ),
	/** Sellsy warehouse that is compared with the shop. */
	warehouse_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
} );

/** `GET` and `POST /settings`. */
export const SettingsSchema = z.strictObject( {
	/** Begins every reference at Sellsy; fixed once used. */
	shop_code: z.string().check( z.regex( /^[A-Z0-9]{2,8}$/ ) ),
	estimate: WorkflowSchema,
	order: WorkflowSchema,
	delivery: WorkflowSchema,
	proforma: WorkflowSchema,
	invoice: WorkflowSchema,
	creditnote: WorkflowSchema,
	payments: PaymentsSchema,
	refunds: RefundsSchema,
	shopper: ShopperSchema,
	customer_emails: Customer_emailsSchema,
	talk_back: Talk_backSchema,
	/** What an order in this status does to its document of that kind. It never creates one. */
	states: z.array(
		z.strictObject( {
			kind: KindSchema,
			/** An order status without wc-, or shipped: by the signs in shipped. */
			status: z.string().check( z.regex( /^[a-z0-9_-]{1,40}$/ ) ),
			state: DocumentStateSchema,
		} )
	),
	/** What counts as shipped: status: and an order status, fulfilment, tracking. */
	shipped: z.array(
		z
			.string()
			.check(
				z.regex( /^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$/ )
			)
	),
	items: ItemsSchema,
	stock: StockSchema,
	/** Documents are made of orders of 0.00 too. */
	free_orders: z.boolean(),
	/** A final invoice of 0.00 that Sellsy leaves due is set to paid; needs api-v1. */
	free_orders_paid: z.boolean(),
	/** Who bills an order that a marketplace splits: the order, or the sellers' own. Empty: not said, they wait. */
	split_sales: z.enum( [ '', 'parent', 'children', 'nobody' ] ),
	checkout_numbers: z.boolean(),
	checkout_company_box: z.boolean(),
	/** Empty: as the account has it. */
	vat_mode: z.enum( [ '', 'debit', 'collection' ] ),
	/** Most minor units that an "Arrondi" row may hold. */
	rounding_cap: z.int().check( z.minimum( 0 ), z.maximum( 100 ) ),
	tax_rates: z.array(
		z.strictObject( {
			/** A tax rate of WooCommerce. */
			rate_id: z.int().check( z.minimum( 1 ) ),
			/** A tax of Sellsy. */
			tax_id: z.int().check( z.minimum( 1 ) ),
		} )
	),
	exempt_taxes: z.array(
		z.strictObject( {
			situation: SituationSchema,
			/** A tax of Sellsy. */
			tax_id: z.int().check( z.minimum( 1 ) ),
		} )
	),
	exempt_reasons: z.array(
		z.strictObject( {
			situation: SituationSchema,
			/** Why that tax is right although its category is not one of the situation's. */
			reason: z.string().check( z.minLength( 15 ), z.maxLength( 300 ) ),
		} )
	),
	/** Exempt tax of category E for the "Arrondi" row. */
	rounding_tax_id: z.nullable( z.int().check( z.minimum( 1 ) ) ),
	/** From this hour of the shop on, the day's digest e-mail is due. */
	digest_hour: z.int().check( z.minimum( 0 ), z.maximum( 23 ) ),
	debug_log: z.boolean(),
	delete_data_on_uninstall: z.boolean(),
} );

/** What is left out stays as it is; lists are replaced as a whole. */
export const SettingsUpdateSchema = z.extend( z.partial( SettingsSchema ), {
	estimate: z.optional( z.partial( WorkflowSchema ) ),
	order: z.optional( z.partial( WorkflowSchema ) ),
	delivery: z.optional( z.partial( WorkflowSchema ) ),
	proforma: z.optional( z.partial( WorkflowSchema ) ),
	invoice: z.optional( z.partial( WorkflowSchema ) ),
	creditnote: z.optional( z.partial( WorkflowSchema ) ),
	payments: z.optional( z.partial( PaymentsSchema ) ),
	refunds: z.optional( z.partial( RefundsSchema ) ),
	shopper: z.optional( z.partial( ShopperSchema ) ),
	customer_emails: z.optional( z.partial( Customer_emailsSchema ) ),
	talk_back: z.optional( z.partial( Talk_backSchema ) ),
	items: z.optional( z.partial( ItemsSchema ) ),
	stock: z.optional( z.partial( StockSchema ) ),
} );

export type Kind = z.infer< typeof KindSchema >;
export type DocumentState = z.infer< typeof DocumentStateSchema >;
export type Settings = z.infer< typeof SettingsSchema >;
export type WorkflowSettings = z.infer< typeof WorkflowSchema >;
export type SettingsUpdate = z.infer< typeof SettingsUpdateSchema >;
