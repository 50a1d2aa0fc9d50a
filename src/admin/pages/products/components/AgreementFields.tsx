import { __ } from '@wordpress/i18n';
import { RadioSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';
import type { WarehouseList } from '../useWarehouses';
import { WarehouseField } from './WarehouseField';
import { Setting } from '../../../settings/Setting';

type AgreementFieldsProps = {
	form: SettingsForm;
	warehouses: WarehouseList;
};

/** Which warehouse, who leads, and what the owner knows of the account. */
export function AgreementFields( { form, warehouses }: AgreementFieldsProps ) {
	const { stock } = form.value;
	return (
		<>
			<Setting name="stock.warehouse_id">
				<WarehouseField
					list={ warehouses }
					value={ stock.warehouse_id }
					onChange={ ( value ) =>
						form.editGroup( 'stock', { warehouse_id: value } )
					}
				/>
			</Setting>
			<RadioSetting
				name="stock.leader"
				form={ form }
				label={ __( 'Whose stock counts', 'orderinvoicer' ) }
				value={ stock.leader }
				options={ [
					{
						value: 'shop',
						label: __( 'The shop’s', 'orderinvoicer' ),
						description: __(
							'What differs is changed in Sellsy. Recommended.',
							'orderinvoicer'
						),
					},
					{
						value: 'sellsy',
						label: __( 'Sellsy’s', 'orderinvoicer' ),
						description: __(
							'What differs is changed in the shop.',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( leader ) => form.editGroup( 'stock', { leader } ) }
			/>
			<RadioSetting
				name="stock.moved_by"
				form={ form }
				isAsked
				label={ __(
					'What takes sold goods out of stock in Sellsy',
					'orderinvoicer'
				) }
				help={ __(
					'Your Sellsy account decides this, and does not tell the shop. Look at the stock of an item in Sellsy before and after its invoice.',
					'orderinvoicer'
				) }
				value={ stock.moved_by }
				options={ [
					{
						value: 'unknown',
						label: __( 'I do not know', 'orderinvoicer' ),
						description: __(
							'Products in open orders wait until all documents are there.',
							'orderinvoicer'
						),
					},
					{
						value: 'invoice',
						label: __( 'The invoice', 'orderinvoicer' ),
					},
					{
						value: 'delivery',
						label: __( 'The delivery note', 'orderinvoicer' ),
					},
					{
						value: 'nothing',
						label: __( 'Nothing', 'orderinvoicer' ),
						description: __(
							'Sales are then told to Sellsy as differences.',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( value ) =>
					form.editGroup( 'stock', { moved_by: value } )
				}
			/>
		</>
	);
}
