/** Words that people look for and that no label has; and why some settings have no field. */
import { __ } from '@wordpress/i18n';

export const trigger = () =>
	__( 'when, moment, status, paid, confirmed, shipped', 'orderinvoicer' );

export const startDate = () =>
	__( 'since when, start, first day, older orders', 'orderinvoicer' );

export const finalise = () =>
	__( 'draft, final, number, numbering, validate', 'orderinvoicer' );

export const email = () =>
	__( 'e-mail, mail, send, customer, link, PDF', 'orderinvoicer' );

export const owner = () =>
	__( 'staff, employee, seller, assigned', 'orderinvoicer' );

export const model = () =>
	__( 'template, layout, logo, letterhead', 'orderinvoicer' );

export const terms = () =>
	__( 'due date, days, conditions, deadline', 'orderinvoicer' );

export const texts = () =>
	__( 'text, sentence, remark, mention, title', 'orderinvoicer' );

export const rules = () =>
	__( 'condition, exception, country, gateway, amount', 'orderinvoicer' );

export const refund = () =>
	__( 'refund, credit note, money back, cancel', 'orderinvoicer' );

export const company = () =>
	__( 'SIRET, SIREN, VAT number, business, professional', 'orderinvoicer' );

export const told = () =>
	__( 'alert, notice, summary, daily, told', 'orderinvoicer' );

export const references = () =>
	__( 'reference, prefix, number', 'orderinvoicer' );

export const free = () =>
	__( 'free, coupon, zero, sample, gift', 'orderinvoicer' );

export const sellers = () =>
	__( 'marketplace, Dokan, seller, vendor', 'orderinvoicer' );

export const vat = () => __( 'VAT, tax, rate, rounding', 'orderinvoicer' );

export const exempt = () =>
	__(
		'VAT, exemption, export, intra-community, reverse charge, overseas',
		'orderinvoicer'
	);

export const money = () =>
	__( 'payment, card, transfer, cheque, PayPal, gateway', 'orderinvoicer' );

export const products = () =>
	__( 'item, catalogue, SKU, article', 'orderinvoicer' );

export const stock = () =>
	__( 'stock, warehouse, inventory, quantity', 'orderinvoicer' );

export const shipped = () =>
	__( 'shipping, delivery, tracking, parcel', 'orderinvoicer' );

export const log = () => __( 'debug, support, technical', 'orderinvoicer' );

export const refundBegins = () =>
	__(
		'Nothing to choose: a credit note begins with its refund.',
		'orderinvoicer'
	);

export const numberedAtOnce = () =>
	__(
		'Nothing to choose: Sellsy numbers this document at once.',
		'orderinvoicer'
	);

export const noModel = () =>
	__(
		'Nothing to choose: Sellsy takes no model for this document.',
		'orderinvoicer'
	);

export const noTerms = () =>
	__(
		'Nothing to choose: payment terms stand on invoices alone.',
		'orderinvoicer'
	);

export const alwaysFive = () =>
	__(
		'Nothing to choose: 5 cents suit nearly every order, and you can accept more for one.',
		'orderinvoicer'
	);
