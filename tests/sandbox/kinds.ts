import type { DocumentKind } from './state.ts';

/** What differs between the documents of Sellsy. */
export interface KindFacts {
	/** In the API's addresses. */
	path: string;
	/** In the back office's. */
	page: string;
	label: { one: string; many: string };
	numberPrefix: string;
	/** Made final and never changed again; the others go from step to step. */
	isFinalised: boolean;
	/** Estimates, credit notes and proformas may go to a prospect. */
	thirdTypes: readonly string[];
	/** Fields of the body that come back as they were sent. */
	echoed: readonly string[];
}

const COMMON = [
	'note',
	'assigned_staff_id',
	'issuer_address_id',
	'service_dates',
	'sale_type',
];

const SHIPPED = [
	'shipping_date',
	'shipping_volume',
	'shipping_weight',
	'vat_mode',
	'vat_mention',
	'bank_account_id',
	'eco_tax_id',
	'check_label_id',
];

const CLIENT = [ 'client' ];
const ANYBODY = [ 'client', 'prospect' ];

export const KINDS: Record< DocumentKind, KindFacts > = {
	invoice: {
		path: 'invoices',
		page: 'invoiceOverview',
		label: { one: 'Facture', many: 'Factures / Invoices' },
		numberPrefix: 'F',
		isFinalised: true,
		thirdTypes: CLIENT,
		echoed: [
			...COMMON,
			...SHIPPED,
			'order_reference',
			'payment_method_ids',
			'analytic_code',
		],
	},
	estimate: {
		path: 'estimates',
		page: 'estimateOverview',
		label: { one: 'Devis', many: 'Devis / Estimates' },
		numberPrefix: 'D',
		isFinalised: false,
		thirdTypes: ANYBODY,
		echoed: [ ...COMMON, ...SHIPPED, 'analytic_code' ],
	},
	order: {
		path: 'orders',
		page: 'orderOverview',
		label: { one: 'Bon de commande', many: 'Bons de commande / Orders' },
		numberPrefix: 'BC',
		isFinalised: false,
		thirdTypes: CLIENT,
		echoed: [ ...COMMON, ...SHIPPED ],
	},
	creditnote: {
		path: 'credit-notes',
		page: 'creditnoteOverview',
		label: { one: 'Avoir', many: 'Avoirs / Credit notes' },
		numberPrefix: 'AV',
		isFinalised: true,
		thirdTypes: ANYBODY,
		echoed: [ ...COMMON, 'analytic_code' ],
	},
	delivery: {
		path: 'deliveries',
		page: 'deliveryOverview',
		label: {
			one: 'Bon de livraison',
			many: 'Bons de livraison / Deliveries',
		},
		numberPrefix: 'BL',
		isFinalised: false,
		thirdTypes: CLIENT,
		echoed: [
			...COMMON,
			...SHIPPED.filter( ( field ) => field !== 'shipping_date' ),
			'analytic_code',
		],
	},
	proforma: {
		path: 'proformas',
		page: 'proformaOverview',
		label: { one: 'Facture proforma', many: 'Proformas' },
		numberPrefix: 'PF',
		isFinalised: false,
		thirdTypes: ANYBODY,
		echoed: [ ...COMMON, ...SHIPPED ],
	},
};

export const KIND_NAMES: readonly DocumentKind[] = [
	'estimate',
	'order',
	'delivery',
	'proforma',
	'invoice',
	'creditnote',
];

export function kindWith(
	fact: 'path' | 'page',
	value: string
): DocumentKind | undefined {
	return KIND_NAMES.find( ( kind ) => KINDS[ kind ][ fact ] === value );
}
