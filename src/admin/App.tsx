import { useCallback, useEffect, useRef } from '@wordpress/element';
import { getPaymentMethods, getShippedSigns, getShop } from '../api/endpoints';
import { useResource } from '../api/useResource';
import { useUnsavedGuard } from '../components/useUnsavedGuard';
import { ConnectionPage } from './pages/connection';
import { useConnection } from './pages/connection/useConnection';
import { DocumentsPage } from './pages/documents';
import { hasV1 } from './pages/documents/choices';
import { OrdersPage } from './pages/orders';
import { PaymentsPage } from './pages/payments';
import { ProductsPage } from './pages/products';
import { StatusesPage } from './pages/statuses';
import { SyncsPage } from './pages/syncs';
import { TaxesPage } from './pages/taxes';
import { useSettings } from './settings/useSettings';
import { StatusBanner } from './status/StatusBanner';
import { useStatus } from './status/useStatus';
import { Tabs, tabWord } from './Tabs';
import { hrefOf, type Route, type Tab, useRoute } from './useRoute';
import { useSellsyLists } from './useSellsyLists';

export function App() {
	const { route, go } = useRoute();
	const { tab } = route;
	const status = useStatus();
	const heading = useFocusOnChange( tab );
	return (
		<>
			<StatusBanner model={ status } />
			<Tabs current={ tab } />
			<h2
				ref={ heading }
				tabIndex={ -1 }
				className="screen-reader-text orderinvoicer-heading"
			>
				{ tabWord( tab ) }
			</h2>
			<Pages route={ route } go={ go } onChanged={ status.reload } />
		</>
	);
}

type PagesProps = {
	route: Route;
	go: ( href: string ) => void;
	onChanged: () => void;
};

/** Tabs that need to know what the account has. */
const SELLSY_TABS: readonly Tab[] = [
	'documents',
	'statuses',
	'products',
	'taxes',
];

/** Drafts live here, above the tabs. */
function Pages( { route: { tab, filter }, go, onChanged }: PagesProps ) {
	const settings = useSettings( onChanged );
	const shop = useResource( getShop );
	const lists = useSellsyLists( {
		lists: SELLSY_TABS.includes( tab ),
		proposals: tab === 'taxes',
	} );
	const methods = useResource(
		tab === 'payments' ? getPaymentMethods : null
	);
	const signs = useResource( tab === 'statuses' ? getShippedSigns : null );
	const { reload: reloadSettings } = settings;
	const { reload: reloadShop } = shop;
	const connection = useConnection(
		useCallback( () => {
			reloadSettings();
			reloadShop();
			onChanged();
		}, [ reloadSettings, reloadShop, onChanged ] )
	);
	useUnsavedGuard(
		connection.isDirty ||
			( settings.resource.status === 'ready' &&
				settings.resource.data.isDirty )
	);

	switch ( tab ) {
		case 'connection':
			return <ConnectionPage model={ connection } />;
		case 'documents':
			return (
				<DocumentsPage
					settings={ settings }
					shop={ shop }
					sellsy={ lists.sellsy }
				/>
			);
		case 'payments':
			return <PaymentsPage settings={ settings } methods={ methods } />;
		case 'statuses':
			return (
				<StatusesPage
					settings={ settings }
					shop={ shop }
					signs={ signs }
					hasV1={ hasV1( lists.sellsy ) }
				/>
			);
		case 'products':
			return (
				<ProductsPage
					settings={ settings }
					hasV1={ hasV1( lists.sellsy ) }
				/>
			);
		case 'taxes':
			return (
				<TaxesPage
					settings={ settings }
					shop={ shop }
					lists={ lists }
				/>
			);
		case 'orders':
			return (
				<OrdersPage
					settings={ settings }
					shop={ shop }
					onChanged={ onChanged }
				/>
			);
		case 'syncs':
			return (
				<SyncsPage
					filter={ filter }
					onFilter={ ( next ) => go( hrefOf( 'syncs', next ) ) }
					onChanged={ onChanged }
				/>
			);
	}
}

/** Another tab is another page: those who hear it start at its heading. */
function useFocusOnChange( tab: Tab ) {
	const heading = useRef< HTMLHeadingElement >( null );
	const shown = useRef( tab );
	useEffect( () => {
		if ( shown.current !== tab ) {
			shown.current = tab;
			heading.current?.focus();
		}
	}, [ tab ] );
	return heading;
}
