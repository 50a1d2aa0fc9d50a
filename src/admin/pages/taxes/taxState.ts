import type { View } from '../../../api/useResource';
import type { MappingState } from '../../../components/mapping/state';
import type { Sellsy, SellsyTax } from '../../../schemas/sellsy';
import type { MappingRow } from './useTaxes';

/** Only of a list that is `known` it can be said what is in it. */
export type ListState = 'reading' | 'known' | 'unknown';

export function listState( { resource }: View< Sellsy > ): ListState {
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
