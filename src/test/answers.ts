/** Valid answers of the site, to start from. */
import {
	ConnectionReportSchema,
	ConnectionSchema,
	CustomerCandidatesSchema,
	CustomerEmailsSchema,
	DiagnosticsSchema,
	DoctorSchema,
	EarlierPaymentsSchema,
	EmailPreviewSchema,
	type Figures,
	FiguresSchema,
	OrderUsageSchema,
	OverviewSchema,
	OwnerEmailsSchema,
	PaymentMethodsSchema,
	RightSchema,
	SellsySchema,
	type HistoryAbout,
	type HistoryRow,
	type Settings,
	SettingsSchema,
	type SettingsWorkflow,
	type RuleChoices,
	type ShippedSigns,
	ShopSchema,
	type Status,
	StatusSchema,
	type Task,
	TaskSchema,
	type TaxDoctor,
	TaxProposalsSchema,
	TimelineSchema,
	type Todo,
} from '../generated/schemas';
import { like } from './example';
import { fixture } from './fixture';
import { offer } from './offers';

const example = SettingsSchema.parse(
	fixture( 'settings/valid/complete.json' )
);

const workflow: SettingsWorkflow = {
	...example.estimate,
	trigger: 'paid',
	start_date: '2026-11-01',
	rate_category_id: null,
	subject: 'Order {order_number}',
};

/** A shop that has not mapped anything yet; the rest is as in the example. */
export const settings: Settings = {
	...example,
	estimate: { ...workflow, trigger: 'confirmed' },
	order: { ...workflow, trigger: 'confirmed' },
	delivery: { ...workflow, trigger: 'shipped' },
	proforma: { ...workflow, trigger: 'confirmed' },
	invoice: workflow,
	creditnote: workflow,
	payments: {
		...example.payments,
		enabled: false,
		methods: [],
		always_paid_back: [],
	},
	shipped: [],
	tax_rates: [],
	exempt_taxes: [],
	exempt_reasons: [],
	rounding_tax_id: null,
};

export const problem = {
	code: 'unauthorized',
	text: 'Sellsy refused the keys.',
	next_step: 'Create new keys and connect again.',
};

export const seenRight = like( RightSchema, {
	right: 'invoices.write',
	scope: 'invoices.write',
	state: 'seen',
	text: 'Invoices cannot be created or finalised.',
} );

export const unconfigured = like( ConnectionSchema, {
	type: 'personal',
	secret: { is_set: false },
	redirect_url: 'https://shop.test/wp-admin/admin-post.php',
	state: 'unconfigured',
	account: '',
} );

export const connected = like( ConnectionSchema, {
	type: 'personal',
	client_id: 'client-1',
	secret: { is_set: true },
	redirect_url: 'https://shop.test/wp-admin/admin-post.php',
	state: 'connected',
	account: 'Boutique',
	staff: { id: 1, name: 'Client Test', email: 'owner@example.com' },
	rights: [ seenRight ],
} );

export const report = like( ConnectionReportSchema, {
	state: 'connected',
	account: connected.account,
	staff: connected.staff,
	rights: connected.rights,
} );

/** As on a new site. */
export const ownerEmails = like( OwnerEmailsSchema, {
	emails: [
		{
			id: 'orderinvoicer_standstill',
			title: 'Sellsy: everything stands still',
			enabled: true,
			recipients: 'owner@example.com',
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=orderinvoicer_standstill',
		},
		{
			id: 'orderinvoicer_digest',
			title: 'Sellsy: orders that need you',
			enabled: true,
			recipients: 'owner@example.com, books@example.com',
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=orderinvoicer_digest',
		},
	],
	zone: 'Europe/Paris',
} );

export const customerEmails = like( CustomerEmailsSchema, {
	emails: [
		{
			id: 'customer_processing_order',
			title: 'Processing order',
			enabled: true,
			manual: false,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_processing_order',
		},
		{
			id: 'customer_completed_order',
			title: 'Completed order',
			enabled: false,
			manual: false,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_completed_order',
		},
		{
			id: 'customer_on_hold_order',
			title: 'Order on-hold',
			enabled: true,
			manual: false,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_on_hold_order',
		},
		{
			id: 'customer_refunded_order',
			title: 'Refunded order',
			enabled: true,
			manual: false,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_refunded_order',
		},
		{
			id: 'customer_invoice',
			title: 'Order details',
			enabled: true,
			manual: true,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_invoice',
		},
		{
			id: 'customer_note',
			title: 'Customer note',
			enabled: true,
			manual: false,
			url: 'https://shop.test/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_note',
		},
	],
	preview: 'here',
} );

export const emailPreview = like( EmailPreviewSchema, {
	id: 'customer_processing_order',
	title: 'Processing order',
	subject: 'Your order has been received!',
	url: 'about:blank',
	attachments: [ 'EXAMPLE-1.pdf' ],
	to: 'me@example.com',
} );

export const shop = like( ShopSchema, {
	currency: 'EUR',
	country: 'FR',
	prices_include_tax: true,
	tax_enabled: true,
	proposed_shop_code: 'ACME',
	order_statuses: [
		{ slug: 'processing', label: 'Processing', paid: true },
		{ slug: 'completed', label: 'Completed', paid: true },
		{ slug: 'packed', label: 'Packed', paid: false },
	],
	tax_rates: [
		{
			id: 1,
			label: 'TVA',
			percent: '20.0000',
			country: 'FR',
			class: '',
			class_name: '',
			orders_recent: 12,
		},
		{
			id: 2,
			label: 'TVA réduite',
			percent: '5.5000',
			country: 'FR',
			class: 'reduced-rate',
			class_name: 'reduced-rate',
			orders_recent: 1,
		},
	],
	gateways: [
		{ id: 'stripe', title: 'Card' },
		{ id: 'bacs', title: 'Bank transfer' },
		{ id: 'cheque', title: 'Cheque' },
	],
	emails: [
		{
			kind: 'invoice',
			enabled: false,
			url: 'https://shop.example/wp-admin/admin.php?section=invoice',
		},
		{
			kind: 'creditnote',
			enabled: false,
			url: 'https://shop.example/wp-admin/admin.php?section=credit-note',
		},
	],
	exempt_situations: [
		{
			situation: 'outside_eu',
			label: 'delivered outside the EU',
			orders_recent: 3,
			before: 'none',
			categories: [ 'G' ],
			advice: 'Category G fits.',
		},
		{
			situation: 'shop_exempt',
			label: 'the shop charges no VAT',
			orders_recent: 0,
			before: 'none',
			categories: [ 'E' ],
			advice: 'Category E fits.',
		},
	],
} );

export const sellsy = like( SellsySchema, {
	taxes: {
		items: [
			{
				id: 101,
				label: 'TVA 20 %',
				percent: '20',
				category: 'S',
				usable: true,
				exempt: false,
			},
			{
				id: 102,
				label: 'TVA 5,5 %',
				percent: '5.5',
				category: 'S',
				usable: true,
				exempt: false,
			},
			{
				id: 103,
				label: 'Exonération',
				percent: '0',
				category: 'E',
				usable: true,
				exempt: true,
			},
			{
				id: 104,
				label: 'Export',
				percent: '0',
				category: 'G',
				usable: true,
				exempt: true,
			},
			{
				id: 105,
				label: 'TVA 20 % ancienne',
				percent: '20',
				category: 'S',
				usable: false,
				exempt: false,
			},
		],
		problem: null,
	},
	rate_categories: {
		items: [
			{ id: 201, label: 'Tarif HT', currency: 'EUR', is_default: true },
			{ id: 202, label: 'USD', currency: 'USD', is_default: false },
		],
		problem: null,
	},
	staffs: { items: [ { id: 1, label: 'Client Test' } ], problem: null },
	models: { items: [], problem: null },
	payment_terms: { items: [ { id: 301, label: '30 jours' } ], problem: null },
	has_v1: true,
} );

export const proposals = like( TaxProposalsSchema, {
	tax_rates: [
		{ rate_id: 1, tax_id: 101, confidence: 'certain' },
		{ rate_id: 2, tax_id: 102, confidence: 'certain' },
	],
	exempt_taxes: [
		{ situation: 'outside_eu', tax_id: 104, confidence: 'likely' },
		{ situation: 'shop_exempt', tax_id: 103, confidence: 'likely' },
	],
	rounding_tax_id: 103,
	rounding_confidence: 'certain',
} );

export const noEarlierPayments = like( EarlierPaymentsSchema, {
	seen: '0:',
} );

export const paymentMethods = like( PaymentMethodsSchema, {
	gateways: [
		{ id: 'bacs', title: 'Bank transfer', in_use: true },
		{ id: 'stripe', title: 'Card', in_use: true },
	],
	methods: [
		{ id: 401, label: 'Virement' },
		{ id: 402, label: 'Carte bancaire' },
	],
	proposals: [
		{ gateway: 'bacs', method_id: 401, certain: true },
		{ gateway: 'stripe', method_id: 402, certain: true },
	],
} );

export const orderUsage = like( OrderUsageSchema, {
	since: '2025-11-25T00:00:00+00:00',
	orders: 40,
	rates: [
		{ rate_id: 1, orders: 30 },
		{ rate_id: 9, orders: 2 },
	],
	gone: [ { id: 9, label: 'TVA import', percent: '8.5' } ],
	gateways: [
		{ id: 'stripe', title: 'Card', orders: 38 },
		{ id: 'marketplace', title: 'Marketplace', orders: 2 },
	],
} );

export const healthyTaxes: TaxDoctor = { findings: [], problem: null };

export const shippedSigns: ShippedSigns = {
	signs: [
		{ value: 'status:packed', label: 'The order is in status “Packed”' },
		{ value: 'tracking', label: 'A tracking number is set' },
	],
};

export const ruleChoices: RuleChoices = {
	shipping: [
		{ id: 'local_pickup', name: 'Local pickup' },
		{ id: 'flat_rate', name: 'Flat rate' },
		{ id: 'flat_rate:3', name: 'Flat rate (France)' },
		{ id: 'pickup_location', name: 'Pickup (at the block checkout)' },
	],
	roles: [
		{ id: 'customer', name: 'Customer' },
		{ id: 'reseller', name: 'Reseller' },
	],
	categories: [
		{ id: 15, name: 'Wine' },
		{ id: 16, name: 'Wine › Red' },
	],
	currencies: [
		{ id: 'EUR', name: 'EUR' },
		{ id: 'USD', name: 'USD' },
	],
};

export const status = like( StatusSchema, {
	counts: { queued: 0, working: 0, done: 0, attention: 0, skipped: 0 },
	last_sweep_at: '2026-11-24T10:00:00Z',
	drafts_seen_at: '2026-11-24T09:49:00Z',
	sellsy_seen_at: '2026-11-24T09:54:00Z',
	loopback: 'works',
} );

/** Another shop writes with the same code. */
export const clashing: Status = {
	...status,
	clash: {
		code: 'code_clash',
		text: 'Sellsy holds the document ACME-77, which this shop did not make.',
		next_step: 'Give one of the two shops another shop code.',
		url: 'https://sellsy.test/invoice-77',
	},
};

export const diagnostics = like( DiagnosticsSchema, {
	generated_at: '2026-11-24T10:00:00Z',
	health: [
		{
			name: 'connection',
			label: 'Connection to Sellsy',
			status: 'good',
			title: 'This shop is connected to Sellsy',
			why: '',
			items: [],
			next_step: '',
			page: '',
		},
	],
	work: [ { name: 'connection', value: 'connected' } ],
	environment: [ { name: 'php', value: '8.2.0' } ],
	plugins: [ 'WooCommerce 10.5.0' ],
	settings: [ { name: 'shop_code', value: 'ACME' } ],
	support: '### Order Invoicer',
} );

export const untriedAccount = like( DoctorSchema, {
	state: 'never',
	rights: { missing: [], others: [], unseen: [], shown_by: '' },
} );

export const doneTask = like( TaskSchema, {
	id: 11,
	order: {
		id: 501,
		number: '501',
		edit_url: 'https://shop.test/wp-admin/order-501',
	},
	effect: 'create_invoice',
	what: 'Invoice',
	state: 'done',
	attempts: 1,
	due_at: '2026-11-24T10:00:00Z',
	updated_at: '2026-11-24T10:00:05Z',
	document: {
		number: 'FAC-1',
		url: 'https://sellsy.test/invoice-1',
		pdf: 'https://shop.test/wp-admin/admin-post.php?action=orderinvoicer_pdf&document=1',
	},
} );

export const stoppedTask: Task = {
	...doneTask,
	id: 12,
	order: { ...doneTask.order, id: 502, number: '502' },
	state: 'attention',
	document: null,
	problem: {
		code: 'tax_unmapped',
		text: 'The tax rate TVA 8,5 % has no Sellsy tax.',
		next_step: 'Set it under Taxes.',
	},
	acts: [ 'retry' ],
	offers: [ offer( 'retry' ) ],
	final: [],
};

export const ambiguousTask: Task = {
	...stoppedTask,
	id: 13,
	order: { ...doneTask.order, id: 503, number: '503' },
	problem: {
		code: 'several_customers',
		text: 'Sellsy has several customers with this e-mail address.',
		next_step: 'Choose one.',
	},
	acts: [ 'choose_customer', 'retry' ],
	offers: [ offer( 'choose_customer' ), offer( 'retry' ) ],
	final: [],
};

export const timeline = like( TimelineSchema, {
	support: '#12 order 502 create_invoice revision 0: attention',
	rows: [
		{
			task: stoppedTask,
			opened_at: '2026-11-24T10:00:00Z',
			tries: [
				{
					at: '2026-11-24T10:00:05Z',
					outcome: 'attention',
					problem: stoppedTask.problem,
					steps: [ 'Rule: a person asked for it.' ],
				},
			],
		},
	],
} );

export const candidates = like( CustomerCandidatesSchema, {
	order: {
		type: 'company',
		name: 'ACME',
		email: 'contact@example.com',
		reference: 'ACME-C5',
		siret: '73282932000074',
		vat_number: '',
	},
	candidates: [
		{
			type: 'company',
			id: 901,
			name: 'Acme SARL',
			email: 'contact@example.com',
			reference: 'ACME-C1',
			siret: '',
			vat_number: '',
			same: [ 'type', 'email' ],
		},
		{
			type: 'individual',
			id: 902,
			name: 'Client Test',
			email: 'contact@example.com',
			reference: '',
			siret: '',
			vat_number: '',
			same: [ 'email' ],
		},
	],
} );

export const overview = like( OverviewSchema, {
	status,
	connection: 'connected',
	rights: 'seen',
	at_work: true,
	scheduler: 'on_time',
	quota: {
		at: '2026-11-24T09:59:00Z',
		second: null,
		minute: 59,
		day: 4999,
		month: 99000,
	},
	money: {
		counted_at: null,
		drafts_url: 'https://shop.test/wp-admin/drafts',
		filling: false,
		pace: '',
		unknown: 0,
		months: [
			{
				month: '2026-11',
				currencies: [
					{
						currency: 'EUR',
						orders: 12,
						ordered: '1439.88',
						invoices: 11,
						invoiced: '1319.89',
						credit_notes: 1,
						credited: '119.99',
						paid: '1079.91',
						open: '119.99',
						drafts: 1,
						credit_note_drafts: 2,
					},
				],
			},
			{ month: '2026-10', currencies: [] },
		],
	},
	last_document: {
		name: 'Invoice FAC-1',
		url: 'https://sellsy.test/invoice-1',
		order: doneTask.order,
		made_at: '2026-11-24T09:55:00Z',
	},
	days: Array.from( { length: 30 }, ( _, index ) => ( {
		day: new Date( Date.UTC( 2026, 9, 26 + index ) )
			.toISOString()
			.slice( 0, 10 ),
		counts: {
			estimate: 0,
			order: index % 10 === 0 ? 2 : 0,
			delivery: 0,
			proforma: 0,
			invoice: index,
			creditnote: 0,
		},
	} ) ),
	needs_you: { orders: 0, mended: null, groups: [] },
} );

export const figures: Figures = FiguresSchema.parse(
	fixture( 'figures/valid/a-month.json' )
);

export const paidInvoice: HistoryRow = {
	id: 11,
	order: doneTask.order,
	customer: 'Ada Martin',
	kind: 'invoice',
	number: 'FAC-1',
	url: 'https://sellsy.test/invoice-1',
	pdf: 'https://shop.test/wp-admin/admin-post.php?action=orderinvoicer_pdf&document=1',
	day: '2026-11-24',
	state: 'paid',
	needs_you: false,
	currency: 'EUR',
	excl_tax: '40.00',
	incl_tax: '48.00',
	due: '0.00',
};

export const historyAbout: HistoryAbout = {
	waiting: 0,
	more: false,
	waiting_url: 'https://shop.test/wp-admin/admin.php?page=wc-orders',
	csv: 'https://shop.test/wp-admin/admin-post.php?action=orderinvoicer_history&_wpnonce=1',
	archive: false,
};

export const todo: Todo = {
	causes: [ { code: 'tax_unmapped', orders: 1, tasks: 1, retryable: 1 } ],
	rows: [
		{
			task: stoppedTask,
			customer: 'Zoé Petit',
			total: '12.00',
			currency: 'EUR',
		},
	],
};
