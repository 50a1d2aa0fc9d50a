import { useCallback, useState } from '@wordpress/element';
import { getWarehouses } from '../../../api/productEndpoints';
import { useResource, type View } from '../../../api/useResource';
import type { Warehouses } from '../../../generated/schemas';

export type WarehouseList = View< Warehouses > & {
	/** From now on somebody wants to choose one. */
	read: () => void;
};

/** Nothing is asked of Sellsy before somebody wants it, and then once for the page. */
export function useWarehouses(): WarehouseList {
	const [ isWanted, setWanted ] = useState( false );
	const { resource, reload } = useResource( isWanted ? getWarehouses : null );
	return {
		resource,
		reload,
		read: useCallback( () => setWanted( true ), [] ),
	};
}
