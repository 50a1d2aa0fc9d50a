import { useCallback, useMemo } from '@wordpress/element';
import { getSellsy, getTaxProposals, refreshSellsy } from '../api/endpoints';
import { type ActionState, useAction } from '../api/useAction';
import { useResource, type View } from '../api/useResource';
import type { Sellsy, TaxProposals } from '../schemas/sellsy';

/** What comes from Sellsy; both are read again together. */
export type SellsyLists = {
	sellsy: View< Sellsy >;
	proposals: View< TaxProposals >;
	refreshing: ActionState;
	refresh: () => void;
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
	return useMemo(
		() => ( { sellsy, proposals, refreshing, refresh } ),
		[ sellsy, proposals, refreshing, refresh ]
	);
}

/** Null while it is not known. */
export const hasV1 = ( { resource }: View< Sellsy > ): boolean | null =>
	resource.status === 'ready' ? resource.data.has_v1 : null;
