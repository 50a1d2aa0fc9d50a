/** Sellsy asks for a rate category with every document. */
import type { Resource } from '../../api/useResource';
import type { Sellsy, Settings, Shop } from '../../generated/schemas';
import { enabledKinds } from './kinds';

/** What is switched on gets one; documents that are on have theirs, or none by their owner's will. */
export const withCategories = (
	value: Settings,
	saved: Settings,
	category: number | null
): Settings =>
	enabledKinds( value )
		.filter(
			( kind ) =>
				! saved[ kind ].enabled &&
				value[ kind ].rate_category_id === null
		)
		.reduce< Settings >(
			( to, kind ) => ( {
				...to,
				[ kind ]: { ...to[ kind ], rate_category_id: category },
			} ),
			value
		);

/** Null where none fits, or it is not known yet. */
export const proposedRateCategory = (
	sellsy: Resource< Sellsy >,
	shop: Resource< Shop >
): number | null =>
	sellsy.status === 'ready' && shop.status === 'ready'
		? fittingCategory( sellsy.data, shop.data.currency )
		: null;

/** Sellsy's documents are written in the currency of their category. */
export function fittingCategory(
	{ rate_categories: { items } }: Sellsy,
	currency: string
): number | null {
	const fitting = items.filter( ( { currency: own } ) => own === currency );
	const proposed = fitting.find( ( one ) => one.is_default ) ?? fitting[ 0 ];
	return proposed?.id ?? null;
}
