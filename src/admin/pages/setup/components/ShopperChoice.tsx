import { __ } from '@wordpress/i18n';
import { RadioField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { ShopperKind } from '../../../settings/shopper';
import { SHOPPER_KINDS } from '../../../settings/shopper';

type ShopperChoiceProps = {
	value: readonly ShopperKind[];
	onChange: ( kinds: ShopperKind[] ) => void;
};

export function ShopperChoice( { value, onChange }: ShopperChoiceProps ) {
	const label = __( 'What do your customers get?', 'orderinvoicer' );
	return (
		<Section
			title={ label }
			intro={ __(
				'In My account, on the confirmation page and behind a guest’s order link. Which kinds exactly is set under Documents.',
				'orderinvoicer'
			) }
		>
			<RadioField< 'documents' | 'none' >
				label={ label }
				hideLabelFromVision
				value={ value.length > 0 ? 'documents' : 'none' }
				options={ [
					{
						value: 'documents',
						label: __(
							'They download their invoices and credit notes (recommended)',
							'orderinvoicer'
						),
						description: __(
							'Only final documents, with number, date and total. Nobody has to write to you for an invoice.',
							'orderinvoicer'
						),
					},
					{
						value: 'none',
						label: __( 'Nothing from the shop', 'orderinvoicer' ),
						description: __(
							'You send the documents yourself, or Sellsy does.',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( next ) =>
					onChange( next === 'documents' ? [ ...SHOPPER_KINDS ] : [] )
				}
			/>
		</Section>
	);
}
