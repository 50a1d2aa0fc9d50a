import { __ } from '@wordpress/i18n';
import { ResourceView } from '../../../components/ResourceView';
import { Section } from '../../../components/Section';
import type { Connection } from '../../../generated/schemas';
import { hrefOf } from '../../useRoute';
import { CredentialsForm } from './components/CredentialsForm';
import { StateSection } from './components/StateSection';
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
					{ connection.state === 'unconfigured' && <StepByStep /> }
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

/** Unobtrusive: who came here on purpose knows what to do. */
const StepByStep = () => (
	<p className="orderinvoicer-hint">
		{ __( 'New here?', 'orderinvoicer' ) }{ ' ' }
		<a href={ hrefOf( 'setup' ) }>
			{ __( 'Set up step by step', 'orderinvoicer' ) }
		</a>
	</p>
);

const formTitle = ( { state }: Connection ): string =>
	state === 'unconfigured'
		? __( 'Connect Sellsy', 'orderinvoicer' )
		: __( 'Use other keys', 'orderinvoicer' );
