import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { fetched } from '../../../components/fetched';
import { Fold } from '../../../components/Fold';
import { ResourceView } from '../../../components/ResourceView';
import { Section } from '../../../components/Section';
import type { Connection, Shop } from '../../../generated/schemas';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { hrefOf } from '../../useRoute';
import { CredentialsForm } from './components/CredentialsForm';
import { StateSection } from './components/StateSection';
import { WebhookSection } from './components/WebhookSection';
import type { ConnectionModel } from './useConnection';

const OwnData = fetched( async () => {
	const part = await import(
		/* webpackChunkName: "rare" */ './components/OwnData'
	);
	return part.OwnData;
} );

type ConnectionPageProps = {
	connection: ConnectionModel;
	settings: View< SettingsForm >;
	shop: View< Shop >;
};

export const ConnectionPage = ( {
	connection: model,
	settings,
	shop,
}: ConnectionPageProps ) => (
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
				<Own settings={ settings } shop={ shop } />
			</>
		) }
	</ResourceView>
);

/** What is set once for this shop and its account. */
const Own = ( {
	settings,
	shop,
}: Pick< ConnectionPageProps, 'settings' | 'shop' > ) => (
	<ResourceView
		view={ settings }
		loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
	>
		{ ( form ) => (
			<ResourceView
				view={ shop }
				loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
			>
				{ ( facts ) => (
					<>
						<WebhookSection form={ form } />
						<Fold
							title={ __(
								'Shop code, deleting data',
								'orderinvoicer'
							) }
							set={ form.value.shop_code }
							holds="shop_code delete_data_on_uninstall"
							isNeeded={
								form.errors[ 'shop_code' ] !== undefined
							}
						>
							<OwnData form={ form } shop={ facts } />
						</Fold>
						<SaveBar form={ form } />
					</>
				) }
			</ResourceView>
		) }
	</ResourceView>
);

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
