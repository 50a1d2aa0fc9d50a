import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Sellsy } from '../../../schemas/sellsy';
import type { Shop } from '../../../schemas/shop';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { DocumentSection } from './components/DocumentSection';
import { HousekeepingSection } from './components/HousekeepingSection';
import { TextsSection } from './components/TextsSection';
import { WhenSection } from './components/WhenSection';

type InvoicesPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	sellsy: View< Sellsy >;
};

export function InvoicesPage( { settings, shop, sellsy }: InvoicesPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							<WhenSection form={ form } shop={ facts } />
							<DocumentSection
								form={ form }
								sellsy={ sellsy }
								currency={ facts.currency }
							/>
							<TextsSection form={ form } shop={ facts } />
							<HousekeepingSection form={ form } />
							<SaveBar form={ form } />
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
