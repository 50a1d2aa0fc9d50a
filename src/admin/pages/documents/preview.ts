/** What a text becomes on a document, for an order that everybody can imagine. */
import { __, sprintf } from '@wordpress/i18n';

const sample = ( currency: string ): Partial< Record< string, string > > => ( {
	order_number: '1042',
	order_date: '2026-11-24',
	order_total: `48.00 ${ currency }`,
	customer_name: 'Client Test',
	company: 'Acme',
	payment_method: __( 'Bank transfer', 'orderinvoicer' ),
	customer_note: __( 'Please ring twice.', 'orderinvoicer' ),
	invoices: sprintf(
		/* translators: 1: number of an invoice, 2: its date. */
		__( 'no. %1$s of %2$s', 'orderinvoicer' ),
		'F-2026-00012',
		'03/11/2026'
	),
} );

const WORD = /\{(\w+)\}/g;

export function previewOf( text: string, currency: string ): string {
	const values = sample( currency );
	return text.replace( WORD, ( written, name: string ) =>
		Object.hasOwn( values, name ) ? ( values[ name ] ?? '' ) : written
	);
}

/** Words in braces that no order replaces, as they are written. */
export function unknownWords( text: string ): string[] {
	const known = sample( '' );
	return [ ...text.matchAll( WORD ) ].flatMap( ( [ written, name = '' ] ) =>
		Object.hasOwn( known, name ) ? [] : [ written ]
	);
}
