import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Shop } from '../../../generated/schemas';
import { LISTED_KINDS } from '../../settings/kinds';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import type { Route } from '../../useRoute';
import type { SellsyLists } from '../../useSellsyLists';
import { KindSection } from './components/KindSection';
import { RareSections } from './components/RareSections';
import { SellsyListsState } from './components/SellsyListsState';
import { ShopperSection } from './components/ShopperSection';

type DocumentsPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
	route: Route;
};

export function DocumentsPage( {
	settings,
	shop,
	lists,
	route: {
		path: [ linked ],
	},
}: DocumentsPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<>
							<p className="orderinvoicer-lead">
								{ __(
									'Each card says what it does. Changes count for every order from the moment they are saved; final documents, and drafts that you make final yourself, stay as they are.',
									'orderinvoicer'
								) }
							</p>
							<SellsyListsState lists={ lists } />
							{ LISTED_KINDS.map( ( kind ) => (
								<KindSection
									key={ kind }
									kind={ kind }
									form={ form }
									shop={ facts }
									sellsy={ lists.sellsy }
									isLinked={ kind === linked }
								/>
							) ) }
							<ShopperSection form={ form } />
							<RareSections form={ form } shop={ facts } />
							<SaveBar form={ form } />
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
