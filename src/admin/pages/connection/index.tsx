import { __ } from '@wordpress/i18n';
import { Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { Section } from '../../../components/Section';
import type { Connection } from '../../../schemas/connection';
import { ConnectedActions } from './components/ConnectedActions';
import { ConnectionState } from './components/ConnectionState';
import { CredentialsForm } from './components/CredentialsForm';
import { MissingRights } from './components/MissingRights';
import { OutcomeMessage } from './components/OutcomeMessage';
import type { ConnectionModel } from './useConnection';

export function ConnectionPage( {
	connection: model,
}: {
	connection: ConnectionModel;
} ) {
	return (
		<ResourceView
			view={ model }
			loadingLabel={ __( 'Checking the connection…', 'orderinvoicer' ) }
		>
			{ ( connection ) => (
				<>
					<StateSection connection={ connection } model={ model } />
					{ ! connection.from_constants && (
						<Section title={ formTitle( connection ) }>
							<CredentialsForm
								model={ model }
								redirectUrl={ connection.redirect_url }
							/>
						</Section>
					) }
				</>
			) }
		</ResourceView>
	);
}

const formTitle = ( { state }: Connection ): string =>
	state === 'unconfigured'
		? __( 'Connect Sellsy', 'orderinvoicer' )
		: __( 'Use other keys', 'orderinvoicer' );

/** Or allowed once, and no longer. */
const isUnallowed = ( { type, state }: Connection ): boolean =>
	type === 'private' && state !== 'connected';

type Props = { connection: Connection; model: ConnectionModel };

function StateSection( { connection, model }: Props ) {
	const { report, testing } = model;
	return (
		<Section title={ __( 'Connection', 'orderinvoicer' ) }>
			<OutcomeMessage outcome={ model.outcome } />
			<ConnectionState connection={ connection } testing={ testing } />
			{ report?.state === 'connected' && testing.status === 'done' && (
				<MissingRights rights={ report.missing_rights } />
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
