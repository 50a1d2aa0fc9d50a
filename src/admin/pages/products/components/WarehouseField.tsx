import { useEffect } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import type { Warehouses } from '../../../../generated/schemas';
import type { WarehouseList } from '../useWarehouses';

type WarehouseChoiceProps = {
	/** Sellsy's id. */
	value: number | null;
	onChange: ( id: number | null ) => void;
};

type WarehouseFieldProps = WarehouseChoiceProps & { list: WarehouseList };

/** A warehouse of the Sellsy account, by its name. */
export function WarehouseField( { list, ...choice }: WarehouseFieldProps ) {
	const { read } = list;
	useEffect( read, [ read ] );
	return (
		<ResourceView
			view={ list }
			loadingLabel={ __(
				'Reading the warehouses from Sellsy…',
				'orderinvoicer'
			) }
		>
			{ ( warehouses ) => (
				<WarehouseChoice { ...choice } warehouses={ warehouses } />
			) }
		</ResourceView>
	);
}

function WarehouseChoice( {
	value,
	onChange,
	warehouses,
}: WarehouseChoiceProps & { warehouses: Warehouses } ) {
	const isGone =
		value !== null && ! warehouses.some( ( { id } ) => id === value );
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
			value={ value === null ? '' : String( value ) }
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
								value: String( value ),
								label: sprintf(
									/* translators: %d: number of a warehouse. */
									__(
										'No. %d, no longer there',
										'orderinvoicer'
									),
									value
								),
							},
						]
					: [] ),
			] }
			onChange={ ( chosen ) =>
				onChange( chosen === '' ? null : Number( chosen ) )
			}
		/>
	);
}
