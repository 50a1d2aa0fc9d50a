import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import type { SentenceProps } from '../types';
import { unmappedRates, unmappedSituations } from '../../taxes/unmapped';
import { More, Sentence } from './Sentence';

type VatProps = Pick< SentenceProps, 'form' | 'shop' > & {
	/** Where it is chosen, if not on the page of the taxes. */
	below?: React.ReactNode;
};

export function Vat( { form, shop, below }: VatProps ) {
	const missing = missingOf( { form, shop } );
	return (
		<Sentence
			title={ __( 'VAT', 'orderinvoicer' ) }
			isWarning={ missing.length > 0 }
			below={ below }
			effect={
				below === undefined && (
					<More tab="taxes">
						{ missing.length > 0
							? __( 'Choose', 'orderinvoicer' )
							: __( 'See the rates', 'orderinvoicer' ) }
					</More>
				)
			}
		>
			{ missing.length > 0
				? sprintf(
						/* translators: %s: names of tax rates and of reasons for no tax. */
						__(
							'These have no tax in Sellsy yet, and their orders would stop: %s.',
							'orderinvoicer'
						),
						missing.join( ', ' )
					)
				: allRight( { form, shop }, below !== undefined ) }
		</Sentence>
	);
}

type Facts = Pick< SentenceProps, 'form' | 'shop' >;

const missingOf = ( { form: { value }, shop }: Facts ): string[] =>
	[
		...unmappedRates( value, shop ),
		...unmappedSituations( value, shop ),
	].map( ( { label } ) => label );

/** `isListed`: each of them stands below. */
function allRight(
	{ form: { value }, shop }: Facts,
	isListed: boolean
): string {
	const count = shop.tax_rates.filter( ( { id } ) =>
		value.tax_rates.some( ( { rate_id: set } ) => set === id )
	).length;
	return count === 0 || isListed
		? __( 'VAT is that of the order.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of tax rates. */
				_n(
					'VAT is that of the order: your %s rate has its tax in Sellsy.',
					'VAT is that of the order: your %s rates have their tax in Sellsy.',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);
}
