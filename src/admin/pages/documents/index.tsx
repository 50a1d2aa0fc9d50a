import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Sellsy } from '../../../schemas/sellsy';
import type { Shop } from '../../../schemas/shop';
import { KINDS } from '../../settings/kinds';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { HousekeepingSection } from './components/HousekeepingSection';
import { KindSection } from './components/KindSection';
import { ReferencesSection } from './components/ReferencesSection';

type DocumentsPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	sellsy: View< Sellsy >;
};

export function DocumentsPage( {
	settings,
	shop,
	sellsy,
}: DocumentsPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							{ KINDS.map( ( kind ) => (
								<KindSection
									key={ kind }
									kind={ kind }
									form={ form }
									shop={ facts }
									sellsy={ sellsy }
								/>
							) ) }
							<ReferencesSection form={ form } shop={ facts } />
							<HousekeepingSection form={ form } />
							<SaveBar form={ form } />
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
