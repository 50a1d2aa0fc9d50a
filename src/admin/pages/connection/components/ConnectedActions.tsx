import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { type ConnectionModel, isAtWork } from '../useConnection';

type Props = {
	model: ConnectionModel;
	canAuthorise: boolean;
	canDisconnect: boolean;
};

export function ConnectedActions( {
	model,
	canAuthorise,
	canDisconnect,
}: Props ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const isRunning = isAtWork( model );
	return (
		<div className="orderinvoicer-actions">
			{ canAuthorise && (
				<Button
					variant="primary"
					__next40pxDefaultSize
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ model.authorise }
				>
					{ __( 'Continue at Sellsy', 'orderinvoicer' ) }
				</Button>
			) }
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ isRunning }
				accessibleWhenDisabled
				onClick={ model.test }
			>
				{ __( 'Test the connection', 'orderinvoicer' ) }
			</Button>
			{ canDisconnect && (
				<Button
					variant="tertiary"
					isDestructive
					__next40pxDefaultSize
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ () => setIsAsking( true ) }
				>
					{ __( 'Disconnect', 'orderinvoicer' ) }
				</Button>
			) }
			{ isAsking && (
				<ConfirmModal
					title={ __( 'Disconnect Sellsy?', 'orderinvoicer' ) }
					confirmLabel={ __( 'Disconnect', 'orderinvoicer' ) }
					onCancel={ () => setIsAsking( false ) }
					onConfirm={ () => {
						setIsAsking( false );
						model.disconnect();
					} }
				>
					<p>
						{ __(
							'The keys are forgotten. Orders wait and are invoiced when Sellsy is connected again.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
		</div>
	);
}
