import { __, _x } from '@wordpress/i18n';
import type {
	Kind,
	HistoryRow,
	HistoryState,
} from '../../../generated/schemas';
import type { Column } from './place';

export function columnWord( column: Column | 'order' ): string {
	switch ( column ) {
		case 'order':
			return __( 'Order', 'orderinvoicer' );
		case 'customer':
			return __( 'Customer', 'orderinvoicer' );
		case 'document':
			return __( 'Document', 'orderinvoicer' );
		case 'excl_tax':
			return __( 'Excl. VAT', 'orderinvoicer' );
		case 'incl_tax':
			return __( 'Incl. VAT', 'orderinvoicer' );
		case 'state':
			return __( 'State', 'orderinvoicer' );
		case 'date':
			return __( 'Date', 'orderinvoicer' );
	}
}

/** It agrees with its document, in languages that do so. Only invoices and credit notes become final. */
export function badgeWord( { state, kind }: HistoryRow ): string {
	if ( state === 'final' ) {
		return finalWord( kind );
	}
	return state === 'cancelled' && OF_INVOICES.includes( kind )
		? _x( 'Cancelled', 'state of an invoice', 'orderinvoicer' )
		: stateWord( state );
}

const OF_INVOICES: readonly Kind[] = [ 'invoice', 'proforma' ];

function finalWord( kind: Kind ): string {
	switch ( kind ) {
		case 'invoice':
			return _x( 'Final', 'state of an invoice', 'orderinvoicer' );
		case 'creditnote':
			return _x( 'Final', 'state of a credit note', 'orderinvoicer' );
		default:
			return __( 'Made', 'orderinvoicer' );
	}
}

/** Of documents of any kind. */
export function stateWord( state: HistoryState ): string {
	switch ( state ) {
		case 'todo':
			return __( 'To do', 'orderinvoicer' );
		case 'waits':
			return __( 'Waiting', 'orderinvoicer' );
		case 'draft':
			return __( 'Draft', 'orderinvoicer' );
		case 'final':
			return __( 'Final', 'orderinvoicer' );
		case 'paid':
			return _x( 'Paid', 'state of an invoice', 'orderinvoicer' );
		case 'due':
			return _x(
				'Not paid in full',
				'state of an invoice',
				'orderinvoicer'
			);
		case 'credited':
			return _x( 'Credited', 'state of an invoice', 'orderinvoicer' );
		case 'cancelled':
			return __( 'Cancelled', 'orderinvoicer' );
	}
}

/** As the badges of the log. */
export const badgeClass = ( state: HistoryState ): string => {
	switch ( state ) {
		case 'todo':
		case 'due':
			return 'is-attention';
		case 'draft':
			return 'is-draft';
		case 'final':
		case 'paid':
			return 'is-done';
		default:
			return '';
	}
};
