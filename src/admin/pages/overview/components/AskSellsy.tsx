import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Failure, ProblemMessage } from '../../../../components/Message';
import type { ConnectionModel } from '../../connection/useConnection';

/** A test of the connection: Sellsy says with each answer how many requests are left. */
export function AskSellsy( { connection }: { connection: ConnectionModel } ) {
	const { testing, report } = connection;
	const isRunning = testing.status === 'running';
	return (
		<>
			<Button
				variant="link"
				isBusy={ isRunning }
				disabled={ isRunning || connection.resource.status !== 'ready' }
				accessibleWhenDisabled
				onClick={ connection.test }
			>
				{ __( 'Ask Sellsy now', 'orderinvoicer' ) }
			</Button>
			{ testing.status === 'failed' && (
				<Failure error={ testing.error } />
			) }
			{ testing.status === 'done' && report?.problem && (
				<ProblemMessage problem={ report.problem } />
			) }
		</>
	);
}
