import { __ } from '@wordpress/i18n';
import { RadioSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

export function SplitSales( { form }: { form: SettingsForm } ) {
	return (
		<>
			<RadioSetting
				name="split_sales"
				form={ form }
				label={ __( 'Who invoices them', 'orderinvoicer' ) }
				help={ __(
					'A marketplace plugin, such as Dokan, keeps such a sale twice: as the order of the customer, and as an order for each seller. Only one side is invoiced. What has an invoice keeps it.',
					'orderinvoicer'
				) }
				value={ form.value.split_sales }
				options={ [
					{
						value: '',
						label: __(
							'Not said: such orders wait and ask',
							'orderinvoicer'
						),
					},
					{
						value: 'parent',
						label: __(
							'The order of the customer: one invoice',
							'orderinvoicer'
						),
					},
					{
						value: 'children',
						label: __(
							'The orders of the sellers: an invoice each',
							'orderinvoicer'
						),
					},
					{
						value: 'nobody',
						label: __(
							'Neither: the sellers do it themselves',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( value ) => form.edit( { split_sales: value } ) }
			/>
		</>
	);
}
