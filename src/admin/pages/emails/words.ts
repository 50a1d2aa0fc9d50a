import { __, sprintf } from '@wordpress/i18n';
import { kindWord } from '../../settings/kinds';
import type { Row } from './rows';

export function nameOf( row: Row ): string {
	switch ( row.from ) {
		case 'woocommerce':
			return row.email.title;
		case 'shop':
			return row.kind === 'invoice'
				? __( 'Your invoice is available', 'orderinvoicer' )
				: __( 'Your credit note is available', 'orderinvoicer' );
		case 'sellsy':
			return sprintf(
				/* translators: %s: kind of document, such as Invoice. */
				__( '%s, template of Sellsy', 'orderinvoicer' ),
				kindWord( row.kind )
			);
	}
}

export function senderOf( { from }: Row ): string {
	switch ( from ) {
		case 'woocommerce':
			return 'WooCommerce';
		case 'shop':
			return __( 'Your shop', 'orderinvoicer' );
		case 'sellsy':
			return 'Sellsy';
	}
}

/** When it leaves. */
export function whenOf( { key }: Row ): string {
	switch ( key ) {
		case 'customer_on_hold_order':
			return __( 'Payment awaited', 'orderinvoicer' );
		case 'customer_processing_order':
			return __( 'Order paid', 'orderinvoicer' );
		case 'customer_completed_order':
			return __( 'Order completed', 'orderinvoicer' );
		case 'customer_refunded_order':
			return __( 'Order refunded', 'orderinvoicer' );
		case 'shop_invoice':
		case 'sellsy_invoice':
			return __( 'Invoice final', 'orderinvoicer' );
		case 'shop_creditnote':
		case 'sellsy_creditnote':
			return __( 'Credit note final', 'orderinvoicer' );
		case 'customer_invoice':
		case 'customer_note':
			return __( 'By hand', 'orderinvoicer' );
		default:
			return __( 'Document made', 'orderinvoicer' );
	}
}

/** Of its switch, for those who hear it alone. */
export function switchLabel( row: Row ): string {
	switch ( row.from ) {
		case 'woocommerce':
			return sprintf(
				/* translators: %s: name of an e-mail, such as Completed order. */
				__( 'Documents in “%s”', 'orderinvoicer' ),
				row.email.title
			);
		case 'shop':
			return sprintf(
				/* translators: %s: name of an e-mail, such as Your invoice is available. */
				__( 'Send “%s”', 'orderinvoicer' ),
				nameOf( row )
			);
		case 'sellsy':
			return sprintf(
				/* translators: %s: kind of document, such as Invoice. */
				__( 'Sellsy e-mails: %s', 'orderinvoicer' ),
				kindWord( row.kind )
			);
	}
}
