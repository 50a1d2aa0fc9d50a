/** What is set for taxes, with one answer more. */
import type {
	Settings,
	ShopSituation,
	Situation,
} from '../../../generated/schemas';
import type { WantedTax } from './creation';

export type TaxEdit = Pick<
	Settings,
	'tax_rates' | 'exempt_taxes' | 'exempt_reasons' | 'rounding_tax_id'
>;

export const withRate = (
	rates: Settings[ 'tax_rates' ],
	rateId: number,
	taxId: number | null
): Settings[ 'tax_rates' ] =>
	[
		...rates.filter( ( r ) => r.rate_id !== rateId ),
		...( taxId === null ? [] : [ { rate_id: rateId, tax_id: taxId } ] ),
	].sort( ( a, b ) => a.rate_id - b.rate_id );

export const withSituation = (
	taxes: Settings[ 'exempt_taxes' ],
	situation: ShopSituation[ 'situation' ],
	taxId: number | null
): Settings[ 'exempt_taxes' ] =>
	[
		...taxes.filter( ( t ) => t.situation !== situation ),
		...( taxId === null ? [] : [ { situation, tax_id: taxId } ] ),
	].sort( ( a, b ) => a.situation.localeCompare( b.situation ) );

export const withReason = (
	reasons: Settings[ 'exempt_reasons' ],
	situation: Situation,
	reason: string
): Settings[ 'exempt_reasons' ] => [
	...reasons.filter( ( r ) => r.situation !== situation ),
	...( reason.trim() === '' ? [] : [ { situation, reason } ] ),
];

/** What a new tax was created for is set to it. */
export const chosenFor = (
	settings: Settings,
	{ use }: WantedTax,
	taxId: number
): Partial< TaxEdit > =>
	'rateId' in use
		? { tax_rates: withRate( settings.tax_rates, use.rateId, taxId ) }
		: {
				exempt_taxes: withSituation(
					settings.exempt_taxes,
					use.situation,
					taxId
				),
			};
