/** What becomes of a document once it is made, in plain words. */
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Kind, Settings } from '../../../generated/schemas';
import { formatCount } from '../../../i18n/format';
import { KIND_FACTS } from '../../settings/kinds';
import { finaliseChoice } from './choices';
import { statusLabel, type Statuses } from './words';

export function finalSentence(
	kind: Kind,
	settings: Settings,
	statuses: Statuses
): string | null {
	const { kind: way, hours } = finaliseChoice( settings[ kind ].finalise );
	const isInvoice = kind === 'invoice';
	if ( ! KIND_FACTS[ kind ].isValidated || way === 'at_once' ) {
		return null;
	}
	switch ( way ) {
		case 'manual':
			return isInvoice
				? __( 'You make the invoice final yourself.', 'orderinvoicer' )
				: __(
						'You make the credit note final yourself.',
						'orderinvoicer'
					);
		case 'hours':
			return laterSentence( isInvoice, Number( hours ) );
		case 'mapping':
			return mappedSentence(
				isInvoice,
				finalStatuses( kind, settings, statuses )
			);
	}
}

/** Null while it is no number yet: the field says so. */
function laterSentence( isInvoice: boolean, hours: number ): string | null {
	if ( ! ( hours > 0 ) ) {
		return null;
	}
	const text = isInvoice
		? /* translators: %s: number of hours. */
			_n(
				'The invoice becomes final %s hour later.',
				'The invoice becomes final %s hours later.',
				hours,
				'orderinvoicer'
			)
		: /* translators: %s: number of hours. */
			_n(
				'The credit note becomes final %s hour later.',
				'The credit note becomes final %s hours later.',
				hours,
				'orderinvoicer'
			);
	return sprintf( text, formatCount( hours ) );
}

function mappedSentence( isInvoice: boolean, when: string[] ): string {
	if ( when.length === 0 ) {
		return isInvoice
			? __( 'The invoice stays a draft.', 'orderinvoicer' )
			: __( 'The credit note stays a draft.', 'orderinvoicer' );
	}
	const text = isInvoice
		? /* translators: %s: list of order statuses, such as: Completed, Shipped. */
			__(
				'The invoice becomes final when the order is: %s.',
				'orderinvoicer'
			)
		: /* translators: %s: list of order statuses, such as: Completed, Shipped. */
			__(
				'The credit note becomes final when the order is: %s.',
				'orderinvoicer'
			);
	return sprintf( text, when.join( ', ' ) );
}

/** A rule of the status table may also mean "shipped", by whatever sign. */
const finalStatuses = (
	kind: Kind,
	settings: Settings,
	statuses: Statuses
): string[] =>
	settings.states
		.filter( ( rule ) => rule.kind === kind && rule.state === 'finalised' )
		.map( ( { status } ) =>
			status === 'shipped'
				? __( 'Shipped', 'orderinvoicer' )
				: statusLabel( status, statuses )
		);

/** E-mail, payment, setting off: once it is final, where it becomes final at all. */
export function afterSentences( kind: Kind, settings: Settings ): string[] {
	const settled =
		kind === 'creditnote'
			? __(
					'Once it is final, it is set against its invoice.',
					'orderinvoicer'
				)
			: __(
					'Once it is final, what was paid is recorded on it.',
					'orderinvoicer'
				);
	const isSettled =
		kind === 'creditnote' ||
		( kind === 'invoice' && settings.payments.enabled );
	return [
		...( isSettled ? [ settled ] : [] ),
		...( settings[ kind ].email ? [ mailSentence( kind ) ] : [] ),
		...( kind === 'proforma' && ! settings.proforma.email
			? [ unsentText() ]
			: [] ),
	];
}

export const mailSentence = ( kind: Kind ): string =>
	KIND_FACTS[ kind ].isValidated
		? __(
				'Once it is final, Sellsy e-mails it to the customer.',
				'orderinvoicer'
			)
		: __( 'Sellsy e-mails it to the customer.', 'orderinvoicer' );

/** It asks for money, and nobody else sends one. */
const unsentText = (): string =>
	__(
		'Sellsy does not e-mail it: send it to the customer yourself.',
		'orderinvoicer'
	);
