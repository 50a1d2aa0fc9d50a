/**
 * A card's settings in plain words: whole sentences, one for each thing it does, so that every language can build its
 * own.
 */
import { __, sprintf } from '@wordpress/i18n';
import { formatDay } from '../../../i18n/format';
import type { Kind, Settings } from '../../../generated/schemas';
import { parentOf } from '../../settings/kinds';
import { afterSentences, finalSentence, mailSentence } from './afterwards';
import { triggerChoice } from './choices';
import { statusLabel, type Statuses } from './words';

/** What it does, then what becomes of it. One that is off does nothing. */
export function sentencesOf(
	kind: Kind,
	settings: Settings,
	statuses: Statuses
): string[] {
	if ( ! settings[ kind ].enabled ) {
		return [ offSentence( kind ) ];
	}
	return [
		whenSentence( kind, settings, statuses ),
		parentSentence( kind, settings ),
		finalSentence( kind, settings, statuses ),
		...afterSentences( kind, settings ),
		sinceSentence( kind, settings ),
	].filter( ( text ) => text !== null );
}

/** Of the rule that counts in `settings`: what it makes, and what becomes of it. */
export const ruleSentences = (
	kind: Kind,
	settings: Settings,
	statuses: Statuses
): string[] =>
	[
		whenSentence( kind, settings, statuses ),
		finalSentence( kind, settings, statuses ),
		settings[ kind ].email ? mailSentence( kind ) : null,
	].filter( ( text ) => text !== null );

function offSentence( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __( 'No estimates are made from orders.', 'orderinvoicer' );
		case 'order':
			return __(
				'No sales orders are made from orders.',
				'orderinvoicer'
			);
		case 'delivery':
			return __(
				'No delivery notes are made from orders.',
				'orderinvoicer'
			);
		case 'proforma':
			return __( 'No proformas are made from orders.', 'orderinvoicer' );
		case 'invoice':
			return __(
				'No invoices are made from orders by themselves.',
				'orderinvoicer'
			);
		case 'creditnote':
			return __(
				'No credit notes are made from refunds: you make them by hand in Sellsy.',
				'orderinvoicer'
			);
	}
}

/** What is created is always the object of the sentence, with its article. */
function whenSentence(
	kind: Kind,
	settings: Settings,
	statuses: Statuses
): string {
	const made = madeWord( kind, settings[ kind ].finalise );
	return kind === 'creditnote'
		? sprintf(
				/* translators: %s: what is created, such as "a draft credit note". */
				__(
					'When an invoiced order is refunded, create %s in Sellsy.',
					'orderinvoicer'
				),
				made
			)
		: triggerSentence( settings[ kind ].trigger, made, statuses );
}

function triggerSentence(
	trigger: string,
	made: string,
	statuses: Statuses
): string {
	const { kind, status } = triggerChoice( trigger );
	switch ( kind ) {
		case 'confirmed':
			return sprintf(
				/* translators: %s: what is created, such as "a draft invoice". */
				__(
					'When an order is confirmed, paid or not, create %s in Sellsy.',
					'orderinvoicer'
				),
				made
			);
		case 'paid':
			return sprintf(
				/* translators: %s: what is created, such as "a draft invoice". */
				__(
					'When an order is paid, create %s in Sellsy.',
					'orderinvoicer'
				),
				made
			);
		case 'shipped':
			return sprintf(
				/* translators: %s: what is created, such as "a draft invoice". */
				__(
					'When an order is shipped, create %s in Sellsy.',
					'orderinvoicer'
				),
				made
			);
		case 'completed':
			return sprintf(
				/* translators: %s: what is created, such as "a draft invoice". */
				__(
					'When an order is completed, create %s in Sellsy.',
					'orderinvoicer'
				),
				made
			);
		case 'status':
			return sprintf(
				/* translators: 1: an order status, 2: what is created, such as "a draft invoice". */
				__(
					'When an order gets the status “%1$s”, create %2$s in Sellsy.',
					'orderinvoicer'
				),
				statusLabel( status, statuses ),
				made
			);
	}
}

function madeWord( kind: Kind, finalise: string ): string {
	const isFinal = finalise === 'at_once';
	switch ( kind ) {
		case 'estimate':
			return __( 'an estimate', 'orderinvoicer' );
		case 'order':
			return __( 'a sales order', 'orderinvoicer' );
		case 'delivery':
			return __( 'a delivery note', 'orderinvoicer' );
		case 'proforma':
			return __( 'a proforma', 'orderinvoicer' );
		case 'invoice':
			return isFinal
				? __( 'a final invoice', 'orderinvoicer' )
				: __( 'a draft invoice', 'orderinvoicer' );
		case 'creditnote':
			return isFinal
				? __( 'a final credit note', 'orderinvoicer' )
				: __( 'a draft credit note', 'orderinvoicer' );
	}
}

function parentSentence( kind: Kind, settings: Settings ): string | null {
	const parent = parentOf( settings, kind );
	if ( kind === 'delivery' ) {
		return parent === 'order'
			? __(
					'The delivery note is made from the sales order.',
					'orderinvoicer'
				)
			: null;
	}
	switch ( parent ) {
		case 'delivery':
			return __(
				'The invoice is made from the delivery note.',
				'orderinvoicer'
			);
		case 'order':
			return __(
				'The invoice is made from the sales order.',
				'orderinvoicer'
			);
		case 'estimate':
			return __(
				'The invoice is made from the estimate.',
				'orderinvoicer'
			);
		default:
			return null;
	}
}

function sinceSentence( kind: Kind, settings: Settings ): string | null {
	const day = settings[ kind ].start_date;
	if ( day === '' ) {
		return null;
	}
	const text =
		kind === 'creditnote'
			? /* translators: %s: a day. */
				__( 'Refunds from before %s are left alone.', 'orderinvoicer' )
			: /* translators: %s: a day. */
				__( 'Orders from before %s are left alone.', 'orderinvoicer' );
	return sprintf( text, formatDay( day ) );
}
