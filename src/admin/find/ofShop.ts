/** What is set once for the whole shop, by page. */
import { __ } from '@wordpress/i18n';
import { onPage, type Place } from './onPage';
import * as words from './words';

export const OWN: readonly Place[] = [
	...onPage( 'settings', [
		[
			'checkout_numbers',
			() =>
				__(
					'Ask companies for their numbers at checkout',
					'orderinvoicer'
				),
			words.company,
		],
		[
			'checkout_company_box',
			() =>
				__(
					'Ask only those who tick “I buy for a company”',
					'orderinvoicer'
				),
			words.company,
		],
		[
			'shopper.company_days',
			() =>
				__(
					'Customers may ask for the invoice in their company’s name',
					'orderinvoicer'
				),
			words.company,
		],
		[
			'digest_hour',
			() => __( 'Hour of the daily e-mail', 'orderinvoicer' ),
			words.told,
		],
	] ),
	...onPage( 'documents', [
		[
			'free_orders',
			() => __( 'Make documents of orders of 0.00 too', 'orderinvoicer' ),
			words.free,
		],
		[
			'free_orders_paid',
			() =>
				__(
					'Set their final invoices to paid where Sellsy leaves them due',
					'orderinvoicer'
				),
			words.free,
		],
		[
			'split_sales',
			() => __( 'Sales of several sellers', 'orderinvoicer' ),
			words.sellers,
		],
	] ),
	...onPage( 'taxes', [
		[
			'tax_rates',
			() => __( 'Tax rates of the shop', 'orderinvoicer' ),
			words.vat,
		],
		[
			'exempt_taxes',
			() => __( 'Sales without tax', 'orderinvoicer' ),
			words.exempt,
		],
		[
			'exempt_reasons',
			() =>
				__(
					'Why an exempt tax is right all the same',
					'orderinvoicer'
				),
			words.exempt,
		],
		[
			'rounding_tax_id',
			() =>
				__(
					'Exempt Sellsy tax for the row “Rounding”',
					'orderinvoicer'
				),
			words.vat,
		],
		[
			'rounding_cap',
			() => __( 'Most cents in the row “Rounding”', 'orderinvoicer' ),
			words.vat,
			words.alwaysFive,
		],
		[
			'vat_mode',
			() => __( 'When VAT is due', 'orderinvoicer' ),
			words.vat,
		],
	] ),
	...onPage( 'statuses', [
		[
			'states',
			() =>
				__(
					'What an order’s status does to its documents',
					'orderinvoicer'
				),
			words.finalise,
		],
		[
			'shipped',
			() => __( 'What counts as shipped', 'orderinvoicer' ),
			words.shipped,
		],
		[
			'talk_back.proforma_accepted',
			() =>
				__(
					'Status of the order when its proforma is accepted',
					'orderinvoicer'
				),
		],
		[
			'talk_back.proforma_invoiced',
			() =>
				__(
					'Status of the order when its proforma is invoiced',
					'orderinvoicer'
				),
		],
	] ),
	...onPage( 'emails', [
		[
			'customer_emails.emails',
			() => __( 'What your customers get', 'orderinvoicer' ),
			words.email,
		],
		[
			'customer_emails.documents',
			() => __( 'What do WooCommerce’s e-mails carry?', 'orderinvoicer' ),
			words.email,
		],
		[
			'customer_emails.minutes',
			() =>
				__( 'They wait for so many minutes at most', 'orderinvoicer' ),
			words.email,
		],
		[
			'shopper.kinds',
			() => __( 'What your customers can download', 'orderinvoicer' ),
			() => 'PDF',
		],
	] ),
	...onPage( 'connection', [
		[
			'talk_back.webhooks',
			() =>
				__(
					'Let Sellsy tell this shop when a document changes',
					'orderinvoicer'
				),
			() => 'webhook',
		],
		[
			'shop_code',
			() => __( 'Shop code', 'orderinvoicer' ),
			words.references,
		],
		[
			'delete_data_on_uninstall',
			() =>
				__(
					'Delete all data when the plugin is deleted',
					'orderinvoicer'
				),
		],
	] ),
	...onPage( 'diagnostics', [
		[
			'debug_log',
			() => __( 'Write a detailed log', 'orderinvoicer' ),
			words.log,
		],
	] ),
];
