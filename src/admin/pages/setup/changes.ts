import { __, sprintf } from '@wordpress/i18n';
import type { Kind, Settings, Shop } from '../../../generated/schemas';
import { enabledKinds, kindWord } from '../../settings/kinds';
import { hasRules } from '../documents/rules';
import { finaliseText, ruleLines, triggerText } from './words';

const DEFAULT_FINALISE = 'manual';

/** What a choice changes of what an owner had set: nobody shall find it out later. */
export function changesOf(
	before: Settings,
	after: Settings,
	shop: Shop
): string[] {
	const kinds = enabledKinds( before );
	const off = kinds.filter( ( kind ) => ! after[ kind ].enabled );
	const on = enabledKinds( after ).filter(
		( kind ) => kinds.length > 0 && ! before[ kind ].enabled
	);
	const [ ruled, simple ] = apart( before, after );
	return [
		...off.map( ( kind ) => switchedOff( kind ) ),
		...on.map( ( kind ) => switchedOn( kindWord( kind ) ) ),
		...( kinds.length > 0 &&
		after.payments.enabled &&
		! before.payments.enabled
			? [ switchedOn( __( 'Payments', 'orderinvoicer' ) ) ]
			: [] ),
		...ruled.flatMap( ( kind ) =>
			differing( kind, before, after, ( settings ) =>
				ruleLines( kind, settings, shop ).join( ' ' )
			)
		),
		...simple
			.filter( ( kind ) => before[ kind ].enabled )
			.flatMap( ( kind ) =>
				differing( kind, before, after, ( settings ) =>
					triggerText( kind, settings, shop.order_statuses )
				)
			),
		...simple
			.filter(
				( kind ) =>
					before[ kind ].enabled ||
					before[ kind ].finalise !== DEFAULT_FINALISE
			)
			.flatMap( ( kind ) =>
				differing( kind, before, after, ( settings ) =>
					finaliseText( kind, settings )
				)
			),
	];
}

/** Kinds that will be on: those whose rules an owner had set, or gets in place of what was set; the others. */
function apart( before: Settings, after: Settings ): [ Kind[], Kind[] ] {
	const isRuled = ( kind: Kind ): boolean =>
		hasRules( before[ kind ] ) ||
		( before[ kind ].enabled && hasRules( after[ kind ] ) );
	const kinds = enabledKinds( after );
	return [
		kinds.filter( isRuled ),
		kinds.filter( ( kind ) => ! isRuled( kind ) ),
	];
}

const switchedOff = ( kind: Kind ): string =>
	sprintf(
		/* translators: %s: kind of document, such as Proforma. */
		__(
			'Will be switched off, and is on now: %s. Documents that were made stay in Sellsy.',
			'orderinvoicer'
		),
		kindWord( kind )
	);

const switchedOn = ( what: string ): string =>
	sprintf(
		/* translators: %s: kind of document, such as Proforma, or Payments. */
		__( 'Will be switched on, and is off now: %s.', 'orderinvoicer' ),
		what
	);

function differing(
	kind: Kind,
	before: Settings,
	after: Settings,
	textOf: ( settings: Settings ) => string
): string[] {
	const texts = [ textOf( before ), textOf( after ) ] as const;
	return texts[ 0 ] === texts[ 1 ]
		? []
		: [
				sprintf(
					/*
					 * translators: 1: kind of document, such as Invoice, 2: sentence that holds now, 3: sentence that
					 * will hold.
					 */
					__( '%1$s: now “%2$s”, then “%3$s”', 'orderinvoicer' ),
					kindWord( kind ),
					...texts
				),
			];
}
