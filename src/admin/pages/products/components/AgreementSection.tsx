import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { v1Reason } from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';
import type { WarehouseList } from '../useWarehouses';
import { AgreementFields } from './AgreementFields';
import { StockComparison } from './StockComparison';

type AgreementSectionProps = {
	form: SettingsForm;
	/** Null: not known. */
	hasV1: boolean | null;
	warehouses: WarehouseList;
	/** The agreement was switched on or off: a setting of its own changed. */
	onSwitched: () => void;
};

/** Nothing is asked of Sellsy before somebody wants it. */
export function AgreementSection( {
	form,
	hasV1,
	warehouses,
	onSwitched,
}: AgreementSectionProps ) {
	const { warehouse_id: saved, leader, moved_by: movedBy } = form.saved.stock;
	const [ isOpen, setOpen ] = useState( saved !== null );
	const isMissing = hasV1 === false && saved === null;
	return (
		<Section
			setting="stock.agrees stock.leader stock.moved_by stock.warehouse_id"
			title={ __( 'Stock agrees', 'orderinvoicer' ) }
			intro={ __(
				'Compares the stock of this shop with that of one warehouse in Sellsy, for products that are linked with an item of Sellsy and whose stock WooCommerce manages. First you compare and see every difference. Only then can you let it be changed.',
				'orderinvoicer'
			) }
		>
			{ isMissing && (
				<Message status="info">
					<p>{ v1Reason() }</p>
				</Message>
			) }
			{ ! isOpen && ! isMissing && (
				<div className="orderinvoicer-actions">
					<Button
						variant="secondary"
						__next40pxDefaultSize
						data-holds="stock.leader stock.moved_by stock.warehouse_id"
						onClick={ () => setOpen( true ) }
					>
						{ __( 'Choose a warehouse', 'orderinvoicer' ) }
					</Button>
				</div>
			) }
			{ isOpen && (
				<AgreementFields form={ form } warehouses={ warehouses } />
			) }
			{ saved !== null && (
				<StockComparison
					// Anew where something else is compared.
					key={ `${ saved } ${ leader } ${ movedBy }` }
					isUnsaved={ isUnsaved( form ) }
					onSwitched={ onSwitched }
				/>
			) }
		</Section>
	);
}

const isUnsaved = ( { saved, value }: SettingsForm ): boolean =>
	saved.stock.warehouse_id !== value.stock.warehouse_id ||
	saved.stock.leader !== value.stock.leader ||
	saved.stock.moved_by !== value.stock.moved_by;
