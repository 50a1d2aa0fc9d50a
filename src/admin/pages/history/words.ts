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

const NUMBERED: readonly Kind[] = [ 'invoice', 'creditnote' ];

/** Only invoices and credit notes become final. */
export const badgeWord = ( { state, kind }: HistoryRow ): string =>
	state === 'final' && ! NUMBERED.includes( kind )
		? __( 'Made', 'orderinvoicer' )
		: stateWord( state );

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
