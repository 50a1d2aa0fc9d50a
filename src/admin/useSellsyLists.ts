import { useCallback, useMemo } from '@wordpress/element';
import { getSellsy, getTaxProposals, refreshSellsy } from '../api/endpoints';
import { useAction } from '../api/useAction';
import { useResource } from '../api/useResource';
import type { SellsyLists } from './pages/taxes/useTaxes';

/** @param isNeeded false reads nothing and keeps what was read: a tab without these lists does not ask Sellsy. */
export function useSellsyLists( isNeeded: boolean ): SellsyLists {
	const sellsy = useResource( isNeeded ? getSellsy : null );
	const proposals = useResource( isNeeded ? getTaxProposals : null );
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
