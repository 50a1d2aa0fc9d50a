/** What has no tax in Sellsy, and stops orders: of what they used lately. In a new shop each rate may be needed. */
import { soldNothing } from '../../../components/mapping/soldNothing';
import type { Settings, Shop } from '../../../generated/schemas';
import { taxOfSituation } from './useTaxes';

export function unmappedRates(
	settings: Settings,
	{ tax_rates: rates }: Shop
): Shop[ 'tax_rates' ] {
	const isNewShop = soldNothing(
		rates.map( ( { orders_recent: orders } ) => orders )
	);
	return rates.filter(
		( { id, orders_recent: orders } ) =>
			( orders > 0 || isNewShop ) &&
			! settings.tax_rates.some( ( { rate_id: set } ) => set === id )
	);
}

export const unmappedSituations = (
	settings: Settings,
	{ exempt_situations: situations }: Shop
): Shop[ 'exempt_situations' ] =>
	situations.filter(
		( situation ) =>
			situation.orders_recent > 0 &&
			taxOfSituation( settings, situation ) === null
	);
