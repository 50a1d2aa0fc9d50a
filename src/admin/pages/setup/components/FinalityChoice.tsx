import { __, sprintf } from '@wordpress/i18n';
import { RadioField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { kindWord } from '../../../settings/kinds';
import type { Finality, Plan } from '../plan';

type FinalityChoiceProps = Pick< Plan, 'newlyFinal' > & {
	value: Finality;
	onChange: ( value: Finality ) => void;
};

/** Nothing is chosen beforehand: a number that was given is gone for good. */
export function FinalityChoice( {
	newlyFinal,
	value,
	onChange,
}: FinalityChoiceProps ) {
	const label = __( 'Draft or final?', 'orderinvoicer' );
	return (
		<Section
			title={ label }
			intro={ sprintf(
				/* translators: %s: kinds of document, such as Invoice, Credit note. */
				__(
					'A final document has a number that is used up for good. It is there to stay: a mistake is put right by a further document, such as a credit note. This is about: %s.',
					'orderinvoicer'
				),
				newlyFinal.map( kindWord ).join( ', ' )
			) }
		>
			<RadioField< 'at_once' | 'manual' | '' >
				label={ label }
				hideLabelFromVision
				value={ value ?? '' }
				help={
					value === null
						? __(
								'Choose one of the two, then you can switch on.',
								'orderinvoicer'
							)
						: undefined
				}
				options={ [
					{
						value: 'manual',
						label: __( 'Drafts first', 'orderinvoicer' ),
						description: __(
							'Recommended to begin with. You look at each draft and make it final, in Sellsy or in the order. Only then is its payment recorded, because Sellsy takes none on a draft, and only then does your customer see it. You can change this under Documents once you trust it.',
							'orderinvoicer'
						),
					},
					{
						value: 'at_once',
						label: __( 'Final at once', 'orderinvoicer' ),
						description: __(
							'Each document gets its number as soon as it is made, without anybody looking at it before.',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( next ) => next !== '' && onChange( next ) }
			/>
		</Section>
	);
}
