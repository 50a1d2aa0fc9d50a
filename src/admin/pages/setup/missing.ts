import { __, sprintf } from '@wordpress/i18n';
import type { Settings, Shop } from '../../../generated/schemas';
import { unmappedRates, unmappedSituations } from '../taxes/unmapped';

type Orders = { label: string; orders_recent: number };

const named = ( rows: Orders[] ): string =>
	rows.map( ( { label } ) => label ).join( ', ' );

/** What stops orders as long as it has no tax in Sellsy. The dry run says some of it too, but can be left out. */
export const missingTaxes = ( settings: Settings, shop: Shop ): string[] =>
	[
		ratesText( settings, shop ),
		situationsText( settings, shop ),
		roundingText( settings, shop ),
	].filter( Boolean );

function ratesText( settings: Settings, shop: Shop ): string {
	const unmapped = unmappedRates( settings, shop );
	return unmapped.length === 0
		? ''
		: sprintf(
				/* translators: %s: names of tax rates. */
				__(
					'Orders with these tax rates will stop, because the rates have no tax in Sellsy yet: %s.',
					'orderinvoicer'
				),
				named( unmapped )
			);
}

function situationsText( settings: Settings, shop: Shop ): string {
	const unmapped = unmappedSituations( settings, shop );
	return unmapped.length === 0
		? ''
		: sprintf(
				/* translators: %s: reasons, such as Delivery outside the EU. */
				__(
					'Sales without tax for these reasons will stop, because the reasons have no exempt tax in Sellsy yet: %s.',
					'orderinvoicer'
				),
				named( unmapped )
			);
}

/** A shop without VAT needs no such row. */
const roundingText = ( settings: Settings, shop: Shop ): string =>
	settings.rounding_tax_id === null && shop.tax_rates.length > 0
		? __(
				'The row “Rounding” has no tax yet. Orders whose total needs it will stop.',
				'orderinvoicer'
			)
		: '';
