import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Message, TryAgain } from '../../components/Message';
import type { Problem } from '../../generated/schemas';
import { hrefOf } from '../useRoute';
import { isUnconnected } from '../useSellsyLists';

type SellsyProblemProps = {
	problem: Problem;
	/** A sentence: what could not be read, and that it changes nothing. */
	missing: string;
	/** Where nothing else on the page reads it again. */
	onRetry?: () => void;
};

/**
 * What of Sellsy is not there, and why. Without a connection Sellsy was never asked: that is a step to come, no
 * failure.
 */
export function SellsyProblem( {
	problem,
	missing,
	onRetry,
}: SellsyProblemProps ) {
	return isUnconnected( problem ) ? (
		<ConnectFirst />
	) : (
		<Message
			status="error"
			actions={ onRetry && <TryAgain onClick={ onRetry } /> }
		>
			<p>
				<strong>{ missing }</strong>
			</p>
			<p>{ problem.text }</p>
			{ problem.next_step && <p>{ problem.next_step }</p> }
		</Message>
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
