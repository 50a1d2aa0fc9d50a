import { __ } from '@wordpress/i18n';

/** What `Domain\Content\Placeholders` fills, and what stands there then. */
export const placeholders = (): Array< [ name: string, meaning: string ] > => [
	[ 'order_number', __( 'number of the order', 'orderinvoicer' ) ],
	[ 'order_date', __( 'day of the order', 'orderinvoicer' ) ],
	[ 'order_total', __( 'total with its currency', 'orderinvoicer' ) ],
	[ 'customer_name', __( 'name of the customer', 'orderinvoicer' ) ],
	[ 'company', __( 'company of the customer', 'orderinvoicer' ) ],
	[ 'payment_method', __( 'payment method', 'orderinvoicer' ) ],
	[ 'customer_note', __( 'note of the customer', 'orderinvoicer' ) ],
	[
		'invoices',
		__( 'invoices that a credit note is about', 'orderinvoicer' ),
	],
];
