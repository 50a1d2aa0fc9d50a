import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Shop } from '../../../generated/schemas';
import type { SettingsForm } from '../../settings/useSettings';
import { BackfillSection } from './components/BackfillSection';
import { DryRunSection } from './components/DryRunSection';

type OrdersPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	onChanged: () => void;
};

export function OrdersPage( { settings, shop, onChanged }: OrdersPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							<DryRunSection
								shop={ facts }
								isDirty={ form.isDirty }
							/>
							<BackfillSection
								settings={ form.value }
								shop={ facts }
								onChanged={ onChanged }
							/>
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
