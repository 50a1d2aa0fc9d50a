import { __ } from '@wordpress/i18n';
import { Fold } from '../../../../components/Fold';
import type { Settings } from '../../../../generated/schemas';
import { RadioSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

export function VatModeSection( { form }: { form: SettingsForm } ) {
	return (
		<Fold
			holds="vat_mode"
			title={ __( 'When VAT is due', 'orderinvoicer' ) }
			set={
				modes().find( ( { value } ) => value === form.value.vat_mode )
					?.label ?? ''
			}
		>
			<RadioSetting
				name="vat_mode"
				form={ form }
				label={ __( 'VAT is due', 'orderinvoicer' ) }
				help={ __(
					'Stands on each document. If you do not know it, ask your accountant or leave it to Sellsy.',
					'orderinvoicer'
				) }
				value={ form.value.vat_mode }
				options={ modes() }
				onChange={ ( value ) => form.edit( { vat_mode: value } ) }
			/>
		</Fold>
	);
}

const modes = (): Array< {
	value: Settings[ 'vat_mode' ];
	label: string;
	description: string;
} > => [
	{
		value: '',
		label: __( 'As your Sellsy account has it', 'orderinvoicer' ),
		description: __( 'Nothing is sent.', 'orderinvoicer' ),
	},
	{
		value: 'debit',
		label: __( 'With the invoice', 'orderinvoicer' ),
		description: __(
			'VAT on debits. For goods VAT is due on delivery all the same.',
			'orderinvoicer'
		),
	},
	{
		value: 'collection',
		label: __( 'With the payment', 'orderinvoicer' ),
		description: __(
			'VAT on payments received, for services.',
			'orderinvoicer'
		),
	},
];
