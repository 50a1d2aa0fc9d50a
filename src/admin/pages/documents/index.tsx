import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Kind, Shop } from '../../../generated/schemas';
import { LISTED_KINDS } from '../../settings/kinds';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import type { Route } from '../../useRoute';
import { hasV1, type SellsyLists } from '../../useSellsyLists';
import { AddDocument } from './components/AddDocument';
import { CountedOrders, useCounted } from './components/CountedOrders';
import { KindSection } from './components/KindSection';
import { RareSections } from './components/RareSections';
import { useRuleChoices } from './useRuleChoices';

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
									'What your orders become, a sentence each. Changes count for every order once they are saved; final documents, and drafts that you make final yourself, stay as they are.',
									'orderinvoicer'
								) }
							</p>
							<Kinds
								form={ form }
								shop={ facts }
								lists={ lists }
								linked={ linked }
							/>
							<RareSections form={ form } lists={ lists } />
							<SaveBar form={ form } />
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}

type KindsProps = Pick< DocumentsPageProps, 'lists' > & {
	form: SettingsForm;
	shop: Shop;
	linked: string | undefined;
};

/** Those that are on, or are being looked at: a shop with invoices alone sees invoices alone. */
function Kinds( { form, shop, lists, linked }: KindsProps ) {
	const counted = useCounted( form );
	const choices = useRuleChoices( form );
	const [ added, setAdded ] = useState< readonly Kind[] >( [] );
	const isShown = ( kind: Kind ): boolean =>
		form.value[ kind ].enabled ||
		form.saved[ kind ].enabled ||
		added.includes( kind ) ||
		kind === 'invoice' ||
		kind === linked;
	const [ newest ] = added.slice( -1 );
	return (
		<>
			{ LISTED_KINDS.filter( isShown ).map( ( kind ) => (
				<KindSection
					key={ kind }
					kind={ kind }
					form={ form }
					shop={ shop }
					sellsy={ lists.sellsy }
					choices={ choices }
					isLinked={ kind === ( newest ?? linked ) }
					tried={ counted.tried }
				/>
			) ) }
			<AddDocument
				kinds={ LISTED_KINDS.filter( ( kind ) => ! isShown( kind ) ) }
				form={ form }
				hasV1={ hasV1( lists.sellsy ) }
				onAdd={ ( kind ) => setAdded( [ ...added, kind ] ) }
			/>
			<CountedOrders { ...counted } />
		</>
	);
}
