import type { Sellsy } from '../../../schemas/sellsy';
import type { Settings } from '../../../schemas/settings';
import type { Shop } from '../../../schemas/shop';
import { type Edits, withEdits } from '../../settings/edits';
import type { StepProps } from '.';
import { planOf, proposedRateCategory } from './presets';
import { choiceOf } from './progress';

/** The shop as it will be once it is switched on. */
export type Plan = {
	edits: Edits;
	settings: Settings;
	shop: Shop;
	sellsy: Sellsy;
};

export type PlanSources = Pick<
	StepProps,
	'form' | 'facts' | 'lists' | 'shop'
>;

/** Null while what it depends on is not read. */
export function planFrom( {
	form,
	facts,
	lists: { sellsy },
	shop,
}: PlanSources ): Plan | null {
	if (
		sellsy.resource.status !== 'ready' ||
		shop.resource.status !== 'ready'
	) {
		return null;
	}
	const edits = planOf(
		choiceOf( facts ) ?? 'keep',
		form.value,
		proposedRateCategory(
			sellsy.resource.data,
			shop.resource.data.currency
		)
	);
	return {
		edits,
		settings: withEdits( form.value, edits ),
		shop: shop.resource.data,
		sellsy: sellsy.resource.data,
	};
}
