/** What orders become, as one choice. */
import { __ } from '@wordpress/i18n';
import { byKind } from '../../../generated/facts';
import type { Kind, Settings } from '../../../generated/schemas';
import { type Edits, NO_EDITS } from '../../settings/edits';
import { enabledKinds } from '../../settings/kinds';
import { hasRules, outcomes } from '../documents/rules';
import { kindsOf, planOf, type Preset } from '../../settings/presets';
import { besidesTransfers } from '../../settings/transfers';

export type What = Preset | 'none';

export const OFFERED: readonly Preset[] = [ 'paid', 'orders', 'delivery' ];

const isSame = ( a: unknown, b: unknown ): boolean =>
	JSON.stringify( a ) === JSON.stringify( b );

const madeOf = ( kinds: readonly Kind[] ): Kind[] =>
	kinds.filter( ( kind ) => kind !== 'creditnote' );

/** Null: the shop has rules of its own, or other documents. */
export function whatOf( all: Settings ): What | null {
	const settings = besidesTransfers( all );
	const on = madeOf( enabledKinds( settings ) );
	return madeOf( enabledKinds( all ) ).length === 0
		? 'none'
		: ( OFFERED.find(
				( what ) =>
					isSame( madeOf( kindsOf( what, settings ) ), on ) &&
					! on.some( ( kind ) => hasRules( settings[ kind ] ) )
			) ?? null );
}

/** What all other orders become, beside an owner's own rules; null where that is no choice. */
export const whatOfOthers = ( settings: Settings ): What | null =>
	settings.invoice.others
		? whatOf( {
				...settings,
				...byKind( ( kind ) => ( {
					...settings[ kind ],
					enabled:
						settings[ kind ].enabled && settings[ kind ].others,
					rules: [],
					others: true,
				} ) ),
			} )
		: null;

/** Without those that Sellsy's older API alone makes, where it may not be used. */
export const offered = (
	isAvailable: ( what: Preset ) => boolean
): readonly What[] => [ ...OFFERED.filter( isAvailable ), 'none' ];

/**
 * What it changes: which documents are made, and when those begin that were off. Whether they are final, what a refund
 * becomes and what was set besides is told by other sentences.
 */
export function editsOf( what: What, settings: Settings ): Edits {
	if ( what === 'none' ) {
		return {
			...NO_EDITS,
			...byKind( ( kind ) =>
				settings[ kind ].enabled ? { enabled: false } : {}
			),
		};
	}
	const plan = planOf( what, settings );
	const change = ( kind: Kind ): Edits[ Kind ] => {
		const made = plan[ kind ];
		if ( kind === 'creditnote' ) {
			return {};
		}
		// Switched on with the rules that the owner left there: then those decide, and the page says so.
		if ( made.enabled && hasRules( settings[ kind ] ) ) {
			return { enabled: true };
		}
		return kind === 'invoice' && settings.invoice.enabled
			? { ...made, trigger: settings.invoice.trigger }
			: made;
	};
	return { ...NO_EDITS, ...byKind( change ) };
}

/** Rules say so, and not all the same. */
export const isFinalByRule = ( settings: Settings ): boolean =>
	new Set(
		outcomes( settings, 'invoice' ).map(
			( { invoice: { finalise } } ) => finalise
		)
	).size > 1;

export function whatWord( what: What ): string {
	switch ( what ) {
		case 'paid':
			return __( 'an invoice', 'orderinvoicer' );
		case 'orders':
			return __( 'a sales order, then an invoice', 'orderinvoicer' );
		case 'delivery':
			return __( 'order, delivery note, invoice', 'orderinvoicer' );
		case 'none':
			return __( 'nothing: everything is off', 'orderinvoicer' );
	}
}
