import { useState } from '@wordpress/element';
import { checkProducts, forgetProduct } from '../../../api/productEndpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import type { SearchModel } from '../../../api/useSearch';
import type { Product } from '../../../generated/schemas';

export type ProductActs = {
	state: ActionState;
	/** Of the last look at Sellsy: how many were gone. */
	gone: number | null;
	check: ( products: Product[] ) => void;
	forget: ( product: Product ) => void;
};

export function useProductActs( {
	view,
}: SearchModel< Product > ): ProductActs {
	const { state, run } = useAction();
	const [ gone, setGone ] = useState< number | null >( null );
	const act = ( work: () => Promise< number | null > ) =>
		run( async () => {
			setGone( null );
			setGone( await work() );
			view.reload();
		} );
	return {
		state,
		gone,
		check: ( products ) =>
			act( async () => {
				const { gone: ids } = await checkProducts(
					products.map( ( { id } ) => id )
				);
				return ids.length;
			} ),
		forget: ( { id } ) =>
			act( async () => {
				await forgetProduct( id );
				return null;
			} ),
	};
}
