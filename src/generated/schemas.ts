/** Written by `npm run schemas` of what PHP answers and asks for. */
import * as z from 'zod/mini';

export const ConfidenceSchema = /*#__PURE__*/ z.enum( ["certain","likely","none"] );
export type Confidence = z.infer< typeof ConfidenceSchema >;

export const CredentialsTypeSchema = /*#__PURE__*/ z.enum( ["personal","private"] );
export type CredentialsType = z.infer< typeof CredentialsTypeSchema >;

export const CustomerTypeSchema = /*#__PURE__*/ z.enum( ["company","individual"] );
export type CustomerType = z.infer< typeof CustomerTypeSchema >;

export const KindSchema = /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice","creditnote"] );
export type Kind = z.infer< typeof KindSchema >;

export const DryOutcomeSchema = /*#__PURE__*/ z.enum( ["made","exists","not_due","no_rule","stops"] );
export type DryOutcome = z.infer< typeof DryOutcomeSchema >;

export const EffectSchema = /*#__PURE__*/ z.enum( ["create_estimate","create_order","create_delivery","create_proforma","create_invoice","create_creditnote","validate_invoice","validate_creditnote","link_creditnote","record_payment","pay_back","send_document","notify_customer","held_email","change_state","change_company","follow_document","check_balance","follow_order"] );
export type Effect = z.infer< typeof EffectSchema >;

export const SituationSchema = /*#__PURE__*/ z.enum( ["shop_exempt","domestic_exempt_customer","domestic_untaxed_item","untaxed_delivery","eu_business","eu_business_services","eu_consumer","outside_eu","outside_eu_services"] );
export type Situation = z.infer< typeof SituationSchema >;

export const HistoryStateSchema = /*#__PURE__*/ z.enum( ["todo","waits","draft","final","paid","due","credited","cancelled"] );
export type HistoryState = z.infer< typeof HistoryStateSchema >;

export const ObstacleSchema = /*#__PURE__*/ z.enum( ["not_https","copied","local","no_right","no_events","failed","not_deleted"] );
export type Obstacle = z.infer< typeof ObstacleSchema >;

export const PassStateSchema = /*#__PURE__*/ z.enum( ["on_time","first","late","stopped","missing"] );
export type PassState = z.infer< typeof PassStateSchema >;

export const PreviewOutcomeSchema = /*#__PURE__*/ z.enum( ["made","held","lowers_draft","stops"] );
export type PreviewOutcome = z.infer< typeof PreviewOutcomeSchema >;

export const ProspectSchema = /*#__PURE__*/ z.enum( ["soon","later","passed","nothing"] );
export type Prospect = z.infer< typeof ProspectSchema >;

export const RightStateSchema = /*#__PURE__*/ z.enum( ["seen","missing","unseen"] );
export type RightState = z.infer< typeof RightStateSchema >;

export const RowActSchema = /*#__PURE__*/ z.enum( ["choose_customer","accept_company","refuse_company","mark_sent","send_again","retry","accept_rounding","bill_parent","bill_children","bill_nobody","one_refund","two_refunds","credit_dispute","leave_unpaid","record_payment","leave_it","move_payment","leave_out","done_by_hand","make_now","all_right","keep","reissue","finalise","unlink"] );
export type RowAct = z.infer< typeof RowActSchema >;

export const SeveritySchema = /*#__PURE__*/ z.enum( ["error","warning","info"] );
export type Severity = z.infer< typeof SeveritySchema >;

export const DoctorStateSchema = /*#__PURE__*/ z.enum( ["as-expected","otherwise","not-known"] );
export type DoctorState = z.infer< typeof DoctorStateSchema >;

export const StockStandingSchema = /*#__PURE__*/ z.enum( ["no_warehouse","cannot_lead","not_compared","comparing","compared","agreeing"] );
export type StockStanding = z.infer< typeof StockStandingSchema >;

export const StockStateSchema = /*#__PURE__*/ z.enum( ["marked","agrees","differs","not_kept","waits","unclear","uncountable","sent","blocked","done","lost","refused","ignored"] );
export type StockState = z.infer< typeof StockStateSchema >;

export const TaskStateSchema = /*#__PURE__*/ z.enum( ["queued","working","done","attention","skipped"] );
export type TaskState = z.infer< typeof TaskStateSchema >;

export const DocumentStateSchema = /*#__PURE__*/ z.enum( ["draft","sent","shipped","finalised","cancelled"] );
export type DocumentState = z.infer< typeof DocumentStateSchema >;

export const ArchiveSchema = /*#__PURE__*/ z.strictObject( {
	state: /*#__PURE__*/ z.enum( ["none","working","ready","erased","failed"] ),
	/** In the reader's language. */
	says: /*#__PURE__*/ z.string(),
	done: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	total: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Where the file is; empty while there is none. */
	url: /*#__PURE__*/ z.string(),
} );
export type Archive = z.infer< typeof ArchiveSchema >;

export const ArchivePlanSchema = /*#__PURE__*/ z.strictObject( {
	documents: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** How many and how long, in the reader's language. */
	says: /*#__PURE__*/ z.string(),
} );
export type ArchivePlan = z.infer< typeof ArchivePlanSchema >;

export const ArchiveQuerySchema = /*#__PURE__*/ z.strictObject( {
	search: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	kind: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	state: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
} );
export type ArchiveQuery = z.infer< typeof ArchiveQuerySchema >;

export const StartedBackfillSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	state: /*#__PURE__*/ z.enum( ["running","paused","finished","cancelled"] ),
	from: /*#__PURE__*/ z.string(),
	to: /*#__PURE__*/ z.string(),
	statuses: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	kinds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	drafts: /*#__PURE__*/ z.boolean(),
	/** passed: documents were asked for, or are there already. */
	orders: /*#__PURE__*/ z.strictObject( {
		total: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		passed: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	} ),
	documents: /*#__PURE__*/ z.strictObject( {
		done: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		failed: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		left_out: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		waiting: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	} ),
} );
export type StartedBackfill = z.infer< typeof StartedBackfillSchema >;

export const BackfillSchema = /*#__PURE__*/ z.strictObject( {
	/** null before the first. */
	backfill: /*#__PURE__*/ z.nullable( StartedBackfillSchema ),
} );
export type Backfill = z.infer< typeof BackfillSchema >;

export const ProblemSchema = /*#__PURE__*/ z.strictObject( {
	code: /*#__PURE__*/ z.string(),
	/** What happened and why. */
	text: /*#__PURE__*/ z.string(),
	/** What to do next. */
	next_step: /*#__PURE__*/ z.string(),
} );
export type Problem = z.infer< typeof ProblemSchema >;

export const BackfillCountSchema = /*#__PURE__*/ z.strictObject( {
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	looked_at: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	with_documents: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	would_stop: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	problems: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		problem: ProblemSchema,
	} ) ),
	/** null at the end. */
	next: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type BackfillCount = z.infer< typeof BackfillCountSchema >;

export const BackfillCountRequestSchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	to: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	/** Without wc-. */
	statuses: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
	kinds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
	cursor: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{1,11}\.[0-9]{1,9})?$/ ) ),
} );
export type BackfillCountRequest = z.infer< typeof BackfillCountRequestSchema >;

export const BackfillOrdersSchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	to: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	/** Without wc-. */
	statuses: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
	kinds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
} );
export type BackfillOrders = z.infer< typeof BackfillOrdersSchema >;

export const BackfillRequestSchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	to: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	/** Without wc-. */
	statuses: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
	kinds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ) ).check( /*#__PURE__*/ z.minLength( 1 ) ),
	/** Everything stays a draft, whatever the settings say. */
	drafts: /*#__PURE__*/ z.boolean(),
} );
export type BackfillRequest = z.infer< typeof BackfillRequestSchema >;

export const BoxPartSchema = /*#__PURE__*/ z.strictObject( {
	/** link, paid_back or same_client. */
	name: /*#__PURE__*/ z.string(),
	/** Of the button and the dialog. Empty: there is none. */
	label: /*#__PURE__*/ z.string(),
	/** What is said in the box itself. */
	note: /*#__PURE__*/ z.string(),
	/** What is said in the dialog. */
	says: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	choices: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		value: /*#__PURE__*/ z.string(),
		label: /*#__PURE__*/ z.string(),
	} ) ),
	chosen: /*#__PURE__*/ z.string(),
	/** That it is about, to be said with it. */
	amount: /*#__PURE__*/ z.string(),
	/** From when until when it may be. */
	days: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.strictObject( {
		first: /*#__PURE__*/ z.string(),
		last: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type BoxPart = z.infer< typeof BoxPartSchema >;

export const OfferSchema = /*#__PURE__*/ z.strictObject( {
	act: RowActSchema,
	label: /*#__PURE__*/ z.string(),
	/** Title and sentences of what is asked first. Empty: it can be done again, or undone. */
	title: /*#__PURE__*/ z.string(),
	asks: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** The amount that it is done for, to be said with it. Empty: with none. */
	amount: /*#__PURE__*/ z.string(),
	/** Somebody did it by hand or wanted none: who wants it all the same says `by_hand`. */
	by_hand: /*#__PURE__*/ z.boolean(),
	/** Why it cannot be done now. Empty: it can. */
	why_not: /*#__PURE__*/ z.string(),
} );
export type Offer = z.infer< typeof OfferSchema >;

export const BoxRowSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	/** What it is about, such as Invoice. */
	what: /*#__PURE__*/ z.string(),
	state: TaskStateSchema,
	/** Of a document its name; a step beside it says how it stands, too. */
	title: /*#__PURE__*/ z.string(),
	/** How a document stands, and its colour; null for a step. */
	badge: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.strictObject( {
		text: /*#__PURE__*/ z.string(),
		look: /*#__PURE__*/ z.string(),
	} ) ),
	/** It belongs to the document above. */
	is_below: /*#__PURE__*/ z.boolean(),
	link: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.strictObject( {
		text: /*#__PURE__*/ z.string(),
		url: /*#__PURE__*/ z.string(),
		date: /*#__PURE__*/ z.string(),
		pdf: /*#__PURE__*/ z.string(),
	} ) ),
	/** What it is worth, beside its order. */
	figures: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		what: /*#__PURE__*/ z.string(),
		amount: /*#__PURE__*/ z.string(),
	} ) ),
	says: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What stopped it; empty where nothing did. */
	problem: /*#__PURE__*/ z.string(),
	/** Address of the setting that mends it; empty where none does. */
	setting: /*#__PURE__*/ z.string(),
	offers: /*#__PURE__*/ z.array( OfferSchema ),
	parts: /*#__PURE__*/ z.array( BoxPartSchema ),
} );
export type BoxRow = z.infer< typeof BoxRowSchema >;

export const BuyerSchema = /*#__PURE__*/ z.strictObject( {
	type: CustomerTypeSchema,
	name: /*#__PURE__*/ z.string(),
	email: /*#__PURE__*/ z.string(),
	reference: /*#__PURE__*/ z.string(),
	siret: /*#__PURE__*/ z.string(),
	vat_number: /*#__PURE__*/ z.string(),
} );
export type Buyer = z.infer< typeof BuyerSchema >;

export const CauseSchema = /*#__PURE__*/ z.strictObject( {
	/** A ProblemCode. */
	code: /*#__PURE__*/ z.string(),
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	tasks: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** What POST /tasks/retry would take up of it. */
	retryable: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} );
export type Cause = z.infer< typeof CauseSchema >;

export const ClashSchema = /*#__PURE__*/ z.strictObject( {
	code: /*#__PURE__*/ z.string(),
	/** What happened and why. */
	text: /*#__PURE__*/ z.string(),
	/** What to do next. */
	next_step: /*#__PURE__*/ z.string(),
	url: /*#__PURE__*/ z.string(),
} );
export type Clash = z.infer< typeof ClashSchema >;

export const CompanyRefusalSchema = /*#__PURE__*/ z.strictObject( {
	/** Why the invoice is not made out to the company. The customer reads it with the order. */
	reason: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 300 ) ),
} );
export type CompanyRefusal = z.infer< typeof CompanyRefusalSchema >;

export const StaffSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	name: /*#__PURE__*/ z.string(),
	email: /*#__PURE__*/ z.string(),
} );
export type Staff = z.infer< typeof StaffSchema >;

export const RightSchema = /*#__PURE__*/ z.strictObject( {
	/** Its name: the scope, or one of its own where a privilege is needed beside the same scope. */
	right: /*#__PURE__*/ z.string(),
	/** To tick on the API access at Sellsy. */
	scope: /*#__PURE__*/ z.string(),
	/** unseen: the first document that needs it tells. */
	state: RightStateSchema,
	/** What cannot be done without it. */
	text: /*#__PURE__*/ z.string(),
	/** Empty for a right that was seen. */
	next_step: /*#__PURE__*/ z.string(),
} );
export type Right = z.infer< typeof RightSchema >;

export const ConnectionSchema = /*#__PURE__*/ z.strictObject( {
	/** Which sort of access at Sellsy; personal while there is none. */
	type: CredentialsTypeSchema,
	client_id: /*#__PURE__*/ z.string(),
	secret: /*#__PURE__*/ z.strictObject( {
		is_set: /*#__PURE__*/ z.boolean(),
	} ),
	/** To enter at Sellsy on a private access. */
	redirect_url: /*#__PURE__*/ z.string(),
	/** Set in wp-config.php: cannot be changed here. */
	from_constants: /*#__PURE__*/ z.boolean(),
	/** unknown: credentials are there, not tried yet. to_authorise: somebody must allow them at Sellsy. */
	state: /*#__PURE__*/ z.enum( ["unconfigured","to_authorise","unknown","connected","refused"] ),
	/** The company whose books are written to, as Sellsy names its account; empty where Sellsy did not say, null where nobody asked yet. */
	account: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	staff: /*#__PURE__*/ z.nullable( StaffSchema ),
	/** Empty while nobody is connected. */
	rights: /*#__PURE__*/ z.array( RightSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type Connection = z.infer< typeof ConnectionSchema >;

export const ConnectionAuthorisationSchema = /*#__PURE__*/ z.strictObject( {
	url: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^https?:\/\// ) ),
} );
export type ConnectionAuthorisation = z.infer< typeof ConnectionAuthorisationSchema >;

export const ConnectionAuthoriseSchema = /*#__PURE__*/ z.strictObject( {
	/** The route of our own page to come back to, such as /connection. */
	return: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(\/[a-z][a-z-]{0,30}){1,3}$/ ) ),
} );
export type ConnectionAuthorise = z.infer< typeof ConnectionAuthoriseSchema >;

export const ConnectionReportSchema = /*#__PURE__*/ z.strictObject( {
	state: /*#__PURE__*/ z.enum( ["unconfigured","to_authorise","unknown","connected","refused"] ),
	/** The company whose books are written to, as Sellsy names its account; empty where Sellsy did not say, null where nobody asked yet. */
	account: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	staff: /*#__PURE__*/ z.nullable( StaffSchema ),
	/** Empty while nobody is connected. */
	rights: /*#__PURE__*/ z.array( RightSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type ConnectionReport = z.infer< typeof ConnectionReportSchema >;

export const ConnectionUpdateSchema = /*#__PURE__*/ z.strictObject( {
	/** Which sort of access at Sellsy; personal when left out. */
	type: /*#__PURE__*/ z.optional( CredentialsTypeSchema ),
	client_id: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 255 ) ),
	client_secret: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 255 ) ),
} );
export type ConnectionUpdate = z.infer< typeof ConnectionUpdateSchema >;

export const CreditTotalsSchema = /*#__PURE__*/ z.strictObject( {
	excl_tax: /*#__PURE__*/ z.string(),
	vat: /*#__PURE__*/ z.string(),
	incl_tax: /*#__PURE__*/ z.string(),
	/** The row "Arrondi"; it stands under one of the taxes too. */
	rounding: /*#__PURE__*/ z.string(),
	taxes: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		label: /*#__PURE__*/ z.string(),
		percent: /*#__PURE__*/ z.string(),
		excl_tax: /*#__PURE__*/ z.string(),
		vat: /*#__PURE__*/ z.string(),
		incl_tax: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type CreditTotals = z.infer< typeof CreditTotalsSchema >;

export const CreditNotePreviewSchema = /*#__PURE__*/ z.strictObject( {
	/** held: the credit note would say this, but `problem` keeps it from being made now. lowers_draft: the draft invoice is lowered instead. */
	outcome: PreviewOutcomeSchema,
	currency: /*#__PURE__*/ z.string(),
	/** Of the credit note; null where there would be none. */
	totals: /*#__PURE__*/ z.nullable( CreditTotalsSchema ),
	/** What the invoice holds afterwards, incl. tax; null where that is not known. */
	remaining: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** Whether Sellsy computed the same; it is asked only where it knows the customer. */
	sellsy: /*#__PURE__*/ z.enum( ["agrees","not_asked"] ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type CreditNotePreview = z.infer< typeof CreditNotePreviewSchema >;

export const CreditNotePreviewRequestSchema = /*#__PURE__*/ z.strictObject( {
	refund_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	amount: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ) ),
	lines: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** The order line: product, shipping or fee. */
		line_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
		quantity: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ),
		total: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ),
		taxes: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
			rate_id: /*#__PURE__*/ z.int(),
			amount: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ),
		} ) ).check( /*#__PURE__*/ z.maxLength( 100 ) ),
	} ) ).check( /*#__PURE__*/ z.maxLength( 1000 ) ) ),
} );
export type CreditNotePreviewRequest = z.infer< typeof CreditNotePreviewRequestSchema >;

export const CreditableSchema = /*#__PURE__*/ z.strictObject( {
	order_id: /*#__PURE__*/ z.int(),
	currency: /*#__PURE__*/ z.string(),
	/** Something of the order can still be refunded. */
	refundable: /*#__PURE__*/ z.boolean(),
	/** Entered, without a credit note; oldest first. Amounts are TTC. */
	refunds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		id: /*#__PURE__*/ z.int(),
		amount: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type Creditable = z.infer< typeof CreditableSchema >;

export const FigureMoneySchema = /*#__PURE__*/ z.strictObject( {
	/** In WooCommerce's own list, whether they have a document or not. */
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	ordered: /*#__PURE__*/ z.string(),
	/** Final, dated in that period. */
	invoices: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	invoiced: /*#__PURE__*/ z.string(),
	credit_notes: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	credited: /*#__PURE__*/ z.string(),
	/** Of these invoices, less what was credited. */
	paid: /*#__PURE__*/ z.string(),
	due: /*#__PURE__*/ z.string(),
} );
export type FigureMoney = z.infer< typeof FigureMoneySchema >;

export const FigureDaySchema = /*#__PURE__*/ z.strictObject( {
	day: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	invoices: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	credit_notes: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	invoiced: /*#__PURE__*/ z.string(),
	credited: /*#__PURE__*/ z.string(),
} );
export type FigureDay = z.infer< typeof FigureDaySchema >;

export const FigureSumSchema = /*#__PURE__*/ z.strictObject( {
	documents: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Documents whose HT is known: HT and TTC are of these alone. Credit notes are taken off. */
	known: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	excl_tax: /*#__PURE__*/ z.string(),
	tax: /*#__PURE__*/ z.string(),
	incl_tax: /*#__PURE__*/ z.string(),
} );
export type FigureSum = z.infer< typeof FigureSumSchema >;

export const FigureRowSchema = /*#__PURE__*/ z.strictObject( {
	key: /*#__PURE__*/ z.string(),
	label: /*#__PURE__*/ z.string(),
	now: FigureSumSchema,
	before: FigureSumSchema,
} );
export type FigureRow = z.infer< typeof FigureRowSchema >;

export const CurrencyFiguresSchema = /*#__PURE__*/ z.strictObject( {
	currency: /*#__PURE__*/ z.string(),
	now: FigureMoneySchema,
	before: FigureMoneySchema,
	/** Of the period, the first day first. */
	days: /*#__PURE__*/ z.array( FigureDaySchema ),
	tables: /*#__PURE__*/ z.strictObject( {
		rates: /*#__PURE__*/ z.array( FigureRowSchema ),
		gateways: /*#__PURE__*/ z.array( FigureRowSchema ),
		countries: /*#__PURE__*/ z.array( FigureRowSchema ),
		buyers: /*#__PURE__*/ z.array( FigureRowSchema ),
	} ),
} );
export type CurrencyFigures = z.infer< typeof CurrencyFiguresSchema >;

export const CustomerFactSchema = /*#__PURE__*/ z.enum( ["type","name","email","reference","siret","vat_number"] );
export type CustomerFact = z.infer< typeof CustomerFactSchema >;

export const CustomerCandidateSchema = /*#__PURE__*/ z.strictObject( {
	type: CustomerTypeSchema,
	/** Of the company or individual at Sellsy. */
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	name: /*#__PURE__*/ z.string(),
	email: /*#__PURE__*/ z.string(),
	reference: /*#__PURE__*/ z.string(),
	siret: /*#__PURE__*/ z.string(),
	vat_number: /*#__PURE__*/ z.string(),
	/** What equals the order, however it is written. */
	same: /*#__PURE__*/ z.array( CustomerFactSchema ),
} );
export type CustomerCandidate = z.infer< typeof CustomerCandidateSchema >;

export const CustomerCandidatesSchema = /*#__PURE__*/ z.strictObject( {
	/** null when the order is gone; a fact that it lacks is empty. */
	order: /*#__PURE__*/ z.nullable( BuyerSchema ),
	candidates: /*#__PURE__*/ z.array( CustomerCandidateSchema ),
} );
export type CustomerCandidates = z.infer< typeof CustomerCandidatesSchema >;

export const CustomerChoiceSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	type: CustomerTypeSchema,
	/** Of the company or individual at Sellsy. */
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
} );
export type CustomerChoice = z.infer< typeof CustomerChoiceSchema >;

export const CustomerChoicesSchema = /*#__PURE__*/ z.strictObject( {
	/** Several customers may be the buyer. */
	several: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** The order is for a company and a person has its e-mail address at Sellsy; or it is for a person and a company has it. */
	other_kind: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} );
export type CustomerChoices = z.infer< typeof CustomerChoicesSchema >;

export const CustomerEmailSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.enum( ["customer_on_hold_order","customer_processing_order","customer_completed_order","customer_refunded_order","customer_invoice","customer_note"] ),
	/** As WooCommerce calls it. */
	title: /*#__PURE__*/ z.string(),
	enabled: /*#__PURE__*/ z.boolean(),
	/** A person sends it, so WooCommerce has no switch for it. */
	manual: /*#__PURE__*/ z.boolean(),
	/** WooCommerce's settings of it. */
	url: /*#__PURE__*/ z.string(),
} );
export type CustomerEmail = z.infer< typeof CustomerEmailSchema >;

export const CustomerEmailsSchema = /*#__PURE__*/ z.strictObject( {
	emails: /*#__PURE__*/ z.array( CustomerEmailSchema ),
	/** Of these and of the shop's own: here, by GET /email-preview; or in WooCommerce's block editor alone. */
	preview: /*#__PURE__*/ z.enum( ["here","editor","missing"] ),
} );
export type CustomerEmails = z.infer< typeof CustomerEmailsSchema >;

export const OrderRefSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	number: /*#__PURE__*/ z.string(),
	edit_url: /*#__PURE__*/ z.string(),
} );
export type OrderRef = z.infer< typeof OrderRefSchema >;

export const CustomerLinkSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	/** As WooCommerce has it now; empty where account and order are gone. */
	name: /*#__PURE__*/ z.string(),
	is_guest: /*#__PURE__*/ z.boolean(),
	profile_url: /*#__PURE__*/ z.string(),
	/** SIREN or VAT number that the account buys with. */
	number: /*#__PURE__*/ z.string(),
	order: /*#__PURE__*/ z.nullable( OrderRefSchema ),
	type: CustomerTypeSchema,
	sellsy_id: /*#__PURE__*/ z.int(),
	url: /*#__PURE__*/ z.string(),
	origin: /*#__PURE__*/ z.enum( ["unknown","customer_remembered","customer_by_siret","customer_by_reference","customer_by_email","customer_created","chosen"] ),
	since: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
} );
export type CustomerLink = z.infer< typeof CustomerLinkSchema >;

export const CustomerLinksSchema = /*#__PURE__*/ z.array( CustomerLinkSchema );
export type CustomerLinks = z.infer< typeof CustomerLinksSchema >;

export const DaySchema = /*#__PURE__*/ z.strictObject( {
	day: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	counts: /*#__PURE__*/ z.strictObject( {
		estimate: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		order: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		delivery: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		proforma: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		invoice: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		creditnote: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	} ),
} );
export type Day = z.infer< typeof DaySchema >;

export const DaysSchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	until: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
} );
export type Days = z.infer< typeof DaysSchema >;

export const HealthStatusSchema = /*#__PURE__*/ z.enum( ["good","recommended","critical","unknown"] );
export type HealthStatus = z.infer< typeof HealthStatusSchema >;

export const HealthCheckSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	label: /*#__PURE__*/ z.string(),
	status: HealthStatusSchema,
	title: /*#__PURE__*/ z.string(),
	why: /*#__PURE__*/ z.string(),
	/** A list that the cause ends with, or none. */
	items: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	next_step: /*#__PURE__*/ z.string(),
	/** Where it can be mended, below wp-admin: the address of the site stays out. Empty where there is no such page. */
	page: /*#__PURE__*/ z.string(),
} );
export type HealthCheck = z.infer< typeof HealthCheckSchema >;

export const NamedFactSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	value: /*#__PURE__*/ z.string(),
} );
export type NamedFact = z.infer< typeof NamedFactSchema >;

export const DiagnosticsSchema = /*#__PURE__*/ z.strictObject( {
	generated_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	health: /*#__PURE__*/ z.array( HealthCheckSchema ),
	work: /*#__PURE__*/ z.array( NamedFactSchema ),
	environment: /*#__PURE__*/ z.array( NamedFactSchema ),
	plugins: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	settings: /*#__PURE__*/ z.array( NamedFactSchema ),
	/** The rows that were tried last, each with its tries. */
	attempts: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	log: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** The same as one text, in English. */
	support: /*#__PURE__*/ z.string(),
} );
export type Diagnostics = z.infer< typeof DiagnosticsSchema >;

export const DoctorFindingSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	question: /*#__PURE__*/ z.string(),
	state: DoctorStateSchema,
	/** It is otherwise, and something follows of it. */
	matters: /*#__PURE__*/ z.boolean(),
	/** And its owner does something about it. */
	asks: /*#__PURE__*/ z.boolean(),
	/** Only a real document shows it, and none has so far. */
	real: /*#__PURE__*/ z.boolean(),
	text: /*#__PURE__*/ z.string(),
	/** When it was seen, where the last run did not see it again. */
	seen_before: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
} );
export type DoctorFinding = z.infer< typeof DoctorFindingSchema >;

export const DoctorRightsSchema = /*#__PURE__*/ z.strictObject( {
	/** For which orders wait. */
	missing: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** Missing too, and no order waits for it. */
	others: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What this access was not seen to do. */
	unseen: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What shows that. Empty where nothing is unseen. */
	shown_by: /*#__PURE__*/ z.string(),
} );
export type DoctorRights = z.infer< typeof DoctorRightsSchema >;

export const DraftLinkSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	/** Empty where Sellsy has not told where it is. */
	url: /*#__PURE__*/ z.string(),
} );
export type DraftLink = z.infer< typeof DraftLinkSchema >;

export const DoctorSchema = /*#__PURE__*/ z.strictObject( {
	/** "stopped": it does not go on by itself. "why" says what to do. */
	state: /*#__PURE__*/ z.enum( ["never","running","stopped","over"] ),
	done: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	steps: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Why it stopped or waits. Empty for neither. */
	why: /*#__PURE__*/ z.string(),
	/** Another process of the site is at it. */
	elsewhere: /*#__PURE__*/ z.boolean(),
	/** When it was last through. */
	looked_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	answers: /*#__PURE__*/ z.array( DoctorFindingSchema ),
	/** In words. Empty until it is over. */
	rights: DoctorRightsSchema,
	/** What a person may delete: drafts, whom they are for, what Sellsy did not delete. */
	left: /*#__PURE__*/ z.array( DraftLinkSchema ),
	/** The same as one text: no names, numbers, amounts or keys. */
	report: /*#__PURE__*/ z.string(),
} );
export type Doctor = z.infer< typeof DoctorSchema >;

export const DoctorRequestSchema = /*#__PURE__*/ z.strictObject( {
	/** What was tried already, too. */
	again: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Make four drafts too, which stay in Sellsy, or use those of before. */
	drafts: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type DoctorRequest = z.infer< typeof DoctorRequestSchema >;

export const DryTotalsSchema = /*#__PURE__*/ z.strictObject( {
	excl_tax: /*#__PURE__*/ z.string(),
	incl_tax: /*#__PURE__*/ z.string(),
	rounding: /*#__PURE__*/ z.string(),
	taxes: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		label: /*#__PURE__*/ z.string(),
		percent: /*#__PURE__*/ z.string(),
		base: /*#__PURE__*/ z.string(),
		vat: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type DryTotals = z.infer< typeof DryTotalsSchema >;

export const DryDocumentSchema = /*#__PURE__*/ z.strictObject( {
	kind: /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ),
	/** not_due: the order is not, or no longer, where the trigger is. exists: has one already. no_rule: the rules make none of it. */
	outcome: DryOutcomeSchema,
	/** Of one that would be made. */
	totals: /*#__PURE__*/ z.nullable( DryTotalsSchema ),
	/** Whether Sellsy computed the same; it is asked only where it knows the customer. */
	sellsy: /*#__PURE__*/ z.enum( ["agrees","not_asked"] ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
	/** Id of the rule that takes the order. 0: all other orders. null: no rule takes it. */
	rule: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int() ),
	/** The same in words; empty where the kind has no rules. */
	rule_text: /*#__PURE__*/ z.string(),
} );
export type DryDocument = z.infer< typeof DryDocumentSchema >;

export const DryTaxSchema = /*#__PURE__*/ z.strictObject( {
	label: /*#__PURE__*/ z.string(),
	percent: /*#__PURE__*/ z.string(),
	vat: /*#__PURE__*/ z.string(),
} );
export type DryTax = z.infer< typeof DryTaxSchema >;

export const DryOrderSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	number: /*#__PURE__*/ z.string(),
	edit_url: /*#__PURE__*/ z.string(),
	status: /*#__PURE__*/ z.string(),
	currency: /*#__PURE__*/ z.string(),
	created_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	excl_tax: /*#__PURE__*/ z.string(),
	incl_tax: /*#__PURE__*/ z.string(),
	taxes: /*#__PURE__*/ z.array( DryTaxSchema ),
	documents: /*#__PURE__*/ z.array( DryDocumentSchema ),
} );
export type DryOrder = z.infer< typeof DryOrderSchema >;

export const DryRunSchema = /*#__PURE__*/ z.strictObject( {
	orders: /*#__PURE__*/ z.array( DryOrderSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type DryRun = z.infer< typeof DryRunSchema >;

export const DryRunQuerySchema = /*#__PURE__*/ z.strictObject( {
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 20 ) ) ),
	/** As if each order came today: documents that it has do not count. */
	as_new: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type DryRunQuery = z.infer< typeof DryRunQuerySchema >;

export const SettingsUpdateWorkflowSchema = /*#__PURE__*/ z.strictObject( {
	enabled: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with each refund, whatever stands here. */
	trigger: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/ ) ) ),
	/** Y-m-d in the time zone of the shop; orders created before are never touched by themselves. Empty until Sellsy is connected. */
	start_date: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ) ),
	/** When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or hours: and how many after it was made. Only where Sellsy validates the kind. */
	finalise: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/ ) ) ),
	/** Sellsy sends the document to the customer, once. */
	email: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	owner_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	model_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	rate_category_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	payment_term_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	/** Empty: “Order” and its number, in the shop's language. */
	subject: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 255 ) ) ),
	note: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 2000 ) ) ),
	/** Asked from the top; the first whose conditions fit takes the order. Each list of conditions counts as a whole. */
	rules: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** Stands with the documents that it made, so that it is never given twice: drawn by chance. */
		id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 4294967293 ) ),
		/** Payment gateways of WooCommerce, or unnamed for orders that name none. None: all of them. */
		gateways: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ),
		/** Empty: whoever buys. */
		buyer: /*#__PURE__*/ z.enum( ["","person","company"] ),
		/** By the address that the order was taxed by, seen from the country of the shop. Empty: everywhere. */
		area: /*#__PURE__*/ z.enum( ["","domestic","eu","outside"] ),
		/** Currencies of orders, such as EUR. None: all of them. */
		currencies: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[A-Z]{3}$/ ) ) ) ),
		/** Shipping methods, such as local_pickup, or one of a zone, such as flat_rate:3; unnamed for orders without delivery. None: all of them. */
		shipping: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ) ),
		/** The order's total with VAT: at_least or below, an amount and its currency, such as at_least:1000.00:EUR. Orders in other currencies come to neither. Empty: whatever it is. */
		total: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^((at_least|below):[0-9]{1,12}(\.[0-9]{1,4})?:[A-Z]{3})?$/ ) ) ),
		/** Roles of the customer's account, or guest. None: all of them. */
		roles: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ) ),
		/** Product categories: a product in one of them, or below it. None: all of them. */
		categories: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
		/** False: no such document is made of these orders. */
		makes: /*#__PURE__*/ z.boolean(),
		/** confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with each refund, whatever stands here. */
		trigger: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/ ) ),
		/** When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or hours: and how many after it was made. Only where Sellsy validates the kind. */
		finalise: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/ ) ),
		/** Sellsy sends the document to the customer, once. */
		email: /*#__PURE__*/ z.boolean(),
		/** Sellsy staff. Null: as for all other orders. The next two likewise. */
		owner_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		model_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		rate_category_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		/** As JSON, where this release cannot read it: it takes every order and makes nothing. */
		unread: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string() ),
	} ) ) ),
	/** Orders that no rule takes: a document as the fields here say. False: none. */
	others: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** When it was switched on: what had its moment before is not touched by itself. In seconds since 1970; kept by itself, whatever is sent. Null: not known. */
	since: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsUpdateWorkflow = z.infer< typeof SettingsUpdateWorkflowSchema >;

export const SettingsUpdatePaymentsSchema = /*#__PURE__*/ z.strictObject( {
	enabled: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	pay_back: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	methods: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** A payment gateway of WooCommerce. */
		gateway: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ),
		/** A payment method of Sellsy. */
		method_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	} ) ) ),
	/** Gateways whose refunds always leave at once, whatever WooCommerce says. Counts where pay_back is on. */
	always_paid_back: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ) ),
	/** When recording was switched on: of before, only what a person asks for is recorded. In seconds since 1970; kept by itself, whatever is sent. Null: not known. */
	since: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsUpdatePayments = z.infer< typeof SettingsUpdatePaymentsSchema >;

export const SettingsUpdateRefundsSchema = /*#__PURE__*/ z.strictObject( {
	/** What a refund does while the invoice is a draft: update it to what remains, or credit it once it is final. */
	of_draft: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["update","credit"] ) ),
	credit_cancelled: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type SettingsUpdateRefunds = z.infer< typeof SettingsUpdateRefundsSchema >;

export const SettingsUpdateShopperSchema = /*#__PURE__*/ z.strictObject( {
	/** Kinds of final documents that shoppers find with their orders and may download; a proforma goes with the invoice. Empty: none. */
	kinds: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["invoice","creditnote"] ) ) ),
	/** For how many days after the order its buyer may ask for the invoice in their company's name. 0: never. */
	company_days: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 365 ) ) ),
} );
export type SettingsUpdateShopper = z.infer< typeof SettingsUpdateShopperSchema >;

export const SettingsUpdateCustomerEmailsSchema = /*#__PURE__*/ z.strictObject( {
	/** E-mails of WooCommerce, by id, that lead to the documents of their order. Empty: none. */
	emails: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["customer_on_hold_order","customer_processing_order","customer_completed_order","customer_refunded_order","customer_invoice","customer_note"] ) ) ),
	/** wait: they leave once their document is final; attach: with its PDF. */
	documents: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["link","wait","attach"] ) ),
	/** The longest that such an e-mail waits. */
	minutes: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 60 ) ) ),
} );
export type SettingsUpdateCustomerEmails = z.infer< typeof SettingsUpdateCustomerEmailsSchema >;

export const SettingsUpdateTalkBackSchema = /*#__PURE__*/ z.strictObject( {
	pays_orders: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	webhooks: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Of an order whose proforma was accepted; empty: as it is. */
	proforma_accepted: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/ ) ) ),
	/** Of an order whose proforma was invoiced; empty: as it is. */
	proforma_invoiced: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/ ) ) ),
} );
export type SettingsUpdateTalkBack = z.infer< typeof SettingsUpdateTalkBackSchema >;

export const SettingsUpdateItemsSchema = /*#__PURE__*/ z.strictObject( {
	create: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	variations: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	existing: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["leave","fill","update"] ) ),
	bundles: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["parent","parts"] ) ),
	opening_stock: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	warehouse_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsUpdateItems = z.infer< typeof SettingsUpdateItemsSchema >;

export const SettingsUpdateStockSchema = /*#__PURE__*/ z.strictObject( {
	/** Differences are done, where a person has seen a whole comparison before. */
	agrees: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Whose stock counts; the other one is changed. */
	leader: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["shop","sellsy"] ) ),
	/** What takes sold goods out of stock at Sellsy. Sellsy leads only where documents do. */
	moved_by: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["unknown","nothing","invoice","delivery"] ) ),
	/** Sellsy warehouse that is compared with the shop. */
	warehouse_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsUpdateStock = z.infer< typeof SettingsUpdateStockSchema >;

export const MappedRatesSchema = /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
	/** A tax rate of WooCommerce. */
	rate_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	/** A tax of Sellsy. */
	tax_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
} ) );
export type MappedRates = z.infer< typeof MappedRatesSchema >;

export const MappedExemptionsSchema = /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
	situation: SituationSchema,
	/** A tax of Sellsy. */
	tax_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
} ) );
export type MappedExemptions = z.infer< typeof MappedExemptionsSchema >;

export const SettingsUpdateSchema = /*#__PURE__*/ z.strictObject( {
	/** Begins every reference at Sellsy; fixed once used. */
	shop_code: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[A-Z0-9]{2,8}$/ ) ) ),
	estimate: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	order: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	delivery: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	proforma: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	invoice: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	creditnote: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	payments: /*#__PURE__*/ z.optional( SettingsUpdatePaymentsSchema ),
	refunds: /*#__PURE__*/ z.optional( SettingsUpdateRefundsSchema ),
	shopper: /*#__PURE__*/ z.optional( SettingsUpdateShopperSchema ),
	customer_emails: /*#__PURE__*/ z.optional( SettingsUpdateCustomerEmailsSchema ),
	talk_back: /*#__PURE__*/ z.optional( SettingsUpdateTalkBackSchema ),
	/** What an order in this status does to its document of that kind. It never creates one. */
	states: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		kind: KindSchema,
		/** An order status without wc-, or shipped: by the signs in shipped. */
		status: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ),
		state: DocumentStateSchema,
	} ) ) ),
	/** What counts as shipped: status: and an order status, fulfilment, tracking. */
	shipped: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$/ ) ) ) ),
	items: /*#__PURE__*/ z.optional( SettingsUpdateItemsSchema ),
	stock: /*#__PURE__*/ z.optional( SettingsUpdateStockSchema ),
	/** Documents are made of orders of 0.00 too. */
	free_orders: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** A final invoice of 0.00 that Sellsy leaves due is set to paid; needs api-v1. */
	free_orders_paid: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Who bills an order that a marketplace splits: the order, or the sellers' own. Empty: not said, they wait. */
	split_sales: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["","parent","children","nobody"] ) ),
	checkout_numbers: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	checkout_company_box: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Empty: as the account has it. */
	vat_mode: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["","debit","collection"] ) ),
	/** Most minor units that an "Arrondi" row may hold. */
	rounding_cap: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
	tax_rates: /*#__PURE__*/ z.optional( MappedRatesSchema ),
	exempt_taxes: /*#__PURE__*/ z.optional( MappedExemptionsSchema ),
	exempt_reasons: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		situation: SituationSchema,
		/** Why that tax is right although its category is not one of the situation's. */
		reason: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 15 ), /*#__PURE__*/ z.maxLength( 300 ) ),
	} ) ) ),
	/** Exempt tax of category E for the "Arrondi" row. */
	rounding_tax_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	/** From this hour of the shop on, the day's digest e-mail is due. */
	digest_hour: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 23 ) ) ),
	debug_log: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	delete_data_on_uninstall: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type SettingsUpdate = z.infer< typeof SettingsUpdateSchema >;

export const DryRunRequestSchema = /*#__PURE__*/ z.strictObject( {
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 20 ) ) ),
	/** As if each order came today: documents that it has do not count. */
	as_new: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	settings: SettingsUpdateSchema,
} );
export type DryRunRequest = z.infer< typeof DryRunRequestSchema >;

export const EarlierPaymentsSchema = /*#__PURE__*/ z.strictObject( {
	/** Paid and invoiced before recording was switched on; a thousand at a time. */
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Number and total; empty where there are none. */
	says: /*#__PURE__*/ z.string(),
	/** What a person is told before. */
	asks: /*#__PURE__*/ z.string(),
	/** To send with POST once a person says yes. */
	seen: /*#__PURE__*/ z.string(),
	/** What was done; empty where nothing was. */
	done: /*#__PURE__*/ z.string(),
} );
export type EarlierPayments = z.infer< typeof EarlierPaymentsSchema >;

export const EarlierPaymentsRequestSchema = /*#__PURE__*/ z.strictObject( {
	/** What GET said: where it is otherwise by now, nothing is done. */
	seen: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 400 ) ),
	/** They are left as they are, and offered no more. */
	leave: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type EarlierPaymentsRequest = z.infer< typeof EarlierPaymentsRequestSchema >;

export const EmailPreviewSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.string(),
	title: /*#__PURE__*/ z.string(),
	/** Of the example; empty where WooCommerce did not say. */
	subject: /*#__PURE__*/ z.string(),
	/** A page of WooCommerce, for who asks alone. */
	url: /*#__PURE__*/ z.string(),
	/** Names of the files that go with it. */
	attachments: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** Address of who asks: a test goes there. */
	to: /*#__PURE__*/ z.string(),
} );
export type EmailPreview = z.infer< typeof EmailPreviewSchema >;

export const EmailPreviewQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** WooCommerce’s id of the e-mail, such as customer_processing_order. */
	id: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z_]{1,64}$/ ) ),
} );
export type EmailPreviewQuery = z.infer< typeof EmailPreviewQuerySchema >;

export const EmailTestedSchema = /*#__PURE__*/ z.strictObject( {
	/** WordPress handed it on; false: it could not. */
	sent: /*#__PURE__*/ z.boolean(),
	to: /*#__PURE__*/ z.string(),
} );
export type EmailTested = z.infer< typeof EmailTestedSchema >;

export const ExemptProposalSchema = /*#__PURE__*/ z.strictObject( {
	situation: SituationSchema,
	/** A tax of Sellsy; null where none fits. */
	tax_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int() ),
	/** certain: one tax fits; likely: the best of several, for a person to check; none. */
	confidence: ConfidenceSchema,
} );
export type ExemptProposal = z.infer< typeof ExemptProposalSchema >;

export const WithoutInvoiceSchema = /*#__PURE__*/ z.strictObject( {
	currency: /*#__PURE__*/ z.string(),
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	amount: /*#__PURE__*/ z.string(),
} );
export type WithoutInvoice = z.infer< typeof WithoutInvoiceSchema >;

export const FiguresSchema = /*#__PURE__*/ z.strictObject( {
	period: DaysSchema,
	before: DaysSchema,
	/** Since then none of the invoices that await a payment was without a look at Sellsy; null before. */
	seen_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	/** Older documents are still being read. */
	filling: /*#__PURE__*/ z.boolean(),
	/** Documents of the period that the figures lack. */
	unknown: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Of how many documents of the period the HT of each rate is known. */
	bases: /*#__PURE__*/ z.strictObject( {
		known: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		documents: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	} ),
	/** Paid orders of the period that have no invoice. */
	without_invoice: /*#__PURE__*/ z.array( WithoutInvoiceSchema ),
	without_url: /*#__PURE__*/ z.string(),
	/** Never added together; the shop's own first. */
	currencies: /*#__PURE__*/ z.array( CurrencyFiguresSchema ),
} );
export type Figures = z.infer< typeof FiguresSchema >;

export const FiguresFileSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	text: /*#__PURE__*/ z.string(),
} );
export type FiguresFile = z.infer< typeof FiguresFileSchema >;

export const FiguresFileQuerySchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ) ),
	table: /*#__PURE__*/ z.enum( ["rates","gateways","countries","buyers"] ),
} );
export type FiguresFileQuery = z.infer< typeof FiguresFileQuerySchema >;

export const FiguresQuerySchema = /*#__PURE__*/ z.strictObject( {
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ) ),
} );
export type FiguresQuery = z.infer< typeof FiguresQuerySchema >;

export const FixSchema = /*#__PURE__*/ z.strictObject( {
	tax_rates: MappedRatesSchema,
	rounding_tax_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
} );
export type Fix = z.infer< typeof FixSchema >;

export const FindingSchema = /*#__PURE__*/ z.strictObject( {
	code: /*#__PURE__*/ z.string(),
	severity: SeveritySchema,
	title: /*#__PURE__*/ z.string(),
	why: /*#__PURE__*/ z.string(),
	next_step: /*#__PURE__*/ z.string(),
	/** Recent ones that it touches. */
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	rate_ids: /*#__PURE__*/ z.array( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	situation: /*#__PURE__*/ z.enum( ["none","shop_exempt","domestic_exempt_customer","domestic_untaxed_item","untaxed_delivery","eu_business","eu_business_services","eu_consumer","outside_eu","outside_eu_services"] ),
	/** Choices that mend it; null where a person must decide. */
	fix: /*#__PURE__*/ z.nullable( FixSchema ),
} );
export type Finding = z.infer< typeof FindingSchema >;

export const ForeseenSchema = /*#__PURE__*/ z.strictObject( {
	kind: KindSchema,
	/** passed: its moment is over; nothing: the problem says why. */
	prospect: ProspectSchema,
	trigger: /*#__PURE__*/ z.string(),
	finalise: /*#__PURE__*/ z.string(),
	/** The document of the same order that comes first. */
	after: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
	rule: /*#__PURE__*/ z.string(),
	text: /*#__PURE__*/ z.string(),
} );
export type Foreseen = z.infer< typeof ForeseenSchema >;

export const ForgottenSchema = /*#__PURE__*/ z.strictObject( {
	forgotten: /*#__PURE__*/ z.boolean(),
} );
export type Forgotten = z.infer< typeof ForgottenSchema >;

export const GoneRateSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	label: /*#__PURE__*/ z.string(),
	percent: /*#__PURE__*/ z.string(),
} );
export type GoneRate = z.infer< typeof GoneRateSchema >;

export const HistoryRowSchema = /*#__PURE__*/ z.strictObject( {
	/** Of the entry of the ledger that makes the document. */
	id: /*#__PURE__*/ z.int(),
	order: OrderRefSchema,
	/** Empty where nobody knows (any more). */
	customer: /*#__PURE__*/ z.string(),
	kind: KindSchema,
	/** Empty while it is a draft, or is not there. */
	number: /*#__PURE__*/ z.string(),
	/** Its page in Sellsy; empty while there is none. */
	url: /*#__PURE__*/ z.string(),
	/** Empty where there is no file. */
	pdf: /*#__PURE__*/ z.string(),
	/** The document's own, or the one on which it was asked for. */
	day: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	state: HistoryStateSchema,
	/** Something of its order waits for a person. */
	needs_you: /*#__PURE__*/ z.boolean(),
	/** Empty where nobody knows. */
	currency: /*#__PURE__*/ z.string(),
	/** Null: nobody knows, or there is none. A credit note's is negative; so is the next one. */
	excl_tax: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	incl_tax: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	due: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
} );
export type HistoryRow = z.infer< typeof HistoryRowSchema >;

export const HistorySchema = /*#__PURE__*/ z.array( HistoryRowSchema );
export type History = z.infer< typeof HistorySchema >;

export const HistoryAboutSchema = /*#__PURE__*/ z.strictObject( {
	/** Orders that no document was asked for so far, of the newest that count. */
	waiting: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Older orders were not looked at. */
	more: /*#__PURE__*/ z.boolean(),
	waiting_url: /*#__PURE__*/ z.string(),
	/** Address of the file; what GET /history takes may be added. */
	csv: /*#__PURE__*/ z.string(),
	/** Whoever asks has an archive of PDFs. */
	archive: /*#__PURE__*/ z.boolean(),
} );
export type HistoryAbout = z.infer< typeof HistoryAboutSchema >;

export const HistoryOrderSchema = /*#__PURE__*/ z.strictObject( {
	/** Null: there is none. */
	order: /*#__PURE__*/ z.nullable( OrderRefSchema ),
	/** What it waits for, where it has no document yet; empty where nothing is to come. */
	waits: /*#__PURE__*/ z.string(),
} );
export type HistoryOrder = z.infer< typeof HistoryOrderSchema >;

export const HistoryOrderQuerySchema = /*#__PURE__*/ z.strictObject( {
	number: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{1,18}$/ ) ) ),
} );
export type HistoryOrderQuery = z.infer< typeof HistoryOrderQuerySchema >;

export const HistoryQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** Number of an order or of a document, e-mail address or its beginning, name. */
	search: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	kind: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["all","estimate","order","delivery","proforma","invoice","creditnote"] ) ),
	/** final: those that are paid, due and credited too. */
	state: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["all","todo","waits","draft","final","paid","due","credited","cancelled"] ) ),
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(\d{4}-\d{2}-\d{2})?$/ ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(\d{4}-\d{2}-\d{2})?$/ ) ) ),
	orderby: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["date","order","customer","total"] ) ),
	order: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["asc","desc"] ) ),
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
} );
export type HistoryQuery = z.infer< typeof HistoryQuerySchema >;

export const LastDocumentSchema = /*#__PURE__*/ z.strictObject( {
	name: /*#__PURE__*/ z.string(),
	url: /*#__PURE__*/ z.string(),
	/** edit_url is empty when the order is gone. */
	order: OrderRefSchema,
	made_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
} );
export type LastDocument = z.infer< typeof LastDocumentSchema >;

export const LinkProposalSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	number: /*#__PURE__*/ z.string(),
	url: /*#__PURE__*/ z.string(),
	/** Sellsy's own word. */
	status: /*#__PURE__*/ z.string(),
	date: /*#__PURE__*/ z.string(),
	/** Empty where Sellsy does not say. */
	customer: /*#__PURE__*/ z.string(),
	/** TTC. */
	total: /*#__PURE__*/ z.string(),
	currency: /*#__PURE__*/ z.string(),
	/** TTC of the order or refund. */
	expected: /*#__PURE__*/ z.string(),
	/** other_total, other_customer, unknown_customer, refused. */
	doubts: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** The same in words. */
	says: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** Kind and number, customer, total and day. */
	title: /*#__PURE__*/ z.string(),
	/** What the button says that links it. */
	label: /*#__PURE__*/ z.string(),
	/** Why it may not be linked; empty where it may. */
	why_not: /*#__PURE__*/ z.string(),
	/** draft, cancelled, in_use; null: it may be linked. */
	obstacle: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** To send with the request that links it. */
	seen: /*#__PURE__*/ z.string(),
} );
export type LinkProposal = z.infer< typeof LinkProposalSchema >;

export const MendedSchema = /*#__PURE__*/ z.strictObject( {
	tasks: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	says: /*#__PURE__*/ z.string(),
} );
export type Mended = z.infer< typeof MendedSchema >;

export const MethodProposalSchema = /*#__PURE__*/ z.strictObject( {
	gateway: /*#__PURE__*/ z.string(),
	method_id: /*#__PURE__*/ z.int(),
	certain: /*#__PURE__*/ z.boolean(),
} );
export type MethodProposal = z.infer< typeof MethodProposalSchema >;

export const MonthMoneySchema = /*#__PURE__*/ z.strictObject( {
	currency: /*#__PURE__*/ z.string(),
	/** Placed in that month, of those with a document. */
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	ordered: /*#__PURE__*/ z.string(),
	/** Final, dated in that month. */
	invoices: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	invoiced: /*#__PURE__*/ z.string(),
	credit_notes: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	credited: /*#__PURE__*/ z.string(),
	/** Of these invoices, less credit notes: their orders are paid. */
	paid: /*#__PURE__*/ z.string(),
	open: /*#__PURE__*/ z.string(),
	/** Invoices. They are in no sum. */
	drafts: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	credit_note_drafts: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} );
export type MonthMoney = z.infer< typeof MonthMoneySchema >;

export const MoneySchema = /*#__PURE__*/ z.strictObject( {
	counted_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	drafts_url: /*#__PURE__*/ z.string(),
	filling: /*#__PURE__*/ z.boolean(),
	pace: /*#__PURE__*/ z.string(),
	unknown: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	months: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		month: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}$/ ) ),
		currencies: /*#__PURE__*/ z.array( MonthMoneySchema ),
	} ) ),
} );
export type Money = z.infer< typeof MoneySchema >;

export const NamedSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	label: /*#__PURE__*/ z.string(),
} );
export type Named = z.infer< typeof NamedSchema >;

export const NamedListSchema = /*#__PURE__*/ z.strictObject( {
	items: /*#__PURE__*/ z.array( NamedSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type NamedList = z.infer< typeof NamedListSchema >;

export const TaskSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	/** edit_url is empty when the order is gone. */
	order: OrderRefSchema,
	/** Domain\Ledger\Effect. */
	effect: EffectSchema,
	/** The effect in words: "Credit note for refund 12", "Delivery note: shipped". */
	what: /*#__PURE__*/ z.string(),
	state: TaskStateSchema,
	attempts: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	due_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	updated_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	/** null before it exists; number is empty while it is a draft, and pdf, an address of this shop, where there is no file. */
	document: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.strictObject( {
		number: /*#__PURE__*/ z.string(),
		url: /*#__PURE__*/ z.string(),
		pdf: /*#__PURE__*/ z.string(),
	} ) ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
	/** Domain\Actions\RowAct: what a person may do with it, the likeliest first; nothing once the order is gone. */
	acts: /*#__PURE__*/ z.array( RowActSchema ),
	/** The same with their words, and what may not be done now with the reason. */
	offers: /*#__PURE__*/ z.array( OfferSchema ),
	/** What to tell a person before the one of its acts that makes something final (finalise, reissue, make_now): kind, customer and total first. Empty where none does. */
	final: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What to tell a person before retry and choose_customer, where the settings then make something final: kind, customer and total first. Left out where they do not. */
	goes_final: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	/** The amount that accept_rounding accepts, with its sign. Left out where none is asked about. */
	rounding: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string() ),
	/** The amount of move_payment or record_payment. Left out where none is asked about. */
	payment: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string() ),
} );
export type Task = z.infer< typeof TaskSchema >;

export const TasksSchema = /*#__PURE__*/ z.array( TaskSchema );
export type Tasks = z.infer< typeof TasksSchema >;

export const ProblemGroupSchema = /*#__PURE__*/ z.strictObject( {
	code: /*#__PURE__*/ z.string(),
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	tasks: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Deprecated: the former name of tasks. */
	syncs: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	examples: TasksSchema,
} );
export type ProblemGroup = z.infer< typeof ProblemGroupSchema >;

export const NeedsYouSchema = /*#__PURE__*/ z.strictObject( {
	orders: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** What could go on since the settings were changed; null: nothing. */
	mended: /*#__PURE__*/ z.nullable( MendedSchema ),
	/** By ProblemCode; the newest rows are examples. */
	groups: /*#__PURE__*/ z.array( ProblemGroupSchema ),
} );
export type NeedsYou = z.infer< typeof NeedsYouSchema >;

export const OrderBoxSchema = /*#__PURE__*/ z.strictObject( {
	/** The number of the order. */
	order: /*#__PURE__*/ z.string(),
	/** Above the documents. */
	notes: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What another tool made. */
	elsewhere: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		what: /*#__PURE__*/ z.string(),
		url: /*#__PURE__*/ z.string(),
	} ) ),
	/** A document and what was done for it, or what belongs to none. */
	groups: /*#__PURE__*/ z.array( /*#__PURE__*/ z.array( BoxRowSchema ) ),
	to_come: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		what: /*#__PURE__*/ z.string(),
		text: /*#__PURE__*/ z.string(),
		/** Address of the setting that it waits for; empty where none is. */
		setting: /*#__PURE__*/ z.string(),
	} ) ),
	/** Below the documents. */
	hints: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** What can be asked for, with `POST /orders/{id}/sync`. */
	make: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		document: /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ),
		what: /*#__PURE__*/ z.string(),
		offer: OfferSchema,
	} ) ),
	parts: /*#__PURE__*/ z.array( BoxPartSchema ),
} );
export type OrderBox = z.infer< typeof OrderBoxSchema >;

export const SheetDocumentSchema = /*#__PURE__*/ z.strictObject( {
	task_id: /*#__PURE__*/ z.int(),
	kind: KindSchema,
	/** Empty while it is a draft. */
	number: /*#__PURE__*/ z.string(),
	url: /*#__PURE__*/ z.string(),
	/** YYYY-MM-DD, its own. */
	date: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	currency: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** HT. */
	excl_tax: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** Of all taxes. */
	vat: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** TTC. */
	incl_tax: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	taxes: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		percent: /*#__PURE__*/ z.string(),
		vat: /*#__PURE__*/ z.string(),
	} ) ) ),
	/** TTC of the order, or of the refund that it credits. */
	ordered: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** How it compares with the order (Domain\OrderSheet\Agreement); null where it cannot be compared. */
	agreement: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** What was recorded on the invoice; null where nobody knows here. */
	paid: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** What is left by that, after credit notes. */
	due: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	/** What is said of its rule, and of another that would take the order as it is. Empty: the kind has no rules. Below likewise. */
	rule: /*#__PURE__*/ z.string(),
} );
export type SheetDocument = z.infer< typeof SheetDocumentSchema >;

export const OrderDocumentsSchema = /*#__PURE__*/ z.strictObject( {
	/** Those that exist and of which something is known. Amounts are decimals; null is unknown. */
	documents: /*#__PURE__*/ z.array( SheetDocumentSchema ),
	/** One for each kind that is switched on and of which there is nothing yet. */
	to_come: /*#__PURE__*/ z.array( ForeseenSchema ),
	/** It will look different in a moment. */
	moves: /*#__PURE__*/ z.boolean(),
	/** How each entry of the ledger stands, in words. */
	lines: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** The order box: the same in words, with what a person may do. */
	box: OrderBoxSchema,
	/** The same in short, as it stands above the order actions of WooCommerce. HTML. */
	pills: /*#__PURE__*/ z.string(),
	/** What this plugin adds to the order actions of WooCommerce, as the order is now. */
	actions: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		name: /*#__PURE__*/ z.string(),
		label: /*#__PURE__*/ z.string(),
	} ) ),
	/** What a credit note can be previewed of; null where nothing can be credited. */
	credit_preview: /*#__PURE__*/ z.nullable( CreditableSchema ),
} );
export type OrderDocuments = z.infer< typeof OrderDocumentsSchema >;

export const OrderLinkSchema = /*#__PURE__*/ z.strictObject( {
	found: /*#__PURE__*/ z.array( LinkProposalSchema ),
	/** Why none was found. */
	why: /*#__PURE__*/ z.string(),
	/** What linking leads to. */
	follows: /*#__PURE__*/ z.string(),
} );
export type OrderLink = z.infer< typeof OrderLinkSchema >;

export const OrderLinkQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** What of the order: a kind of document; of a refund `creditnote.` and its id. */
	as: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z]{1,20}(\.[0-9]{1,20})?$/ ) ),
	/** Its number, or the address of its page in Sellsy; the newest of the customer when left out. */
	number: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 250 ) ) ),
} );
export type OrderLinkQuery = z.infer< typeof OrderLinkQuerySchema >;

export const OrderLinkRequestSchema = /*#__PURE__*/ z.strictObject( {
	/** What of the order: a kind of document; of a refund `creditnote.` and its id. */
	as: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z]{1,20}(\.[0-9]{1,20})?$/ ) ),
	/** Of the document at Sellsy. */
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	/** What the answer said of it: where anything of it is otherwise by now, nothing is linked. */
	seen: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 64 ) ),
} );
export type OrderLinkRequest = z.infer< typeof OrderLinkRequestSchema >;

export const OrderReissueSchema = /*#__PURE__*/ z.strictObject( {
	/** The entry of the invoice that was seen, or of one of its credit notes: where another has taken its place, nothing is done. The newest when left out. */
	invoice: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
} );
export type OrderReissue = z.infer< typeof OrderReissueSchema >;

export const OrderSyncSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	document: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["estimate","order","delivery","proforma","invoice"] ) ),
	/** The person knows that somebody did it by hand, and wants it all the same. */
	by_hand: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type OrderSync = z.infer< typeof OrderSyncSchema >;

export const RateUseSchema = /*#__PURE__*/ z.strictObject( {
	rate_id: /*#__PURE__*/ z.int(),
	orders: /*#__PURE__*/ z.int(),
} );
export type RateUse = z.infer< typeof RateUseSchema >;

export const UsedGatewaySchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.string(),
	title: /*#__PURE__*/ z.string(),
	orders: /*#__PURE__*/ z.int(),
} );
export type UsedGateway = z.infer< typeof UsedGatewaySchema >;

export const OrderUsageSchema = /*#__PURE__*/ z.strictObject( {
	since: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	/** How many were looked at; null where they cannot be counted. */
	orders: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int() ),
	/** Older ones were left out. */
	is_cut: /*#__PURE__*/ z.boolean(),
	rates: /*#__PURE__*/ z.array( RateUseSchema ),
	/** Rates that orders carry and WooCommerce no longer has. */
	gone: /*#__PURE__*/ z.array( GoneRateSchema ),
	/** `unnamed` for orders without a payment method. */
	gateways: /*#__PURE__*/ z.array( UsedGatewaySchema ),
} );
export type OrderUsage = z.infer< typeof OrderUsageSchema >;

export const PauseSchema = /*#__PURE__*/ z.strictObject( {
	code: /*#__PURE__*/ z.string(),
	/** What happened and why. */
	text: /*#__PURE__*/ z.string(),
	/** What to do next. */
	next_step: /*#__PURE__*/ z.string(),
	until: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
} );
export type Pause = z.infer< typeof PauseSchema >;

export const StatusSchema = /*#__PURE__*/ z.strictObject( {
	/** Why everything waits; until is null where a person must act. */
	pause: /*#__PURE__*/ z.nullable( PauseSchema ),
	/** Another shop writes with the same code to the same account; url shows its newest document. */
	clash: /*#__PURE__*/ z.nullable( ClashSchema ),
	counts: /*#__PURE__*/ z.strictObject( {
		queued: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		working: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		done: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		attention: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
		skipped: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	} ),
	oldest_due_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	last_sweep_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	/** When every open draft had last been compared with Sellsy; null before. */
	drafts_seen_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	/** When payments and open documents had last been looked at in Sellsy; null before. */
	sellsy_seen_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	/** Whether the site can call itself after a checkout. */
	loopback: /*#__PURE__*/ z.enum( ["works","blocked","unknown"] ),
} );
export type Status = z.infer< typeof StatusSchema >;

export const QuotaSchema = /*#__PURE__*/ z.strictObject( {
	at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	second: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	minute: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	day: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	month: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
} );
export type Quota = z.infer< typeof QuotaSchema >;

export const OverviewSchema = /*#__PURE__*/ z.strictObject( {
	status: StatusSchema,
	connection: /*#__PURE__*/ z.enum( ["unconfigured","to_authorise","unknown","connected","silent","refused"] ),
	/** The worst of all that the connection needs; unseen: the first document that needs it tells. */
	rights: RightStateSchema,
	/** Some document is switched on. */
	at_work: /*#__PURE__*/ z.boolean(),
	/** How the five-minute pass stands. first: none yet, and it is not overdue; missing: none is planned. */
	scheduler: PassStateSchema,
	/** Events of WooCommerce that no longer reach the plugin. */
	missing_hooks: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** In the last 24 hours, without those of rows that have stopped. */
	failed_tries: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Tasks whose last try failed, and which wait for the next one. */
	failing: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Requests that Sellsy still allowed when it answered last; null where it did not say. */
	quota: /*#__PURE__*/ z.nullable( QuotaSchema ),
	/** This month, then the last one; months are the shop's, amounts TTC. counted_at: null where it was counted as it stands. drafts_url: the orders whose documents are drafts. filling: older documents are still being read. pace: how many are left, and about how long they take, in words; empty where nobody has counted. unknown: invoices and credit notes that these figures lack, or whose payment is not known. */
	money: MoneySchema,
	/** The last one that was made; url is its page at Sellsy. */
	last_document: /*#__PURE__*/ z.nullable( LastDocumentSchema ),
	/** Documents made, oldest day first, today last. */
	days: /*#__PURE__*/ z.array( DaySchema ),
	needs_you: NeedsYouSchema,
} );
export type Overview = z.infer< typeof OverviewSchema >;

export const OwnerEmailSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.enum( ["orderinvoicer_standstill","orderinvoicer_digest"] ),
	title: /*#__PURE__*/ z.string(),
	enabled: /*#__PURE__*/ z.boolean(),
	/** Separated by commas; empty where no address is valid. */
	recipients: /*#__PURE__*/ z.string(),
	/** WooCommerce's settings of it. */
	url: /*#__PURE__*/ z.string(),
} );
export type OwnerEmail = z.infer< typeof OwnerEmailSchema >;

export const OwnerEmailTestSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.enum( ["orderinvoicer_standstill","orderinvoicer_digest"] ),
} );
export type OwnerEmailTest = z.infer< typeof OwnerEmailTestSchema >;

export const OwnerEmailTestedSchema = /*#__PURE__*/ z.strictObject( {
	/** WordPress handed it on; false: it could not. */
	sent: /*#__PURE__*/ z.boolean(),
	to: /*#__PURE__*/ z.string(),
} );
export type OwnerEmailTested = z.infer< typeof OwnerEmailTestedSchema >;

export const OwnerEmailsSchema = /*#__PURE__*/ z.strictObject( {
	emails: /*#__PURE__*/ z.array( OwnerEmailSchema ),
	/** In which the hour of the digest is meant. */
	zone: /*#__PURE__*/ z.string(),
} );
export type OwnerEmails = z.infer< typeof OwnerEmailsSchema >;

export const PaymentGatewaySchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.string(),
	title: /*#__PURE__*/ z.string(),
	/** Switched on in WooCommerce. */
	in_use: /*#__PURE__*/ z.boolean(),
} );
export type PaymentGateway = z.infer< typeof PaymentGatewaySchema >;

export const PaymentMethodsSchema = /*#__PURE__*/ z.strictObject( {
	/** Also gift_card and store_credit, which stand for a gateway. */
	gateways: /*#__PURE__*/ z.array( PaymentGatewaySchema ),
	methods: /*#__PURE__*/ z.array( NamedSchema ),
	/** Only where one fits; not certain where it is the first of several. */
	proposals: /*#__PURE__*/ z.array( MethodProposalSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type PaymentMethods = z.infer< typeof PaymentMethodsSchema >;

export const ProductSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	name: /*#__PURE__*/ z.string(),
	/** Under which it is sold; empty where there is none. */
	sku: /*#__PURE__*/ z.string(),
	problem: /*#__PURE__*/ z.enum( ["none","missing","short","duplicate"] ),
	/** Of the orders that GET /order-usage counts. */
	lines: /*#__PURE__*/ z.int(),
	edit_url: /*#__PURE__*/ z.string(),
	/** What it is remembered as at Sellsy. */
	item: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.strictObject( {
		id: /*#__PURE__*/ z.int(),
		url: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type Product = z.infer< typeof ProductSchema >;

export const ProductsSchema = /*#__PURE__*/ z.array( ProductSchema );
export type Products = z.infer< typeof ProductsSchema >;

export const ProductsCheckSchema = /*#__PURE__*/ z.strictObject( {
	ids: /*#__PURE__*/ z.array( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ).check( /*#__PURE__*/ z.maxLength( 25 ) ),
} );
export type ProductsCheck = z.infer< typeof ProductsCheckSchema >;

export const ProductsCheckedSchema = /*#__PURE__*/ z.strictObject( {
	gone: /*#__PURE__*/ z.array( /*#__PURE__*/ z.int() ),
} );
export type ProductsChecked = z.infer< typeof ProductsCheckedSchema >;

export const ProductsQuerySchema = /*#__PURE__*/ z.strictObject( {
	search: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
	problem: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["any","all","missing","short","duplicate"] ) ),
} );
export type ProductsQuery = z.infer< typeof ProductsQuerySchema >;

export const RateCategorySchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	label: /*#__PURE__*/ z.string(),
	currency: /*#__PURE__*/ z.string(),
	is_default: /*#__PURE__*/ z.boolean(),
} );
export type RateCategory = z.infer< typeof RateCategorySchema >;

export const RateCategoryListSchema = /*#__PURE__*/ z.strictObject( {
	items: /*#__PURE__*/ z.array( RateCategorySchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type RateCategoryList = z.infer< typeof RateCategoryListSchema >;

export const RateProposalSchema = /*#__PURE__*/ z.strictObject( {
	rate_id: /*#__PURE__*/ z.int(),
	/** A tax of Sellsy; null where none fits. */
	tax_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int() ),
	/** certain: one tax fits; likely: the best of several, for a person to check; none. */
	confidence: ConfidenceSchema,
} );
export type RateProposal = z.infer< typeof RateProposalSchema >;

export const RetriedTasksSchema = /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
	state: TaskStateSchema,
	/** A ProblemCode: what stopped them, or left them out; else empty. */
	problem: /*#__PURE__*/ z.string(),
	tasks: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} ) );
export type RetriedTasks = z.infer< typeof RetriedTasksSchema >;

export const RetriedTasksQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** What POST /tasks/retry answered. */
	ids: /*#__PURE__*/ z.array( /*#__PURE__*/ z.int() ).check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 500 ) ),
} );
export type RetriedTasksQuery = z.infer< typeof RetriedTasksQuerySchema >;

export const RuleChoiceSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.string(),
	name: /*#__PURE__*/ z.string(),
} );
export type RuleChoice = z.infer< typeof RuleChoiceSchema >;

export const RuleChoicesSchema = /*#__PURE__*/ z.strictObject( {
	/** Methods, and each method of a zone, such as flat_rate:3. */
	shipping: /*#__PURE__*/ z.array( RuleChoiceSchema ),
	roles: /*#__PURE__*/ z.array( RuleChoiceSchema ),
	/** With those above it. */
	categories: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
		name: /*#__PURE__*/ z.string(),
	} ) ),
	/** The shop's own first. */
	currencies: /*#__PURE__*/ z.array( RuleChoiceSchema ),
} );
export type RuleChoices = z.infer< typeof RuleChoicesSchema >;

export const SameClientChoiceSchema = /*#__PURE__*/ z.strictObject( {
	type: CustomerTypeSchema,
	/** Of the company or individual at Sellsy. */
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	name: /*#__PURE__*/ z.string(),
	email: /*#__PURE__*/ z.string(),
	reference: /*#__PURE__*/ z.string(),
	siret: /*#__PURE__*/ z.string(),
} );
export type SameClientChoice = z.infer< typeof SameClientChoiceSchema >;

export const SameClientSchema = /*#__PURE__*/ z.strictObject( {
	/** This shop made a customer for the order. */
	offered: /*#__PURE__*/ z.boolean(),
	/** Clients in Sellsy with the e-mail address of the order, but that one. */
	clients: /*#__PURE__*/ z.array( SameClientChoiceSchema ),
	/** What choosing one leads to. */
	follows: /*#__PURE__*/ z.string(),
	/** What then becomes final; empty where nothing does. */
	final: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	/** Of what becomes final; empty where nothing does. */
	total: /*#__PURE__*/ z.string(),
} );
export type SameClient = z.infer< typeof SameClientSchema >;

export const SameClientRequestSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	type: CustomerTypeSchema,
	/** Of the company or individual at Sellsy. */
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	/** Where something becomes final: its total, which a person was shown. Another one, or none, is refused with `total` and `final`. */
	confirmed: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ) ),
} );
export type SameClientRequest = z.infer< typeof SameClientRequestSchema >;

export const SearchQuerySchema = /*#__PURE__*/ z.strictObject( {
	search: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ) ),
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
} );
export type SearchQuery = z.infer< typeof SearchQuerySchema >;

export const SellsyTaxSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	label: /*#__PURE__*/ z.string(),
	percent: /*#__PURE__*/ z.string(),
	category: /*#__PURE__*/ z.string(),
	usable: /*#__PURE__*/ z.boolean(),
	exempt: /*#__PURE__*/ z.boolean(),
} );
export type SellsyTax = z.infer< typeof SellsyTaxSchema >;

export const TaxListSchema = /*#__PURE__*/ z.strictObject( {
	items: /*#__PURE__*/ z.array( SellsyTaxSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type TaxList = z.infer< typeof TaxListSchema >;

export const SellsySchema = /*#__PURE__*/ z.strictObject( {
	taxes: TaxListSchema,
	rate_categories: RateCategoryListSchema,
	staffs: NamedListSchema,
	models: NamedListSchema,
	payment_terms: NamedListSchema,
	/** Whether the connection may use API v1: delivery notes, proformas, steps of orders, e-mails. null: not known. */
	has_v1: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.boolean() ),
} );
export type Sellsy = z.infer< typeof SellsySchema >;

export const SellsyQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** Ask Sellsy again instead of using what was read within the last hour. */
	refresh: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type SellsyQuery = z.infer< typeof SellsyQuerySchema >;

export const SettingsWorkflowSchema = /*#__PURE__*/ z.strictObject( {
	enabled: /*#__PURE__*/ z.boolean(),
	/** confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with each refund, whatever stands here. */
	trigger: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/ ) ),
	/** Y-m-d in the time zone of the shop; orders created before are never touched by themselves. Empty until Sellsy is connected. */
	start_date: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/ ) ),
	/** When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or hours: and how many after it was made. Only where Sellsy validates the kind. */
	finalise: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/ ) ),
	/** Sellsy sends the document to the customer, once. */
	email: /*#__PURE__*/ z.boolean(),
	owner_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	model_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	rate_category_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	payment_term_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	/** Empty: “Order” and its number, in the shop's language. */
	subject: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 255 ) ),
	note: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 2000 ) ),
	/** Asked from the top; the first whose conditions fit takes the order. Each list of conditions counts as a whole. */
	rules: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** Stands with the documents that it made, so that it is never given twice: drawn by chance. */
		id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 4294967293 ) ),
		/** Payment gateways of WooCommerce, or unnamed for orders that name none. None: all of them. */
		gateways: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ),
		/** Empty: whoever buys. */
		buyer: /*#__PURE__*/ z.enum( ["","person","company"] ),
		/** By the address that the order was taxed by, seen from the country of the shop. Empty: everywhere. */
		area: /*#__PURE__*/ z.enum( ["","domestic","eu","outside"] ),
		/** Currencies of orders, such as EUR. None: all of them. */
		currencies: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[A-Z]{3}$/ ) ) ) ),
		/** Shipping methods, such as local_pickup, or one of a zone, such as flat_rate:3; unnamed for orders without delivery. None: all of them. */
		shipping: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ) ),
		/** The order's total with VAT: at_least or below, an amount and its currency, such as at_least:1000.00:EUR. Orders in other currencies come to neither. Empty: whatever it is. */
		total: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^((at_least|below):[0-9]{1,12}(\.[0-9]{1,4})?:[A-Z]{3})?$/ ) ) ),
		/** Roles of the customer's account, or guest. None: all of them. */
		roles: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ) ),
		/** Product categories: a product in one of them, or below it. None: all of them. */
		categories: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
		/** False: no such document is made of these orders. */
		makes: /*#__PURE__*/ z.boolean(),
		/** confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with each refund, whatever stands here. */
		trigger: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$/ ) ),
		/** When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or hours: and how many after it was made. Only where Sellsy validates the kind. */
		finalise: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$/ ) ),
		/** Sellsy sends the document to the customer, once. */
		email: /*#__PURE__*/ z.boolean(),
		/** Sellsy staff. Null: as for all other orders. The next two likewise. */
		owner_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		model_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		rate_category_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
		/** As JSON, where this release cannot read it: it takes every order and makes nothing. */
		unread: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string() ),
	} ) ),
	/** Orders that no rule takes: a document as the fields here say. False: none. */
	others: /*#__PURE__*/ z.boolean(),
	/** When it was switched on: what had its moment before is not touched by itself. In seconds since 1970; kept by itself, whatever is sent. Null: not known. */
	since: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsWorkflow = z.infer< typeof SettingsWorkflowSchema >;

export const SettingsPaymentsSchema = /*#__PURE__*/ z.strictObject( {
	enabled: /*#__PURE__*/ z.boolean(),
	pay_back: /*#__PURE__*/ z.boolean(),
	methods: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** A payment gateway of WooCommerce. */
		gateway: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ),
		/** A payment method of Sellsy. */
		method_id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	} ) ),
	/** Gateways whose refunds always leave at once, whatever WooCommerce says. Counts where pay_back is on. */
	always_paid_back: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ),
	/** When recording was switched on: of before, only what a person asks for is recorded. In seconds since 1970; kept by itself, whatever is sent. Null: not known. */
	since: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type SettingsPayments = z.infer< typeof SettingsPaymentsSchema >;

export const SettingsRefundsSchema = /*#__PURE__*/ z.strictObject( {
	/** What a refund does while the invoice is a draft: update it to what remains, or credit it once it is final. */
	of_draft: /*#__PURE__*/ z.enum( ["update","credit"] ),
	credit_cancelled: /*#__PURE__*/ z.boolean(),
} );
export type SettingsRefunds = z.infer< typeof SettingsRefundsSchema >;

export const SettingsShopperSchema = /*#__PURE__*/ z.strictObject( {
	/** Kinds of final documents that shoppers find with their orders and may download; a proforma goes with the invoice. Empty: none. */
	kinds: /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["invoice","creditnote"] ) ),
	/** For how many days after the order its buyer may ask for the invoice in their company's name. 0: never. */
	company_days: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 365 ) ),
} );
export type SettingsShopper = z.infer< typeof SettingsShopperSchema >;

export const SettingsCustomerEmailsSchema = /*#__PURE__*/ z.strictObject( {
	/** E-mails of WooCommerce, by id, that lead to the documents of their order. Empty: none. */
	emails: /*#__PURE__*/ z.array( /*#__PURE__*/ z.enum( ["customer_on_hold_order","customer_processing_order","customer_completed_order","customer_refunded_order","customer_invoice","customer_note"] ) ),
	/** wait: they leave once their document is final; attach: with its PDF. */
	documents: /*#__PURE__*/ z.enum( ["link","wait","attach"] ),
	/** The longest that such an e-mail waits. */
	minutes: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 60 ) ),
} );
export type SettingsCustomerEmails = z.infer< typeof SettingsCustomerEmailsSchema >;

export const SettingsTalkBackSchema = /*#__PURE__*/ z.strictObject( {
	pays_orders: /*#__PURE__*/ z.boolean(),
	webhooks: /*#__PURE__*/ z.boolean(),
	/** Of an order whose proforma was accepted; empty: as it is. */
	proforma_accepted: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/ ) ),
	/** Of an order whose proforma was invoiced; empty: as it is. */
	proforma_invoiced: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(?!(refunded|cancelled|failed|trash|auto-draft|checkout-draft)$)([a-z0-9_-]{1,40})?$/ ) ),
} );
export type SettingsTalkBack = z.infer< typeof SettingsTalkBackSchema >;

export const SettingsItemsSchema = /*#__PURE__*/ z.strictObject( {
	create: /*#__PURE__*/ z.boolean(),
	variations: /*#__PURE__*/ z.boolean(),
	existing: /*#__PURE__*/ z.enum( ["leave","fill","update"] ),
	bundles: /*#__PURE__*/ z.enum( ["parent","parts"] ),
	opening_stock: /*#__PURE__*/ z.boolean(),
	warehouse_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
} );
export type SettingsItems = z.infer< typeof SettingsItemsSchema >;

export const SettingsStockSchema = /*#__PURE__*/ z.strictObject( {
	/** Differences are done, where a person has seen a whole comparison before. */
	agrees: /*#__PURE__*/ z.boolean(),
	/** Whose stock counts; the other one is changed. */
	leader: /*#__PURE__*/ z.enum( ["shop","sellsy"] ),
	/** What takes sold goods out of stock at Sellsy. Sellsy leads only where documents do. */
	moved_by: /*#__PURE__*/ z.enum( ["unknown","nothing","invoice","delivery"] ),
	/** Sellsy warehouse that is compared with the shop. */
	warehouse_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
} );
export type SettingsStock = z.infer< typeof SettingsStockSchema >;

export const SettingsSchema = /*#__PURE__*/ z.strictObject( {
	/** Begins every reference at Sellsy; fixed once used. */
	shop_code: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[A-Z0-9]{2,8}$/ ) ),
	estimate: SettingsWorkflowSchema,
	order: SettingsWorkflowSchema,
	delivery: SettingsWorkflowSchema,
	proforma: SettingsWorkflowSchema,
	invoice: SettingsWorkflowSchema,
	creditnote: SettingsWorkflowSchema,
	payments: SettingsPaymentsSchema,
	refunds: SettingsRefundsSchema,
	shopper: SettingsShopperSchema,
	customer_emails: SettingsCustomerEmailsSchema,
	talk_back: SettingsTalkBackSchema,
	/** What an order in this status does to its document of that kind. It never creates one. */
	states: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		kind: KindSchema,
		/** An order status without wc-, or shipped: by the signs in shipped. */
		status: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ),
		state: DocumentStateSchema,
	} ) ),
	/** What counts as shipped: status: and an order status, fulfilment, tracking. */
	shipped: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$/ ) ) ),
	items: SettingsItemsSchema,
	stock: SettingsStockSchema,
	/** Documents are made of orders of 0.00 too. */
	free_orders: /*#__PURE__*/ z.boolean(),
	/** A final invoice of 0.00 that Sellsy leaves due is set to paid; needs api-v1. */
	free_orders_paid: /*#__PURE__*/ z.boolean(),
	/** Who bills an order that a marketplace splits: the order, or the sellers' own. Empty: not said, they wait. */
	split_sales: /*#__PURE__*/ z.enum( ["","parent","children","nobody"] ),
	checkout_numbers: /*#__PURE__*/ z.boolean(),
	checkout_company_box: /*#__PURE__*/ z.boolean(),
	/** Empty: as the account has it. */
	vat_mode: /*#__PURE__*/ z.enum( ["","debit","collection"] ),
	/** Most minor units that an "Arrondi" row may hold. */
	rounding_cap: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 100 ) ),
	tax_rates: MappedRatesSchema,
	exempt_taxes: MappedExemptionsSchema,
	exempt_reasons: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		situation: SituationSchema,
		/** Why that tax is right although its category is not one of the situation's. */
		reason: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 15 ), /*#__PURE__*/ z.maxLength( 300 ) ),
	} ) ),
	/** Exempt tax of category E for the "Arrondi" row. */
	rounding_tax_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	/** From this hour of the shop on, the day's digest e-mail is due. */
	digest_hour: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 23 ) ),
	debug_log: /*#__PURE__*/ z.boolean(),
	delete_data_on_uninstall: /*#__PURE__*/ z.boolean(),
} );
export type Settings = z.infer< typeof SettingsSchema >;

export const SettingsImportSchema = /*#__PURE__*/ z.strictObject( {
	/** Begins every reference at Sellsy; fixed once used. */
	shop_code: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[A-Z0-9]{2,8}$/ ) ) ),
	estimate: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	order: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	delivery: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	proforma: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	invoice: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	creditnote: /*#__PURE__*/ z.optional( SettingsUpdateWorkflowSchema ),
	payments: /*#__PURE__*/ z.optional( SettingsUpdatePaymentsSchema ),
	refunds: /*#__PURE__*/ z.optional( SettingsUpdateRefundsSchema ),
	shopper: /*#__PURE__*/ z.optional( SettingsUpdateShopperSchema ),
	customer_emails: /*#__PURE__*/ z.optional( SettingsUpdateCustomerEmailsSchema ),
	talk_back: /*#__PURE__*/ z.optional( SettingsUpdateTalkBackSchema ),
	/** What an order in this status does to its document of that kind. It never creates one. */
	states: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		kind: KindSchema,
		/** An order status without wc-, or shipped: by the signs in shipped. */
		status: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_-]{1,40}$/ ) ),
		state: DocumentStateSchema,
	} ) ) ),
	/** What counts as shipped: status: and an order status, fulfilment, tracking. */
	shipped: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$/ ) ) ) ),
	items: /*#__PURE__*/ z.optional( SettingsUpdateItemsSchema ),
	stock: /*#__PURE__*/ z.optional( SettingsUpdateStockSchema ),
	/** Documents are made of orders of 0.00 too. */
	free_orders: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** A final invoice of 0.00 that Sellsy leaves due is set to paid; needs api-v1. */
	free_orders_paid: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Who bills an order that a marketplace splits: the order, or the sellers' own. Empty: not said, they wait. */
	split_sales: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["","parent","children","nobody"] ) ),
	checkout_numbers: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	checkout_company_box: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	/** Empty: as the account has it. */
	vat_mode: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["","debit","collection"] ) ),
	/** Most minor units that an "Arrondi" row may hold. */
	rounding_cap: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
	tax_rates: /*#__PURE__*/ z.optional( MappedRatesSchema ),
	exempt_taxes: /*#__PURE__*/ z.optional( MappedExemptionsSchema ),
	exempt_reasons: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		situation: SituationSchema,
		/** Why that tax is right although its category is not one of the situation's. */
		reason: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 15 ), /*#__PURE__*/ z.maxLength( 300 ) ),
	} ) ) ),
	/** Exempt tax of category E for the "Arrondi" row. */
	rounding_tax_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
	/** From this hour of the shop on, the day's digest e-mail is due. */
	digest_hour: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ), /*#__PURE__*/ z.maximum( 23 ) ) ),
	debug_log: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	delete_data_on_uninstall: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	connection: /*#__PURE__*/ z.optional( ConnectionUpdateSchema ),
} );
export type SettingsImport = z.infer< typeof SettingsImportSchema >;

export const ShippedSignsSchema = /*#__PURE__*/ z.strictObject( {
	signs: /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		/** As in the settings: status:<slug>, fulfilment, tracking. The likeliest first. */
		value: /*#__PURE__*/ z.string(),
		label: /*#__PURE__*/ z.string(),
	} ) ),
} );
export type ShippedSigns = z.infer< typeof ShippedSignsSchema >;

export const ShopStatusSchema = /*#__PURE__*/ z.strictObject( {
	/** Without wc-. */
	slug: /*#__PURE__*/ z.string(),
	label: /*#__PURE__*/ z.string(),
	paid: /*#__PURE__*/ z.boolean(),
} );
export type ShopStatus = z.infer< typeof ShopStatusSchema >;

export const ShopTaxRateSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ),
	label: /*#__PURE__*/ z.string(),
	/** "5.5" */
	percent: /*#__PURE__*/ z.string(),
	/** ISO code, empty: everywhere. */
	country: /*#__PURE__*/ z.string(),
	/** Empty: the standard class. */
	class: /*#__PURE__*/ z.string(),
	/** As the shop's owner called it; empty: the standard class. */
	class_name: /*#__PURE__*/ z.string(),
	/** How many of the latest 50 orders show it. */
	orders_recent: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} );
export type ShopTaxRate = z.infer< typeof ShopTaxRateSchema >;

export const ShopEmailSchema = /*#__PURE__*/ z.strictObject( {
	kind: /*#__PURE__*/ z.enum( ["invoice","creditnote"] ),
	enabled: /*#__PURE__*/ z.boolean(),
	/** Of its settings in WooCommerce. */
	url: /*#__PURE__*/ z.string(),
} );
export type ShopEmail = z.infer< typeof ShopEmailSchema >;

export const ShopGatewaySchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.string(),
	title: /*#__PURE__*/ z.string(),
} );
export type ShopGateway = z.infer< typeof ShopGatewaySchema >;

export const ShopSituationSchema = /*#__PURE__*/ z.strictObject( {
	situation: SituationSchema,
	label: /*#__PURE__*/ z.string(),
	/** How many of the latest 50 orders show it. */
	orders_recent: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** What is chosen for that one counts where nothing is chosen for this one. */
	before: /*#__PURE__*/ z.enum( ["none","shop_exempt","domestic_exempt_customer","domestic_untaxed_item","untaxed_delivery","eu_business","eu_business_services","eu_consumer","outside_eu","outside_eu_services"] ),
	/** Letters of EN 16931 that fit; none: no tax does. */
	categories: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
	advice: /*#__PURE__*/ z.string(),
} );
export type ShopSituation = z.infer< typeof ShopSituationSchema >;

export const ShopSchema = /*#__PURE__*/ z.strictObject( {
	currency: /*#__PURE__*/ z.string(),
	country: /*#__PURE__*/ z.string(),
	prices_include_tax: /*#__PURE__*/ z.boolean(),
	tax_enabled: /*#__PURE__*/ z.boolean(),
	proposed_shop_code: /*#__PURE__*/ z.string(),
	shop_code_fixed: /*#__PURE__*/ z.boolean(),
	order_statuses: /*#__PURE__*/ z.array( ShopStatusSchema ),
	tax_rates: /*#__PURE__*/ z.array( ShopTaxRateSchema ),
	/** The shop's own e-mails to its customers about final documents. */
	emails: /*#__PURE__*/ z.array( ShopEmailSchema ),
	gateways: /*#__PURE__*/ z.array( ShopGatewaySchema ),
	exempt_situations: /*#__PURE__*/ z.array( ShopSituationSchema ),
} );
export type Shop = z.infer< typeof ShopSchema >;

export const SiteDecisionSchema = /*#__PURE__*/ z.strictObject( {
	decision: /*#__PURE__*/ z.enum( ["moved","copy"] ),
} );
export type SiteDecision = z.infer< typeof SiteDecisionSchema >;

export const StockProductSchema = /*#__PURE__*/ z.strictObject( {
	product_id: /*#__PURE__*/ z.int(),
	name: /*#__PURE__*/ z.string(),
	sku: /*#__PURE__*/ z.string(),
	edit_url: /*#__PURE__*/ z.string(),
	item_url: /*#__PURE__*/ z.string(),
	state: StockStateSchema,
	text: /*#__PURE__*/ z.string(),
	/** Quantities are decimals, empty where unknown. */
	shop: /*#__PURE__*/ z.string(),
	on_the_way: /*#__PURE__*/ z.string(),
	sellsy: /*#__PURE__*/ z.string(),
	difference: /*#__PURE__*/ z.string(),
} );
export type StockProduct = z.infer< typeof StockProductSchema >;

export const StockChangeSchema = /*#__PURE__*/ z.strictObject( {
	product_id: /*#__PURE__*/ z.int(),
	name: /*#__PURE__*/ z.string(),
	sku: /*#__PURE__*/ z.string(),
	edit_url: /*#__PURE__*/ z.string(),
	item_url: /*#__PURE__*/ z.string(),
	state: StockStateSchema,
	text: /*#__PURE__*/ z.string(),
	id: /*#__PURE__*/ z.int(),
	at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	side: /*#__PURE__*/ z.enum( ["shop","sellsy"] ),
	from: /*#__PURE__*/ z.string(),
	to: /*#__PURE__*/ z.string(),
} );
export type StockChange = z.infer< typeof StockChangeSchema >;

export const StockSchema = /*#__PURE__*/ z.strictObject( {
	standing: StockStandingSchema,
	text: /*#__PURE__*/ z.string(),
	/** Why the look rests; empty where it does not. */
	trouble: /*#__PURE__*/ z.string(),
	/** Of the last whole comparison; what is sent back with `start`. */
	seen_at: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.iso.datetime( { offset: true } ) ),
	/** Products of the shop that this comparison still goes through. */
	left: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	total: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	differ: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** What differs comes first: all of it until a person has agreed to it. */
	products: /*#__PURE__*/ z.array( StockProductSchema ),
	changes: /*#__PURE__*/ z.array( StockChangeSchema ),
	changes_total: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
} );
export type Stock = z.infer< typeof StockSchema >;

export const StockActSchema = /*#__PURE__*/ z.strictObject( {
	act: /*#__PURE__*/ z.enum( ["compare","go_on","start","stop"] ),
	seen: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ) ),
} );
export type StockAct = z.infer< typeof StockActSchema >;

export const TaskAcceptRoundingSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	/** The rounding that was seen (`rounding` of the entry): another one is not accepted. */
	amount: /*#__PURE__*/ z.string(),
} );
export type TaskAcceptRounding = z.infer< typeof TaskAcceptRoundingSchema >;

export const TaskActSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
} );
export type TaskAct = z.infer< typeof TaskActSchema >;

export const TaskMovePaymentSchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	/** The amount that was seen (`payment` of the entry): no other is moved or recorded. */
	amount: /*#__PURE__*/ z.string(),
} );
export type TaskMovePayment = z.infer< typeof TaskMovePaymentSchema >;

export const TaskPaidBackSchema = /*#__PURE__*/ z.strictObject( {
	/** On which the money left. */
	day: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) ),
	/** By which way to pay, as GET /payment-methods names it. */
	gateway: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 100 ) ),
	/** The amount that a person was shown. Another one, or none, is refused with `total`. */
	confirmed: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 40 ) ) ),
} );
export type TaskPaidBack = z.infer< typeof TaskPaidBackSchema >;

export const TaskRetrySchema = /*#__PURE__*/ z.strictObject( {
	/** What a person was asked before this, as `asks` of its offer said; empty where nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh `offer`. Left out, it is done whatever it asks. */
	asked: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	/** The person knows that somebody did it by hand, and wants it all the same. */
	by_hand: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
} );
export type TaskRetry = z.infer< typeof TaskRetrySchema >;

export const TasksQuerySchema = /*#__PURE__*/ z.strictObject( {
	state: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["all","queued","working","done","attention","skipped"] ) ),
	effect: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["all","create_estimate","create_order","create_delivery","create_proforma","create_invoice","create_creditnote","validate_invoice","validate_creditnote","link_creditnote","record_payment","pay_back","send_document","notify_customer","held_email","change_state","change_company","follow_document","check_balance"] ) ),
	/** A ProblemCode. */
	problem: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_]{0,64}$/ ) ) ),
	/** Number or id. */
	order: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 64 ) ) ),
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(\d{4}-\d{2}-\d{2})?$/ ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^(\d{4}-\d{2}-\d{2})?$/ ) ) ),
	/** Id of a row: the page of those older than it, in place of `page`, and as fast wherever it is. */
	before: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	/** Id of a row: the page of those just newer than it. */
	after: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ) ),
	/** One that leaves out more than 10,000 rows is refused: go on with `before`. */
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
} );
export type TasksQuery = z.infer< typeof TasksQuerySchema >;

export const TasksRetrySchema = /*#__PURE__*/ z.strictObject( {
	/** How many went back to the queue. */
	retried: /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 0 ) ),
	/** Those entries, for GET /tasks/retried; left out where they are more than it tells of. */
	ids: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.int() ) ),
	/** Nothing was tried again: this becomes final by it. Left out where nothing does. */
	asks: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ) ),
	/** To send with the same request once a person says yes. */
	seen: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string() ),
} );
export type TasksRetry = z.infer< typeof TasksRetrySchema >;

export const TasksRetryRequestSchema = /*#__PURE__*/ z.strictObject( {
	/** What an answer with `asks` said: a person has read that and wants it. */
	seen: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 200 ) ) ),
	/** True: of all that stopped for a setting, what the settings have changed for since; the other parts do not count then. */
	mended: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.boolean() ),
	effect: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.enum( ["create_estimate","create_order","create_delivery","create_proforma","create_invoice","create_creditnote","validate_invoice","validate_creditnote","link_creditnote","record_payment","pay_back","send_document","notify_customer","held_email","change_state","change_company","follow_document","check_balance"] ) ),
	/** A ProblemCode. */
	problem: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_]{1,64}$/ ) ) ),
	/** These entries. */
	ids: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ).check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ) ),
	/** Number or id. */
	order: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 64 ) ) ),
	from: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^\d{4}-\d{2}-\d{2}$/ ) ) ),
	until: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^\d{4}-\d{2}-\d{2}$/ ) ) ),
} );
export type TasksRetryRequest = z.infer< typeof TasksRetryRequestSchema >;

export const TaxCreatedSchema = /*#__PURE__*/ z.strictObject( {
	tax: SellsyTaxSchema,
	created: /*#__PURE__*/ z.boolean(),
} );
export type TaxCreated = z.infer< typeof TaxCreatedSchema >;

export const TaxCreationSchema = /*#__PURE__*/ z.strictObject( {
	label: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 1 ), /*#__PURE__*/ z.maxLength( 100 ) ),
	/** "5.5"; "0" with a reason. */
	percent: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^\d{1,3}(\.\d{1,4})?$/ ) ),
	/** Why no tax is charged; none where some is. */
	reason: /*#__PURE__*/ z.enum( ["none","intra_eu","export","reverse_charge","out_of_scope","franchise"] ),
} );
export type TaxCreation = z.infer< typeof TaxCreationSchema >;

export const TaxDoctorSchema = /*#__PURE__*/ z.strictObject( {
	findings: /*#__PURE__*/ z.array( FindingSchema ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type TaxDoctor = z.infer< typeof TaxDoctorSchema >;

export const TaxDoctorRequestSchema = /*#__PURE__*/ z.strictObject( {
	tax_rates: MappedRatesSchema,
	exempt_taxes: MappedExemptionsSchema,
	exempt_reasons: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.array( /*#__PURE__*/ z.strictObject( {
		situation: SituationSchema,
		/** Why that tax is right although its category is not one of the situation's. */
		reason: /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.minLength( 15 ), /*#__PURE__*/ z.maxLength( 300 ) ),
	} ) ) ),
	rounding_tax_id: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ) ),
} );
export type TaxDoctorRequest = z.infer< typeof TaxDoctorRequestSchema >;

export const TaxProposalsSchema = /*#__PURE__*/ z.strictObject( {
	tax_rates: /*#__PURE__*/ z.array( RateProposalSchema ),
	exempt_taxes: /*#__PURE__*/ z.array( ExemptProposalSchema ),
	rounding_tax_id: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.int() ),
	/** certain: one tax fits; likely: the best of several, for a person to check; none. */
	rounding_confidence: ConfidenceSchema,
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
} );
export type TaxProposals = z.infer< typeof TaxProposalsSchema >;

export const TrySchema = /*#__PURE__*/ z.strictObject( {
	at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	/** chosen: a person chose the customer. */
	outcome: /*#__PURE__*/ z.enum( ["done","released","attention","skipped","chosen"] ),
	problem: /*#__PURE__*/ z.nullable( ProblemSchema ),
	/** In words, in their order; all of them are in `support`. */
	steps: /*#__PURE__*/ z.array( /*#__PURE__*/ z.string() ),
} );
export type Try = z.infer< typeof TrySchema >;

export const TimelineRowSchema = /*#__PURE__*/ z.strictObject( {
	task: TaskSchema,
	/** Deprecated: the former name of task. */
	sync: /*#__PURE__*/ z.optional( TaskSchema ),
	opened_at: /*#__PURE__*/ z.iso.datetime( { offset: true } ),
	tries: /*#__PURE__*/ z.array( TrySchema ),
} );
export type TimelineRow = z.infer< typeof TimelineRowSchema >;

export const TimelineSchema = /*#__PURE__*/ z.strictObject( {
	/** The same as codes and numbers, in English, without personal data. */
	support: /*#__PURE__*/ z.string(),
	rows: /*#__PURE__*/ z.array( TimelineRowSchema ),
} );
export type Timeline = z.infer< typeof TimelineSchema >;

export const TodoRowSchema = /*#__PURE__*/ z.strictObject( {
	task: TaskSchema,
	/** Empty where nobody knows (any more). */
	customer: /*#__PURE__*/ z.string(),
	/** Of the order; null once it is gone. */
	total: /*#__PURE__*/ z.nullable( /*#__PURE__*/ z.string() ),
	currency: /*#__PURE__*/ z.string(),
} );
export type TodoRow = z.infer< typeof TodoRowSchema >;

export const TodoSchema = /*#__PURE__*/ z.strictObject( {
	causes: /*#__PURE__*/ z.array( CauseSchema ),
	rows: /*#__PURE__*/ z.array( TodoRowSchema ),
} );
export type Todo = z.infer< typeof TodoSchema >;

export const TodoQuerySchema = /*#__PURE__*/ z.strictObject( {
	/** A ProblemCode; without one, the newest of each cause are answered. */
	problem: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.regex( /^[a-z0-9_]{0,64}$/ ) ) ),
	/** Number or id. */
	order: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.string().check( /*#__PURE__*/ z.maxLength( 64 ) ) ),
	page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ) ) ),
	per_page: /*#__PURE__*/ z.optional( /*#__PURE__*/ z.int().check( /*#__PURE__*/ z.minimum( 1 ), /*#__PURE__*/ z.maximum( 100 ) ) ),
} );
export type TodoQuery = z.infer< typeof TodoQuerySchema >;

export const WarehouseSchema = /*#__PURE__*/ z.strictObject( {
	id: /*#__PURE__*/ z.int(),
	label: /*#__PURE__*/ z.string(),
	is_default: /*#__PURE__*/ z.boolean(),
} );
export type Warehouse = z.infer< typeof WarehouseSchema >;

export const WarehousesSchema = /*#__PURE__*/ z.array( WarehouseSchema );
export type Warehouses = z.infer< typeof WarehousesSchema >;

export const WebhookSchema = /*#__PURE__*/ z.strictObject( {
	/** Whether Sellsy tells this shop at once, or why not. */
	state: /*#__PURE__*/ z.enum( ["off","coming","on","not_https","copied","local","no_right","no_events","failed","not_deleted"] ),
	/** The same as a sentence; empty while it is off. */
	text: /*#__PURE__*/ z.string(),
} );
export type Webhook = z.infer< typeof WebhookSchema >;
