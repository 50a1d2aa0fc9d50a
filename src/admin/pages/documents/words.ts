import { __ } from '@wordpress/i18n';
import type { Kind } from '../../../schemas/settings';

/** What a kind of document is for, for people who never made one. */
export function purposeOf( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __(
				'A quote in Sellsy, for shops whose orders are agreed on first.',
				'orderinvoicer'
			);
		case 'order':
			return __(
				'An order in Sellsy too: delivery notes and invoices are then made from it.',
				'orderinvoicer'
			);
		case 'delivery':
			return __(
				'Goes with the parcel: what was shipped, with its tracking number where the shop knows it.',
				'orderinvoicer'
			);
		case 'proforma':
			return __(
				'What is to be paid, before it is: useful for bank transfers. Not an accounting document.',
				'orderinvoicer'
			);
		case 'invoice':
			return __( 'What your accountant needs.', 'orderinvoicer' );
		case 'creditnote':
			return __(
				'Each refund of an invoiced order becomes a credit note, set against its invoice.',
				'orderinvoicer'
			);
	}
}

export function switchWord( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __( 'Make estimates from orders', 'orderinvoicer' );
		case 'order':
			return __( 'Make sales orders from orders', 'orderinvoicer' );
		case 'delivery':
			return __( 'Make delivery notes from orders', 'orderinvoicer' );
		case 'proforma':
			return __( 'Make proformas from orders', 'orderinvoicer' );
		case 'invoice':
			return __( 'Make invoices from orders', 'orderinvoicer' );
		case 'creditnote':
			return __( 'Make credit notes from refunds', 'orderinvoicer' );
	}
}
