import { __, sprintf } from '@wordpress/i18n';
import { formatPercent } from '../../../i18n/format';
import type { Situation, TaxCreation } from '../../../generated/schemas';

export type TaxReason = TaxCreation[ 'reason' ];

/** What the dialog starts from, and what the new tax is then chosen for. */
export type WantedTax = {
	/** "0" where a reason is asked for. */
	percent: string;
	label: string;
	/** `none` with 0 %: a person must say. */
	reason: TaxReason;
	use: { rateId: number } | { situation: Situation };
};

export type WantedRate = {
	id: number;
	label: string;
	percent: string;
	country: string;
};

/** Numbers as the REST API takes them: "20.0000" → "20". */
const plain = ( percent: string ): string => String( Number( percent ) );

export const isZero = ( percent: string ): boolean => Number( percent ) === 0;

/** Many labels name their percentage already. */
export function rateName( label: string, percent: string ): string {
	const isNamed = label
		.replace( ',', '.' )
		.includes( `${ Number( percent ) }` );
	return isNamed ? label : `${ label } – ${ formatPercent( percent ) }`;
}

/** `isForeign`: VAT of another country, so that its tax carries the country in its name. */
export const wantedForRate = (
	{ id, label, percent, country }: WantedRate,
	isForeign: boolean
): WantedTax => ( {
	percent: plain( percent ),
	label: isForeign
		? sprintf(
				/* translators: 1: name and percentage of a tax rate, 2: country code. OSS: the EU's one-stop shop. */
				__( '%1$s (OSS %2$s)', 'orderinvoicer' ),
				rateName( label, percent ),
				country
			)
		: rateName( label, percent ),
	reason: 'none',
	use: { rateId: id },
} );

const REASONS: Partial< Record< Situation, TaxReason > > = {
	shop_exempt: 'franchise',
	eu_business: 'intra_eu',
	eu_business_services: 'reverse_charge',
	outside_eu: 'export',
	outside_eu_services: 'reverse_charge',
};

/** Null where no reason can be named: the owner creates such a tax at Sellsy. */
export function wantedForSituation( situation: Situation ): WantedTax | null {
	const reason = REASONS[ situation ];
	return reason === undefined
		? null
		: {
				percent: '0',
				label: reasonWord( reason ),
				reason,
				use: { situation },
			};
}

export const CREATABLE_REASONS = [
	'intra_eu',
	'export',
	'reverse_charge',
	'out_of_scope',
	'franchise',
] as const;

export function reasonWord( reason: TaxReason ): string {
	switch ( reason ) {
		case 'none':
			return '';
		case 'intra_eu':
			return __( 'Intra-Community supply', 'orderinvoicer' );
		case 'export':
			return __( 'Export outside the EU', 'orderinvoicer' );
		case 'reverse_charge':
			return __( 'Reverse charge', 'orderinvoicer' );
		case 'out_of_scope':
			return __( 'Outside the scope of VAT', 'orderinvoicer' );
		case 'franchise':
			return __(
				'Exemption of small businesses, art. 293 B of the French tax code',
				'orderinvoicer'
			);
	}
}

/** Category and VATEX code, as `Domain\Account\ExemptReason` sends them. */
export function reasonCodes( reason: TaxReason ): string {
	switch ( reason ) {
		case 'none':
			return '';
		case 'intra_eu':
			return 'K, VATEX-EU-IC';
		case 'export':
			return 'G, VATEX-EU-G';
		case 'reverse_charge':
			return 'AE, VATEX-EU-AE';
		case 'out_of_scope':
			return 'O, VATEX-EU-O';
		case 'franchise':
			return 'E, VATEX-FR-FRANCHISE';
	}
}

/** Null while something is missing. */
export function creationOf( wanted: WantedTax ): TaxCreation | null {
	const { percent, reason } = wanted;
	const label = wanted.label.trim();
	return label === '' || ( isZero( percent ) && reason === 'none' )
		? null
		: { label, percent, reason };
}
