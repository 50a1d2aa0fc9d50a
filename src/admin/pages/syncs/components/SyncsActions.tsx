import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { stateWord } from '../../../../i18n/words';
import { SyncStateSchema } from '../../../../schemas/syncs';
import type { Route } from '../../../useRoute';

type StateFilterProps = {
	state: Route[ 'state' ];
	onState: ( state: Route[ 'state' ] ) => void;
};

export function StateFilter( { state, onState }: StateFilterProps ) {
	return (
		<SelectField
			label={ __( 'Show', 'orderinvoicer' ) }
			hideLabelFromVision
			value={ state }
			options={ [
				{ value: 'all', label: __( 'All states', 'orderinvoicer' ) },
				...SyncStateSchema.options.map( ( value ) => ( {
					value,
					label: stateWord( value ),
				} ) ),
			] }
			onChange={ ( chosen ) =>
				onState(
					SyncStateSchema.options.find( ( s ) => s === chosen ) ??
						'all'
				)
			}
		/>
	);
}

type ButtonsProps = {
	isBusy: boolean;
	onRefresh: () => void;
	onRetryAll: () => void;
};

export function SyncsButtons( {
	isBusy,
	onRefresh,
	onRetryAll,
}: ButtonsProps ) {
	return (
		<div className="orderinvoicer-actions">
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				onClick={ onRefresh }
			>
				{ __( 'Refresh', 'orderinvoicer' ) }
			</Button>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onRetryAll }
			>
				{ __( 'Retry all', 'orderinvoicer' ) }
			</Button>
		</div>
	);
}
