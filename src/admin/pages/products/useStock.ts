import { useCallback } from '@wordpress/element';
import { actOnStock, getStock } from '../../../api/productEndpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { usePolling } from '../../../api/usePolling';
import { useResource, type View } from '../../../api/useResource';
import type { Stock, StockAct } from '../../../generated/schemas';

/** A little more than the minute that lies between two batches. */
const BATCH = 62_000;

export type StockModel = View< Stock > & {
	acting: ActionState;
	act: ( act: StockAct[ 'act' ], seen?: string ) => void;
};

/** While it compares, an open page asks for the next batch: the passes alone take longer. */
export function useStock( onSwitched: () => void ): StockModel {
	const view = useResource( getStock );
	const { resource, replace } = view;
	const { state: acting, run } = useAction();
	const act: StockModel[ 'act' ] = useCallback(
		( name, seen ) =>
			run( async () => {
				replace(
					await actOnStock(
						seen === undefined ? { act: name } : { act: name, seen }
					)
				);
				if ( name === 'start' || name === 'stop' ) {
					onSwitched();
				}
			} ),
		[ run, replace, onSwitched ]
	);
	const isComparing = resource.status === 'ready' && resource.data.left > 0;
	usePolling(
		resource,
		useCallback( () => act( 'go_on' ), [ act ] ),
		isComparing ? BATCH : null
	);
	return { ...view, acting, act };
}
