import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Failure, Message } from '../../components/Message';
import type { LoopbackTest } from './useLoopbackTest';

/** It stays after the test, whatever came of it: the focus is in it. */
export function LoopbackTestButton( { model }: { model: LoopbackTest } ) {
	const isRunning = model.state.status === 'running';
	return (
		<>
			<Button
				variant="secondary"
				size="compact"
				isBusy={ isRunning }
				disabled={ isRunning }
				accessibleWhenDisabled
				onClick={ model.test }
			>
				{ __( 'Test now', 'orderinvoicer' ) }
			</Button>
			<Outcome model={ model } />
		</>
	);
}

function Outcome( { model: { state, found } }: { model: LoopbackTest } ) {
	if ( state.status === 'failed' ) {
		return <Failure error={ state.error } />;
	}
	if ( found === null ) {
		return null;
	}
	return found === 'works' ? (
		<Message status="success">
			<p>{ __( 'The test went well.', 'orderinvoicer' ) }</p>
		</Message>
	) : (
		<Message status="warning">
			<p>{ __( 'The test did not get through.', 'orderinvoicer' ) }</p>
		</Message>
	);
}
