import { __ } from '@wordpress/i18n';
import { Failure, Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { Connection } from '../../../../generated/schemas';
import type { ConnectionModel } from '../useConnection';
import { ConnectedActions } from './ConnectedActions';
import { ConnectionState } from './ConnectionState';
import { OutcomeMessage } from './OutcomeMessage';
import { SeenRights } from './SeenRights';

/** Or allowed once, and no longer. */
const isUnallowed = ( { type, state }: Connection ): boolean =>
	type === 'private' && state !== 'connected';

type Props = { connection: Connection; model: ConnectionModel };

/** Whether Sellsy knows this shop, and what can be done about it. */
export function StateSection( { connection, model }: Props ) {
	const { testing, acting } = model;
	return (
		<Section title={ __( 'Connection', 'orderinvoicer' ) }>
			<OutcomeMessage outcome={ model.outcome } />
			<ConnectionState connection={ connection } testing={ testing } />
			{ connection.state === 'connected' &&
				testing.status !== 'running' && (
					<SeenRights rights={ connection.rights } />
				) }
			{ connection.from_constants && (
				<Message status="info">
					<p>
						{ __(
							'The keys are set in wp-config.php (ORDERINVOICER_CLIENT_ID and ORDERINVOICER_CLIENT_SECRET) and can only be changed there.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			{ acting.status === 'failed' && <Failure error={ acting.error } /> }
			{ connection.state !== 'unconfigured' && (
				<ConnectedActions
					model={ model }
					canAuthorise={ isUnallowed( connection ) }
					canDisconnect={ ! connection.from_constants }
				/>
			) }
		</Section>
	);
}
