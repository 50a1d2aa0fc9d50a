import { __ } from '@wordpress/i18n';
import type { Choice } from '../../settings/presets';

export function choiceWord( choice: Choice ): string {
	switch ( choice ) {
		case 'paid':
			return __( 'Card shop: invoice when paid', 'orderinvoicer' );
		case 'transfer':
			return __(
				'Bank transfer: proforma, invoice when paid',
				'orderinvoicer'
			);
		case 'delivery':
			return __( 'B2B: order → delivery → invoice', 'orderinvoicer' );
		case 'orders':
			return __( 'B2B: order → invoice', 'orderinvoicer' );
		case 'drafts':
			return __( 'Drafts only while I test', 'orderinvoicer' );
		case 'keep':
			return __( 'As it is set now', 'orderinvoicer' );
	}
}

export function choicePurpose( choice: Choice ): string {
	switch ( choice ) {
		case 'paid':
			return __(
				'Customers pay while they order. Each paid order becomes an invoice, each refund a credit note.',
				'orderinvoicer'
			);
		case 'transfer':
			return __(
				'Some customers pay by bank transfer or cheque. While the shop waits for their money they have a proforma; the invoice follows the payment.',
				'orderinvoicer'
			);
		case 'delivery':
			return __(
				'Companies order, get a delivery note with their parcel and an invoice made from it, and pay later.',
				'orderinvoicer'
			);
		case 'orders':
			return __(
				'Companies order and get an invoice, made from their order in Sellsy, once everything has left; they pay later.',
				'orderinvoicer'
			);
		case 'drafts':
			return __(
				'Each paid order becomes a draft that you can look at, change and delete in Sellsy. Nothing gets a number.',
				'orderinvoicer'
			);
		case 'keep':
			return __(
				'The documents that are switched on stay exactly as they are.',
				'orderinvoicer'
			);
	}
}
