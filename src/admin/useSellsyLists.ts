import { useCallback, useMemo } from '@wordpress/element';
import { getSellsy, getTaxProposals, refreshSellsy } from '../api/endpoints';
import { useAction } from '../api/useAction';
import { useResource } from '../api/useResource';
import type { SellsyLists } from './pages/taxes/useTaxes';

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
