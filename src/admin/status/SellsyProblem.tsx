import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Message, ProblemMessage } from '../../components/Message';
import type { Problem } from '../../schemas/problem';
import { hrefOf } from '../useRoute';

export const isUnconnected = ( problem: Problem | null ): boolean =>
	problem?.code === 'not_connected';

/**
 * Why something of Sellsy's is not there. Without a connection Sellsy was never asked: that is a step to come, no
 * failure.
 */
export function SellsyProblem( { problem }: { problem: Problem } ) {
	return isUnconnected( problem ) ? (
		<ConnectFirst />
	) : (
		<ProblemMessage problem={ problem } />
	);
}

const ConnectFirst = () => (
	<Message
		status="info"
		actions={
			<Button
				variant="secondary"
				__next40pxDefaultSize
				href={ hrefOf( 'connection' ) }
			>
				{ __( 'Connect to Sellsy', 'orderinvoicer' ) }
			</Button>
		}
	>
		<p>
			<strong>
				{ __( 'Connect this shop to Sellsy first.', 'orderinvoicer' ) }
			</strong>
		</p>
		<p>
			{ __(
				'What you choose from here is read from your Sellsy account.',
				'orderinvoicer'
			) }
		</p>
	</Message>
);
