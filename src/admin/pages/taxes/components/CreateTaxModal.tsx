import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { createTax } from '../../../../api/endpoints';
import { useAction } from '../../../../api/useAction';
import { DialogActions } from '../../../../components/DialogActions';
import { RadioField, TextField } from '../../../../components/fields';
import { Failure } from '../../../../components/Message';
import { formatPercent } from '../../../../i18n/format';
import type { TaxCreated } from '../../../../generated/schemas';
import {
	CREATABLE_REASONS,
	creationOf,
	isZero,
	reasonCodes,
	reasonWord,
	type TaxReason,
	type WantedTax,
} from '../creation';

type CreateTaxModalProps = {
	wanted: WantedTax;
	onCreated: ( created: TaxCreated ) => void;
	onClose: () => void;
};

/** Says exactly what will stand in the Sellsy account; nothing is sent before a person presses the button. */
export function CreateTaxModal( {
	wanted: first,
	onCreated,
	onClose,
}: CreateTaxModalProps ) {
	const [ wanted, setWanted ] = useState( first );
	const { state, run } = useAction();
	const creation = creationOf( wanted );
	const isRunning = state.status === 'running';
	// What comes of it is chosen for the mapping below, or explained here: nobody goes on without either.
	const close = () => {
		if ( ! isRunning ) {
			onClose();
		}
	};
	return (
		<Modal
			title={ __( 'Create a tax at Sellsy', 'orderinvoicer' ) }
			onRequestClose={ close }
			size="medium"
		>
			<form
				className="orderinvoicer-stack"
				onSubmit={ ( event ) => {
					event.preventDefault();
					if ( creation ) {
						run( async () =>
							onCreated( await createTax( creation ) )
						);
					}
				} }
			>
				{ state.status === 'failed' && (
					<Failure error={ state.error } />
				) }
				<TextField
					label={ __( 'Name at Sellsy', 'orderinvoicer' ) }
					value={ wanted.label }
					maxLength={ 100 }
					required
					onChange={ ( label ) => setWanted( { ...wanted, label } ) }
				/>
				{ isZero( wanted.percent ) && (
					<ReasonField
						reason={ wanted.reason }
						onChange={ ( reason ) =>
							setWanted( { ...wanted, reason } )
						}
					/>
				) }
				<Summary wanted={ wanted } />
				<DialogActions onCancel={ close } isBusy={ isRunning }>
					<Button
						variant="primary"
						type="submit"
						__next40pxDefaultSize
						isBusy={ isRunning }
						disabled={ creation === null || isRunning }
						accessibleWhenDisabled
					>
						{ __( 'Create it at Sellsy', 'orderinvoicer' ) }
					</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}

type ReasonFieldProps = {
	reason: TaxReason;
	onChange: ( reason: TaxReason ) => void;
};

function ReasonField( { reason, onChange }: ReasonFieldProps ) {
	return (
		<RadioField< TaxReason >
			label={ __( 'Why no VAT is charged', 'orderinvoicer' ) }
			help={ __(
				'If none of these is yours, create the tax in Sellsy (Settings › Taxes) and read the taxes again. If you are not sure, ask your accountant.',
				'orderinvoicer'
			) }
			value={ reason }
			options={ CREATABLE_REASONS.map( ( value ) => ( {
				value,
				label: reasonWord( value ),
				description: reasonCodes( value ),
			} ) ) }
			onChange={ onChange }
		/>
	);
}

function Summary( {
	wanted: { label, percent, reason },
}: {
	wanted: WantedTax;
} ) {
	return (
		<div>
			<p>
				{ __(
					'This will be created in your Sellsy account, for everybody who uses it:',
					'orderinvoicer'
				) }
			</p>
			<ul className="orderinvoicer-list">
				<li>
					{ sprintf(
						/* translators: %s: name of a tax. */
						__( 'Name: %s', 'orderinvoicer' ),
						label.trim()
					) }
				</li>
				<li>
					{ sprintf(
						/* translators: %s: percentage. */
						__( 'Rate: %s', 'orderinvoicer' ),
						formatPercent( percent )
					) }
				</li>
				{ reason !== 'none' && (
					<li>
						{ sprintf(
							/* translators: 1: reason, 2: its codes. */
							__( 'Exempt: %1$s (%2$s)', 'orderinvoicer' ),
							reasonWord( reason ),
							reasonCodes( reason )
						) }
					</li>
				) }
				<li>{ __( 'Active', 'orderinvoicer' ) }</li>
			</ul>
			<p className="orderinvoicer-muted">
				{ __(
					'If Sellsy has just such a tax already, that one is taken. Your access needs the right “taxes.write” for this; nothing else of the plugin does.',
					'orderinvoicer'
				) }
			</p>
		</div>
	);
}
