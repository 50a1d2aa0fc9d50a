/** Sellsy asks for a rate category with every document. */
import { useState } from '@wordpress/element';
import type { Resource } from '../../api/useResource';
import type { Sellsy, Settings, Shop } from '../../generated/schemas';
import { enabledKinds } from './kinds';

/**
 * What is switched on gets one, a credit note its invoice's; documents that are on have theirs, or none by their
 * owner's will.
 */
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
				[ kind ]: {
					...to[ kind ],
					rate_category_id:
						( kind === 'creditnote'
							? to.invoice.rate_category_id
							: null ) ?? category,
				},
			} ),
			value
		);

/** Null where none fits, or it was not known yet; as last known where Sellsy's lists can no longer be read. */
export function useRateCategory(
	sellsy: Resource< Sellsy >,
	shop: Resource< Shop >
): number | null {
	const [ known, setKnown ] = useState< number | null >( null );
	if ( sellsy.status !== 'ready' || shop.status !== 'ready' ) {
		return known;
	}
	const category = fittingCategory( sellsy.data, shop.data.currency );
	if ( category !== known ) {
		setKnown( category );
	}
	return category;
}

/** Sellsy's documents are written in the currency of their category. */
export function fittingCategory(
	{ rate_categories: { items } }: Sellsy,
	currency: string
): number | null {
	const fitting = items.filter( ( { currency: own } ) => own === currency );
	const proposed = fitting.find( ( one ) => one.is_default ) ?? fitting[ 0 ];
	return proposed?.id ?? null;
}
