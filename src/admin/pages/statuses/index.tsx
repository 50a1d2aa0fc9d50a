import { __ } from '@wordpress/i18n';
import { getShippedSigns } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Shop } from '../../../generated/schemas';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { hasV1, type SellsyLists } from '../../useSellsyLists';
import { ProformaSection } from './components/ProformaSection';
import { ShippedSection } from './components/ShippedSection';
import { StatesSection } from './components/StatesSection';

type StatusesPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
};

export function StatusesPage( { settings, shop, lists }: StatusesPageProps ) {
	const signs = useResource( getShippedSigns );
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							<ShippedSection form={ form } signs={ signs } />
							{ /* The signs would move it. */ }
							{ signs.resource.status !== 'loading' && (
								<>
									<StatesSection
										form={ form }
										shop={ facts }
										hasV1={ hasV1( lists.sellsy ) }
									/>
									<ProformaSection
										form={ form }
										shop={ facts }
									/>
									<SaveBar form={ form } />
								</>
							) }
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
