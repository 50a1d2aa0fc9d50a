/** What is said of a rule, and below it. */
import { __ } from '@wordpress/i18n';
import type { Kind } from '../../../../generated/schemas';

export const Taken = ( { text }: { text: string } ) =>
	text === '' ? null : <p className="orderinvoicer-muted">{ text }</p>;

/** What a rule makes that makes nothing, after its orders. */
export function nothingMade( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __( 'no estimate.', 'orderinvoicer' );
		case 'order':
			return __( 'no sales order.', 'orderinvoicer' );
		case 'delivery':
			return __( 'no delivery note.', 'orderinvoicer' );
		case 'proforma':
			return __( 'no proforma.', 'orderinvoicer' );
		case 'invoice':
			return __( 'no invoice.', 'orderinvoicer' );
		case 'creditnote':
			return __( 'no credit note.', 'orderinvoicer' );
	}
}
