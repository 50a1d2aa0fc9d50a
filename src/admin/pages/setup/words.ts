import { __, sprintf } from '@wordpress/i18n';
import { labelled } from '../../../i18n/labels';
import type { Kind, Settings, Shop } from '../../../generated/schemas';
import { enabledKinds, KIND_FACTS } from '../../settings/kinds';
import { finaliseChoice, triggerChoice } from '../documents/choices';
import {
	allOthers,
	hasRules,
	nothingMade,
	ordersText,
	outcomes,
	settingsUnder,
} from '../documents/rules';
import { ruleSentences } from '../documents/sentences';

/** One document: in a sentence or two, or one line for each rule. */
export type Story = { kind: Kind; lines: string[] };

/** What happens with these settings, in that order. `open`: nobody has said whether these stay drafts. */
export const storyOf = (
	settings: Settings,
	shop: Shop,
	open: Kind[] = []
): Story[] =>
	enabledKinds( settings ).map( ( kind ) => ( {
		kind,
		lines: hasRules( settings[ kind ] )
			? ruleLines( kind, settings, shop )
			: [
					[
						triggerText( kind, settings, shop.order_statuses ),
						open.includes( kind )
							? ''
							: finaliseText( kind, settings ),
					]
						.filter( Boolean )
						.join( ' ' ),
				],
	} ) );

export function ruleLines(
	kind: Kind,
	settings: Settings,
	shop: Shop
): string[] {
	const { rules, others } = settings[ kind ];
	const said = ( orders: string, makes: boolean, counting: Settings ) =>
		labelled(
			orders,
			makes
				? ruleSentences( kind, counting, shop.order_statuses ).join(
						' '
					)
				: nothingMade()
		);
	return [
		...rules.map( ( rule ) =>
			said(
				ordersText( rule, shop ),
				rule.makes,
				settingsUnder( settings, kind, rule )
			)
		),
		said( allOthers(), others, settings ),
	];
}

export function triggerText(
	kind: Kind,
	settings: Settings,
	statuses: Shop[ 'order_statuses' ]
): string {
	if ( kind === 'creditnote' ) {
		return __(
			'For each refund of an order that has an invoice.',
			'orderinvoicer'
		);
	}
	const { kind: trigger, status } = triggerChoice( settings[ kind ].trigger );
	switch ( trigger ) {
		case 'confirmed':
			return __(
				'As soon as the order is confirmed, paid or not.',
				'orderinvoicer'
			);
		case 'paid':
			return __(
				'As soon as the order is paid, whatever the payment method.',
				'orderinvoicer'
			);
		case 'shipped':
			return __( 'As soon as the order is shipped.', 'orderinvoicer' );
		case 'completed':
			return __( 'As soon as the order is completed.', 'orderinvoicer' );
		case 'status':
			return sprintf(
				/* translators: %s: name of an order status. */
				__(
					'As soon as the order is in the status “%s”.',
					'orderinvoicer'
				),
				statuses.find( ( { slug } ) => slug === status )?.label ??
					status
			);
	}
}

export function finaliseText( kind: Kind, settings: Settings ): string {
	if ( ! KIND_FACTS[ kind ].isValidated ) {
		return '';
	}
	const { kind: way, hours } = finaliseChoice( settings[ kind ].finalise );
	switch ( way ) {
		case 'manual':
			return __(
				'It stays a draft until you make it final.',
				'orderinvoicer'
			);
		case 'at_once':
			return __(
				'It is final at once, with its number.',
				'orderinvoicer'
			);
		case 'mapping':
			return __(
				'It becomes final with the status of the order.',
				'orderinvoicer'
			);
		case 'hours':
			return sprintf(
				/* translators: %s: number of hours. */
				__(
					'It becomes final some hours later (%s).',
					'orderinvoicer'
				),
				hours
			);
	}
}

export const paymentsText = ( settings: Settings, open: Kind[] ): string =>
	! open.includes( 'invoice' ) &&
	outcomes( settings, 'invoice' ).every(
		( { invoice } ) => invoice.finalise === 'at_once'
	)
		? __(
				'Money that was received is recorded on its invoice, with its day.',
				'orderinvoicer'
			)
		: __(
				'Money that was received is recorded on its invoice once the invoice is final, with its day. Sellsy takes no payment on a draft.',
				'orderinvoicer'
			);
