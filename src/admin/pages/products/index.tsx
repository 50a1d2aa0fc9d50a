import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { fetched } from '../../../components/fetched';
import { Fold } from '../../../components/Fold';
import { ResourceView } from '../../../components/ResourceView';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { hasV1, type SellsyLists } from '../../useSellsyLists';
import { ItemsSection } from './components/ItemsSection';
import { AgreementSection } from './components/AgreementSection';
import { StockSection } from './components/StockSection';
import { useWarehouses } from './useWarehouses';

type ProductsPageProps = {
	settings: View< SettingsForm >;
	lists: SellsyLists;
};

const References = fetched( async () => {
	const { ProductReferences } = await import(
		/* webpackChunkName: "product-references" */ './components/ProductReferences'
	);
	return ProductReferences;
} );

export function ProductsPage( { settings, lists }: ProductsPageProps ) {
	const warehouses = useWarehouses();
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<ItemsSection form={ form } />
					<StockSection
						form={ form }
						hasV1={ hasV1( lists.sellsy ) }
						warehouses={ warehouses }
					/>
					<AgreementSection
						form={ form }
						hasV1={ hasV1( lists.sellsy ) }
						warehouses={ warehouses }
						onSwitched={ settings.reload }
					/>
					<Fold
						title={ __(
							'References of products',
							'orderinvoicer'
						) }
						holds="references"
					>
						<References />
					</Fold>
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	);
}
