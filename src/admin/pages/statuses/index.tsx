import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { ShippedSigns } from '../../../schemas/payments';
import type { Shop } from '../../../schemas/shop';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { ShippedSection } from './components/ShippedSection';
import { StatesSection } from './components/StatesSection';

type StatusesPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	signs: View< ShippedSigns >;
	hasV1: boolean | null;
};

export function StatusesPage( {
	settings,
	shop,
	signs,
	hasV1,
}: StatusesPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							<ShippedSection form={ form } signs={ signs } />
							<StatesSection
								form={ form }
								shop={ facts }
								hasV1={ hasV1 }
							/>
							<SaveBar form={ form } />
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
