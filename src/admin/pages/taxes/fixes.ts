import { __, sprintf } from '@wordpress/i18n';
import type {
	Finding,
	SellsyTax,
	Settings,
	Shop,
} from '../../../generated/schemas';
import { type WantedTax, wantedForRate, wantedForSituation } from './creation';
import { type TaxEdit, withRate } from './edits';

type Fix = NonNullable< Finding[ 'fix' ] >;

export const withFix = (
	settings: Settings,
	fix: Fix
): Partial< TaxEdit > => ( {
	tax_rates: fix.tax_rates.reduce(
		( list, { rate_id: rateId, tax_id: taxId } ) =>
			withRate( list, rateId, taxId ),
		settings.tax_rates
	),
	rounding_tax_id: fix.rounding_tax_id ?? settings.rounding_tax_id,
} );

export function fixLabel( fix: Fix, taxes: SellsyTax[] ): string {
	const id = fix.tax_rates[ 0 ]?.tax_id ?? fix.rounding_tax_id;
	const tax = taxes.find( ( t ) => t.id === id );
	return tax
		? sprintf(
				/* translators: %s: name of a tax of Sellsy. */
				__( 'Choose “%s”', 'orderinvoicer' ),
				tax.label
			)
		: __( 'Choose the tax that fits', 'orderinvoicer' );
}

const MENDED_BY_CREATION = [
	'tax_gone',
	'tax_inactive',
	'tax_not_compliant',
	'tax_is_eco_tax',
	'percent_differs',
	'rate_gone',
	'zero_unset',
	'zero_not_exempt',
	'situation_unset',
	'foreign_shared',
];

/** Only where one rate or reason is concerned, no choice mends it and, but for a country of its own, nothing fits. */
export function wantedForFinding(
	{ code, rate_ids: ids, situation, fix }: Finding,
	rates: Shop[ 'tax_rates' ],
	taxes: SellsyTax[]
): WantedTax | null {
	if ( fix || ! MENDED_BY_CREATION.includes( code ) ) {
		return null;
	}
	if ( situation !== 'none' ) {
		return wantedForSituation( situation );
	}
	const rate = rates.find( ( { id } ) => id === ids[ 0 ] );
	const isForeign = code === 'foreign_shared';
	const fits = ( tax: SellsyTax ) =>
		tax.usable && Number( tax.percent ) === Number( rate?.percent );
	return ! rate || ids.length > 1 || ( ! isForeign && taxes.some( fits ) )
		? null
		: wantedForRate( rate, isForeign );
}
