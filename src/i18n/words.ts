/** What codes are called on the screen. */
import { __ } from '@wordpress/i18n';
import type { Confidence } from '../schemas/sellsy';
import type { Effect, SyncState, Timeline } from '../schemas/syncs';

export function stateWord( state: SyncState ): string {
	switch ( state ) {
		case 'queued':
			return __( 'Waiting', 'orderinvoicer' );
		case 'working':
			return __( 'Working', 'orderinvoicer' );
		case 'done':
			return __( 'Done', 'orderinvoicer' );
		case 'attention':
			return __( 'Needs you', 'orderinvoicer' );
		case 'skipped':
			return __( 'Left out', 'orderinvoicer' );
	}
}

export function effectWord( effect: Effect ): string {
	switch ( effect ) {
		case 'create_estimate':
			return __( 'Estimate', 'orderinvoicer' );
		case 'create_order':
			return __( 'Sales order', 'orderinvoicer' );
		case 'create_delivery':
			return __( 'Delivery note', 'orderinvoicer' );
		case 'create_proforma':
			return __( 'Proforma', 'orderinvoicer' );
		case 'create_invoice':
			return __( 'Invoice', 'orderinvoicer' );
		case 'create_creditnote':
			return __( 'Credit note', 'orderinvoicer' );
		case 'validate_invoice':
			return __( 'Finalising the invoice', 'orderinvoicer' );
		case 'validate_creditnote':
			return __( 'Finalising the credit note', 'orderinvoicer' );
		case 'link_creditnote':
			return __(
				'Setting the credit note off against the invoice',
				'orderinvoicer'
			);
		case 'record_payment':
			return __( 'Payment', 'orderinvoicer' );
		case 'pay_back':
			return __( 'Money paid back', 'orderinvoicer' );
		case 'send_document':
			return __( 'E-mail to the customer', 'orderinvoicer' );
		case 'change_state':
			return __( 'State of the document', 'orderinvoicer' );
		case 'follow_order':
			return __(
				'Looking whether the documents still fit the order',
				'orderinvoicer'
			);
	}
}

export function outcomeWord(
	outcome: Timeline[ 'rows' ][ number ][ 'tries' ][ number ][ 'outcome' ]
): string {
	switch ( outcome ) {
		case 'done':
			return __( 'Done', 'orderinvoicer' );
		case 'released':
			return __( 'To be tried again', 'orderinvoicer' );
		case 'attention':
			return __( 'Needs you', 'orderinvoicer' );
		case 'skipped':
			return __( 'Left out', 'orderinvoicer' );
		case 'chosen':
			return __( 'A person chose the customer', 'orderinvoicer' );
	}
}

export function confidenceWord( confidence: Confidence ): string {
	switch ( confidence ) {
		case 'certain':
			return __( 'the only one that fits', 'orderinvoicer' );
		case 'likely':
			return __( 'likely, please check', 'orderinvoicer' );
		case 'none':
			return __( 'nothing fits', 'orderinvoicer' );
	}
}
