import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import type { Settings } from '../../../../generated/schemas';
import { COMPANY_DAYS } from '../../../settings/shopper';
import type { SentenceProps } from '../types';
import { Choice, withStored } from './Choice';
import { Sentence } from './Sentence';

type Where = 'box' | 'fields' | 'none';

const whereOf = ( {
	checkout_numbers: isAsked,
	checkout_company_box: hasBox,
}: Settings ): Where => {
	if ( ! isAsked ) {
		return 'none';
	}
	return hasBox ? 'box' : 'fields';
};

export function Companies( { form }: SentenceProps ) {
	const where = whereOf( form.value );
	const { company_days: days } = form.value.shopper;
	return (
		<Sentence
			setting="checkout_numbers checkout_company_box shopper.company_days"
			title={ __( 'Companies', 'orderinvoicer' ) }
			effect={ effectText( where ) }
			recommended={ where !== 'box' && boxWord() }
		>
			{ createInterpolateElement(
				/* translators: <where/> is a choice such as "by ticking a box". */
				__( 'A company gives its SIRET <where/>', 'orderinvoicer' ),
				{
					where: (
						<Choice< Where >
							label={ __(
								'Where does a company give its SIRET?',
								'orderinvoicer'
							) }
							value={ where }
							options={ [
								{ value: 'box', label: boxWord() },
								{
									value: 'fields',
									label: __(
										'in fields that all see',
										'orderinvoicer'
									),
								},
								{
									value: 'none',
									label: __( 'nowhere', 'orderinvoicer' ),
								},
							] }
							onChange={ ( next ) =>
								form.edit( {
									checkout_numbers: next !== 'none',
									...( next !== 'none' && {
										checkout_company_box: next === 'box',
									} ),
								} )
							}
						/>
					),
				}
			) }
			<br />
			{ createInterpolateElement(
				/* translators: <how/> is a choice such as "for 30 days". */
				__(
					'The invoice in its name can be asked for later <how/>',
					'orderinvoicer'
				),
				{
					how: (
						<Choice
							label={ __(
								'How long may a company ask for the invoice in its name?',
								'orderinvoicer'
							) }
							value={ String( days ) }
							options={ withStored(
								COMPANY_DAYS.map( ( value ) => ( {
									value: String( value ),
									label: daysWord( value ),
								} ) ),
								String( days ),
								daysWord( days )
							) }
							onChange={ ( next ) =>
								form.editGroup( 'shopper', {
									company_days: Number( next ),
								} )
							}
						/>
					),
				}
			) }
		</Sentence>
	);
}

const boxWord = (): string => __( 'by ticking a box', 'orderinvoicer' );

const daysWord = ( days: number ): string =>
	days === 0
		? __( 'never', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of days. */
				_n( 'for %s day', 'for %s days', days, 'orderinvoicer' ),
				formatCount( days )
			);

function effectText( where: Where ): string {
	switch ( where ) {
		case 'box':
			return __(
				'Private persons fill in nothing more. Who ticks “I buy for a company” gives SIRET and VAT number.',
				'orderinvoicer'
			);
		case 'fields':
			return __(
				'Everybody sees the fields for SIRET and VAT number, and may leave them empty.',
				'orderinvoicer'
			);
		case 'none':
			return __(
				'No checkout asks for a SIRET: a company’s invoice cannot go through the national e-invoicing platform.',
				'orderinvoicer'
			);
	}
}
