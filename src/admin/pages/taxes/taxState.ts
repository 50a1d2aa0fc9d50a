import type { MappingState } from '../../../components/mapping/state';
import type { SellsyTax } from '../../../schemas/sellsy';
import type { MappingRow } from './useTaxes';

/** `isKnown`: Sellsy's list could be read; without it nothing can be said of what is set. */
export function taxState(
	{ taxId, options }: Pick< MappingRow< unknown >, 'taxId' | 'options' >,
	taxes: SellsyTax[],
	isKnown: boolean
): MappingState {
	if ( taxId === null ) {
		return 'unmapped';
	}
	if ( options.some( ( { id } ) => id === taxId ) ) {
		return 'mapped';
	}
	return isKnown || taxes.some( ( { id } ) => id === taxId )
		? 'broken'
		: 'unknown';
}
