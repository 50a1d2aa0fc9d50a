import { byKind } from '../../generated/facts';
import type { Kind, Settings, SettingsWorkflow } from '../../generated/schemas';
import { type Edits, NO_EDITS } from './edits';
import { KIND_FACTS, KINDS } from './kinds';

/** What most shops are; everything else is set under Documents. */
export type Preset = 'paid' | 'delivery' | 'orders';

type Made = Partial<
	Record< Kind, Partial< Pick< SettingsWorkflow, 'trigger' > > >
>;

/** The shop's own signs of it where it told any; else WooCommerce's closed status, which most shops set then. */
const shippedTrigger = ( { shipped }: Settings ): string =>
	shipped.length > 0 ? 'shipped' : 'completed';

function madeBy( preset: Preset, settings: Settings ): Made {
	const creditnote = {};
	const shipped = { trigger: shippedTrigger( settings ) };
	switch ( preset ) {
		case 'paid':
			return { invoice: { trigger: 'paid' }, creditnote };
		case 'delivery':
			return {
				order: { trigger: 'confirmed' },
				delivery: shipped,
				invoice: shipped,
				creditnote,
			};
		case 'orders':
			return {
				order: { trigger: 'confirmed' },
				invoice: shipped,
				creditnote,
			};
	}
}

/** In the order in which a shop order goes through them. */
export function kindsOf( preset: Preset, settings: Settings ): Kind[] {
	const made = madeBy( preset, settings );
	return KINDS.filter( ( kind ) => made[ kind ] !== undefined );
}

const needsV1 = ( preset: Preset, settings: Settings ): boolean =>
	kindsOf( preset, settings ).some( ( kind ) => KIND_FACTS[ kind ].needsV1 );

/** `hasV1`: null is not known, and then nothing is ruled out. */
export const isAvailable = (
	preset: Preset,
	settings: Settings,
	hasV1: boolean | null
): boolean => hasV1 !== false || ! needsV1( preset, settings );

/**
 * What it changes of `settings`. Documents that it does not make are switched off, everything else of them is left as
 * it was. Those that it makes are made for every order. Proformas are a choice of their own (`transfers.ts`).
 */
export function planOf( preset: Preset, settings: Settings ): Edits {
	const made = madeBy( preset, settings );
	const change = ( kind: Kind ): Edits[ Kind ] => {
		const what = made[ kind ];
		const workflow = settings[ kind ];
		if ( what === undefined ) {
			return workflow.enabled && kind !== 'proforma'
				? { enabled: false }
				: {};
		}
		return {
			enabled: true,
			rules: [],
			others: true,
			...what,
		};
	};
	return { ...NO_EDITS, ...byKind( change ) };
}
