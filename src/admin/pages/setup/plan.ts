import type { Kind, Sellsy, Settings, Shop } from '../../../generated/schemas';
import { type Edits, withEdits, withGroup } from '../../settings/edits';
import { KINDS } from '../../settings/kinds';
import { outcomes } from '../documents/rules';
import { proposedWay, type Way, withWay } from '../../settings/delivery';
import { planOf, proposedRateCategory } from '../../settings/presets';
import { choiceOf, type StepProps } from './progress';

/** The shop as it will be once it is switched on. */
export type Plan = {
	edits: Edits;
	settings: Settings;
	shop: Shop;
	sellsy: Sellsy;
	/** Documents that would become final by themselves, and do not yet. */
	newlyFinal: Kind[];
};

/** Whether documents become final by themselves; null: nobody has said. */
export type Finality = 'at_once' | 'manual' | null;

export type PlanSources = Pick<
	StepProps,
	'form' | 'facts' | 'lists' | 'shop'
>;

/** Null while what it depends on is not read. */
export function planFrom(
	{ form, facts, lists: { sellsy }, shop }: PlanSources,
	finality: Finality = null,
	wish: Way | null = null
): Plan | null {
	if (
		sellsy.resource.status !== 'ready' ||
		shop.resource.status !== 'ready'
	) {
		return null;
	}
	const chosen = planOf(
		choiceOf( facts ) ?? 'keep',
		form.value,
		proposedRateCategory(
			sellsy.resource.data,
			shop.resource.data.currency
		)
	);
	const newlyFinal = newlyFinalKinds( chosen, facts.settings );
	const made =
		finality === 'manual' ? asDrafts( chosen, newlyFinal ) : chosen;
	const way = wish ?? proposedWay( form );
	const edits = way === null ? made : withWay( made, way, form.value );
	return {
		edits,
		settings: withEdits( form.value, edits ),
		shop: shop.resource.data,
		sellsy: sellsy.resource.data,
		newlyFinal,
	};
}

/** The last step asks about them: a number is gone for good. */
export const newlyFinalKinds = ( chosen: Edits, saved: Settings ): Kind[] =>
	KINDS.filter(
		( kind ) =>
			chosen[ kind ]?.finalise === 'at_once' && ! isFinal( kind, saved )
	);

/** All of them, whatever the rule. */
const isFinal = ( kind: Kind, settings: Settings ): boolean =>
	settings[ kind ].enabled &&
	outcomes( settings, kind ).every(
		( counting ) => counting[ kind ].finalise === 'at_once'
	);

const asDrafts = ( edits: Edits, kinds: Kind[] ): Edits =>
	kinds.reduce< Edits >(
		( before, kind ) => withGroup( before, kind, { finalise: 'manual' } ),
		edits
	);
