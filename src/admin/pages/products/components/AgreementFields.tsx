import { __, sprintf } from '@wordpress/i18n';
import { getWarehouses } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { RadioField, SelectField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import type { Warehouses } from '../../../../schemas/stock';
import type { SettingsForm } from '../../../settings/useSettings';

/** Which warehouse, who leads, and what the owner knows of the account. */
export function AgreementFields( { form }: { form: SettingsForm } ) {
	const view = useResource( getWarehouses );
	const { stock } = form.value;
	return (
		<>
			<ResourceView
				view={ view }
				loadingLabel={ __(
					'Reading the warehouses from Sellsy…',
					'orderinvoicer'
				) }
			>
				{ ( warehouses ) => (
					<WarehouseField form={ form } warehouses={ warehouses } />
				) }
			</ResourceView>
			<RadioField
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
			<RadioField
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

type WarehouseFieldProps = { form: SettingsForm; warehouses: Warehouses };

function WarehouseField( { form, warehouses }: WarehouseFieldProps ) {
	const chosen = form.value.stock.warehouse_id;
	const isGone =
		chosen !== null && ! warehouses.some( ( { id } ) => id === chosen );
	if ( warehouses.length === 0 && ! isGone ) {
		return (
			<Message status="info">
				<p>
					{ __(
						'There is no warehouse in this Sellsy account. Create one there first.',
						'orderinvoicer'
					) }
				</p>
			</Message>
		);
	}
	return (
		<SelectField
			label={ __( 'Warehouse in Sellsy', 'orderinvoicer' ) }
			value={ chosen === null ? '' : String( chosen ) }
			options={ [
				{ value: '', label: __( 'None', 'orderinvoicer' ) },
				...warehouses.map(
					( { id, label, is_default: isDefault } ) => ( {
						value: String( id ),
						label: isDefault
							? sprintf(
									/* translators: %s: name of a warehouse. */
									__( '%s (default)', 'orderinvoicer' ),
									label
								)
							: label,
					} )
				),
				...( isGone
					? [
							{
								value: String( chosen ),
								label: sprintf(
									/* translators: %d: number of a warehouse. */
									__(
										'No. %d, no longer there',
										'orderinvoicer'
									),
									chosen
								),
							},
						]
					: [] ),
			] }
			onChange={ ( value ) =>
				form.editGroup( 'stock', {
					warehouse_id: value === '' ? null : Number( value ),
				} )
			}
		/>
	);
}
