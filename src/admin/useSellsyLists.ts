import { useCallback, useMemo } from '@wordpress/element';
import { getSellsy, getTaxProposals, refreshSellsy } from '../api/endpoints';
import { type ActionState, useAction } from '../api/useAction';
import { useResource, type View } from '../api/useResource';
import type {
	Problem,
	Sellsy,
	SellsyTax,
	TaxProposals,
} from '../generated/schemas';

/** What comes from Sellsy; both are read again together. */
export type SellsyLists = {
	sellsy: View< Sellsy >;
	proposals: View< TaxProposals >;
	refreshing: ActionState;
	refresh: () => void;
	/** A tax that was just created is in the list at once, before anything is read again. */
	addTax: ( tax: SellsyTax ) => void;
};

type Needed = { lists: boolean; proposals: boolean };

/** What is not needed is not read, and what was read is kept: a tab without these lists does not ask Sellsy. */
export function useSellsyLists( needed: Needed ): SellsyLists {
	const sellsy = useResource( needed.lists ? getSellsy : null );
	const proposals = useResource( needed.proposals ? getTaxProposals : null );
	const { state: refreshing, run } = useAction();

	const { replace } = sellsy;
	const { reload: reloadProposals } = proposals;
	const refresh = useCallback(
		() =>
			run( async () => {
				replace( await refreshSellsy() );
				reloadProposals();
			} ),
		[ run, replace, reloadProposals ]
	);
	const { resource } = sellsy;
	const addTax = useCallback(
		( tax: SellsyTax ) => {
			if ( resource.status === 'ready' ) {
				replace( withTax( resource.data, tax ) );
			}
		},
		[ resource, replace ]
	);
	return useMemo(
		() => ( { sellsy, proposals, refreshing, refresh, addTax } ),
		[ sellsy, proposals, refreshing, refresh, addTax ]
	);
}

const withTax = ( lists: Sellsy, tax: SellsyTax ): Sellsy => ( {
	...lists,
	taxes: {
		...lists.taxes,
		items: [
			...lists.taxes.items.filter( ( { id } ) => id !== tax.id ),
			tax,
		],
	},
} );

/** Null while it is not known. */
export const hasV1 = ( { resource }: View< Sellsy > ): boolean | null =>
	resource.status === 'ready' ? resource.data.has_v1 : null;

/** Sellsy was never asked. */
export const isUnconnected = ( problem: Problem | null ): boolean =>
	problem?.code === 'not_connected';
