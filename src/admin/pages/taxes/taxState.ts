import type { MappingState } from '../../../components/mapping/state';
import type { SellsyTax } from '../../../generated/schemas';
import type { SellsyLists } from '../../useSellsyLists';
import type { MappingRow } from './useTaxes';

/** Only of a list that is `known` it can be said what is in it. */
export type ListState = 'reading' | 'known' | 'unknown';

/** Both are shown together: what is proposed would else come a moment later, and move the table. */
export function listState( {
	sellsy: { resource },
	proposals,
}: Pick< SellsyLists, 'sellsy' | 'proposals' > ): ListState {
	if ( proposals.resource.status === 'loading' ) {
		return resource.status === 'error' ? 'unknown' : 'reading';
	}
	switch ( resource.status ) {
		case 'loading':
			return 'reading';
		case 'error':
			return 'unknown';
		case 'ready':
			return resource.data.taxes.problem ? 'unknown' : 'known';
	}
}

export function taxState(
	{ taxId, options }: Pick< MappingRow< unknown >, 'taxId' | 'options' >,
	taxes: SellsyTax[],
	list: ListState
): MappingState {
	if ( taxId === null ) {
		return 'unmapped';
	}
	if ( options.some( ( { id } ) => id === taxId ) ) {
		return 'mapped';
	}
	return list === 'known' || taxes.some( ( { id } ) => id === taxId )
		? 'broken'
		: list;
}
