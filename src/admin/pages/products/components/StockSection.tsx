import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { v1Reason } from '../../../settings/kinds';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';
import type { WarehouseList } from '../useWarehouses';
import { WarehouseField } from './WarehouseField';
import { Setting } from '../../../settings/Setting';

type StockSectionProps = {
	form: SettingsForm;
	/** Null: not known. */
	hasV1: boolean | null;
	warehouses: WarehouseList;
};

export function StockSection( { form, hasV1, warehouses }: StockSectionProps ) {
	const { opening_stock: isOn, warehouse_id: warehouse } = form.value.items;
	const isMissing = hasV1 === false && ! isOn;
	return (
		<Section title={ __( 'Opening stock', 'orderinvoicer' ) }>
			<CheckSetting
				name="items.opening_stock"
				holds="items.warehouse_id"
				form={ form }
				label={ __(
					'Give new products the stock of the shop',
					'orderinvoicer'
				) }
				help={
					isMissing
						? v1Reason()
						: __(
								'Once, for products that this plugin creates. Later changes of stock are not sent.',
								'orderinvoicer'
							)
				}
				disabled={ isMissing }
			/>
			{ isOn && (
				<>
					<Setting name="items.warehouse_id">
						<WarehouseField
							list={ warehouses }
							value={ warehouse }
							onChange={ ( value ) =>
								form.editGroup( 'items', {
									warehouse_id: value,
								} )
							}
						/>
					</Setting>
					{ warehouse === null && (
						<Message status="warning">
							<p>
								{ __(
									'Without a warehouse no stock is sent.',
									'orderinvoicer'
								) }
							</p>
						</Message>
					) }
				</>
			) }
		</Section>
	);
}
