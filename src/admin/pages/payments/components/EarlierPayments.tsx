import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	answerEarlierPayments,
	getEarlierPayments,
} from '../../../../api/endpoints';
import { useAction } from '../../../../api/useAction';
import { useResource } from '../../../../api/useResource';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { Failure, Message } from '../../../../components/Message';

/** What was paid while nothing was recorded: once recording is switched on, a person may have it recorded. */
export function EarlierPayments() {
	const { resource, replace } = useResource( getEarlierPayments );
	const { state, run } = useAction();
	const [ isAsking, setAsking ] = useState( false );
	if ( resource.status !== 'ready' ) {
		return null;
	}
	const { says, asks, seen, done } = resource.data;
	const answer = ( leave: boolean ) =>
		run( async () =>
			replace( await answerEarlierPayments( seen, leave ) )
		);
	return (
		<>
			{ done !== '' && (
				<Message status="success">
					<p>{ done }</p>
				</Message>
			) }
			{ says !== '' && (
				<Message status="info">
					<p>{ says }</p>
					<Button
						variant="secondary"
						isBusy={ state.status === 'running' }
						disabled={ state.status === 'running' }
						accessibleWhenDisabled
						__next40pxDefaultSize
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Record these payments', 'orderinvoicer' ) }
					</Button>
					<Button
						variant="tertiary"
						disabled={ state.status === 'running' }
						accessibleWhenDisabled
						__next40pxDefaultSize
						onClick={ () => answer( true ) }
					>
						{ __( 'Leave them', 'orderinvoicer' ) }
					</Button>
				</Message>
			) }
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			{ isAsking && (
				<ConfirmModal
					title={ __( 'Record these payments?', 'orderinvoicer' ) }
					confirmLabel={ __( 'Record', 'orderinvoicer' ) }
					onCancel={ () => setAsking( false ) }
					onConfirm={ () => {
						setAsking( false );
						answer( false );
					} }
				>
					<p>{ says }</p>
					<p>{ asks }</p>
				</ConfirmModal>
			) }
		</>
	);
}
