import type { Reference, RateCategory, Staff, Tax } from './state.ts';

const CREATED = '2025-01-06T09:00:00+01:00';

/** Reference data of a French shop's account. Ids never change: tests may name them. */
export function referenceData(): Reference {
	return {
		taxes: taxes(),
		rate_categories: [
			rateCategory( 1, 'Tarif HT', 'EUR', false, true ),
			rateCategory( 2, 'Tarif TTC', 'EUR', true, false ),
			rateCategory( 3, 'Tarif HT dollars', 'USD', false, false ),
			rateCategory( 4, 'Tarif HT livres', 'GBP', false, false ),
			rateCategory( 5, 'Tarif HT yens', 'JPY', false, false ),
			rateCategory( 6, 'Tarif HT francs suisses', 'CHF', false, false ),
		],
		layouts: [
			{ id: 1, label: 'Modèle par défaut', is_default: true, lang_id: 1 },
			{
				id: 2,
				label: 'Boutique en ligne',
				is_default: false,
				lang_id: 1,
			},
		],
		staffs: [
			staff( 1, 'Boutique', 'Gérance', 'gerance@boutique.example', 'ok' ),
			staff(
				2,
				'Boutique',
				'Comptabilité',
				'compta@boutique.example',
				'ok'
			),
			staff(
				3,
				'Boutique',
				'Ancien accès',
				'ancien@boutique.example',
				'blocked'
			),
		],
		units: [
			{
				id: 1,
				label: 'unité',
				is_active: true,
				parameters: { code: 'C62' },
			},
			{
				id: 2,
				label: 'heure',
				is_active: true,
				parameters: { code: 'HUR' },
			},
			{
				id: 3,
				label: 'kg',
				is_active: true,
				parameters: { code: 'KGM' },
			},
		],
		payment_methods: [
			{ id: 1, label: 'Carte bancaire' },
			{ id: 2, label: 'Virement bancaire' },
			{ id: 3, label: 'Chèque' },
			{ id: 4, label: 'PayPal' },
			{ id: 5, label: 'Espèces' },
		],
		payment_terms: paymentTerms(),
		models: [
			model( 1, 'Facture boutique en ligne' ),
			model( 2, 'Facture export' ),
		],
		currencies: [
			currency( 1, 'EUR', '€', true ),
			currency( 2, 'USD', '$', false ),
			currency( 3, 'GBP', '£', false ),
			currency( 4, 'JPY', '¥', false ),
			currency( 5, 'CHF', 'CHF', false ),
			currency( 6, 'KWD', 'KWD', false ),
		],
		countries: [
			country( 'FR', 'FRA', 'France' ),
			country( 'BE', 'BEL', 'Belgique' ),
			country( 'DE', 'DEU', 'Allemagne' ),
			country( 'CH', 'CHE', 'Suisse' ),
			country( 'US', 'USA', 'États-Unis' ),
		],
	};
}

function taxes(): Tax[] {
	return [
		rate( 1, 20, 'TVA 20 %' ),
		rate( 2, 10, 'TVA 10 %' ),
		rate( 3, 5.5, 'TVA 5,5 %' ),
		rate( 4, 2.1, 'TVA 2,1 %' ),
		{
			...rate( 5, 0, 'TVA 0 %' ),
			is_active: false,
			is_einvoicing_compliant: false,
		},
		exempt(
			6,
			'E',
			'VATEX-FR-FRANCHISE',
			'Franchise en base, art. 293 B du CGI'
		),
		exempt( 7, 'K', 'VATEX-EU-IC', 'Livraison intracommunautaire' ),
		exempt( 8, 'G', 'VATEX-EU-G', 'Exportation hors UE' ),
		exempt( 9, 'AE', 'VATEX-EU-AE', 'Autoliquidation' ),
		exempt( 10, 'O', 'VATEX-EU-O', 'Hors champ de la TVA' ),
		exempt( 11, 'E', 'VATEX-EU-132', 'Exonération, art. 261 du CGI' ),
		rate( 12, 8.5, 'TVA 8,5 % (DOM)' ),
		{ ...rate( 13, 19.6, 'TVA 19,6 % (ancien taux)' ), is_active: false },
		rate( 14, 19, 'MwSt. 19 % (OSS Allemagne)' ),
		rate( 15, 2, 'Taxe locale 2 %' ),
	];
}

export function rate( id: number, percent: number, label: string ): Tax {
	return {
		id,
		rate: percent,
		label,
		is_active: true,
		is_ecotax: false,
		category: 'S',
		vatex: null,
		is_einvoicing_compliant: true,
		system_label: label,
	};
}

export function exempt(
	id: number,
	category: string,
	vatex: string,
	label: string
): Tax {
	return { ...rate( id, 0, label ), category, vatex };
}

function rateCategory(
	id: number,
	label: string,
	code: string,
	includesTaxes: boolean,
	isDefault: boolean
): RateCategory {
	const layout = { enabled: true, id: 1 };
	return {
		id,
		label,
		includes_taxes: includesTaxes,
		currency: code,
		tax_id: null,
		is_default: isDefault,
		accounting: null,
		default_layouts: {
			estimates: layout,
			invoices: layout,
			credit_notes: layout,
			models: layout,
			deliveries: layout,
			orders: layout,
			proformas: layout,
		},
		price: { type: 'value' },
		is_einvoicing_compliant: true,
	};
}

function staff(
	id: number,
	firstname: string,
	lastname: string,
	email: string,
	status: string
): Staff {
	return {
		id,
		lastname,
		firstname,
		email,
		avatar: null,
		status,
		position: null,
		phone_number: null,
		mobile_number: null,
		fax_number: null,
		groups: [],
		civility: null,
		created: CREATED,
		profile: 1,
		team: null,
		job: null,
		timezone: 'Europe/Paris',
		language: 'fr',
	};
}

function paymentTerms() {
	const term = (
		id: number,
		label: string,
		code: string,
		days: number,
		endOfMonth: boolean
	) => ( {
		id,
		label,
		rank: id,
		code,
		x_days: days,
		end_of_month: endOfMonth,
		override_date: false,
	} );
	return [
		term( 1, 'À réception de la facture', 'received', 0, false ),
		term( 2, 'À la commande', 'onorder', 0, false ),
		term( 3, '30 jours fin de mois', '30days', 30, true ),
		term( 4, '15 jours', 'xdays', 15, false ),
		term( 5, 'Date personnalisée', 'custom', 0, false ),
	];
}

function model( id: number, subject: string ) {
	return {
		id,
		number: subject,
		created: CREATED,
		subject,
		currency: 'EUR',
		taxes: [],
		discount: null,
		owner: { id: 1, type: 'staff' },
		pdf_link: null,
		rate_category_id: 1,
		note: '',
		is_einvoicing_compliant: true,
	};
}

function currency(
	id: number,
	code: string,
	symbol: string,
	isDefault: boolean
) {
	return { id, code, symbol, is_default: isDefault };
}

function country( alpha2: string, alpha3: string, name: string ) {
	return { code: alpha2, 'iso-alpha-2': alpha2, 'iso-alpha-3': alpha3, name };
}
