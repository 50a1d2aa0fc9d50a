import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { FetchedPart } from '../components/FetchedPart';
import { getShop } from '../api/endpoints';
import { useResource } from '../api/useResource';
import { useUnsavedGuard } from '../components/useUnsavedGuard';
import { FindSetting } from './find/FindSetting';
import { WantedSetting } from './find/WantedSetting';
import { Header, Subpages } from './Header';
import { PAGES } from './pages';
import type { PageProps } from './pages/types';
import { useConnection } from './pages/connection/useConnection';
import { useEmailSwitches } from './settings/useEmailSwitches';
import { useRateCategory } from './settings/categories';
import { useSettings } from './settings/useSettings';
import { StatusBanner } from './status/StatusBanner';
import { useStatus } from './status/useStatus';
import { useMenuCount } from './useMenuCount';
import { tabWord } from './tabs';
import { ToDo } from './toDo';
import { type Route, type Tab, useRoute } from './useRoute';
import { useSellsyLists } from './useSellsyLists';

export function App() {
	const { route, go } = useRoute();
	const { tab } = route;
	// The overview says all that the banner says, the clash of codes too, and newer.
	const hasBanner = tab !== 'overview';
	const status = useStatus( hasBanner );
	const heading = useFocusOnChange( tab );
	const [ isOpening, setIsOpening ] = useState( hasBanner );
	if ( isOpening && status.resource.status !== 'loading' ) {
		setIsOpening( false );
	}
	const shared = useShared( route, status.reload );
	const toDo =
		status.resource.status === 'ready'
			? status.resource.data.counts.attention
			: null;
	useMenuCount( toDo );
	return (
		<div className={ isOpening ? 'orderinvoicer-opening' : '' }>
			<Header
				current={ tab }
				connection={ shared.connection }
				toDo={ toDo }
			/>
			{ hasBanner && <StatusBanner model={ status } tab={ tab } /> }
			<h2
				ref={ heading }
				tabIndex={ -1 }
				className="screen-reader-text orderinvoicer-heading"
			>
				{ tabWord( tab ) }
			</h2>
			<WantedSetting query={ route.query } />
			<div className="orderinvoicer-page">
				<Subpages current={ tab }>
					<FindSetting
						settings={
							shared.settings.resource.status === 'ready'
								? shared.settings.resource.data.value
								: null
						}
					/>
				</Subpages>
				<div
					className={ `orderinvoicer-page__body ${
						WIDE_TABS.includes( tab ) ? 'is-wide' : ''
					}` }
				>
					<ToDo.Provider value={ toDo }>
						<CurrentPage { ...shared } route={ route } go={ go } />
					</ToDo.Provider>
				</div>
			</div>
		</div>
	);
}

/** Tabs that are tables. */
const WIDE_TABS: readonly Tab[] = [
	'overview',
	'todo',
	'history',
	'figures',
	'log',
];

/** Tabs that need to know what the account has. */
const SELLSY_TABS: readonly Tab[] = [
	'settings',
	'documents',
	'statuses',
	'products',
	'taxes',
	'emails',
];

/** Read from the step after the connection on: what an earlier account had is of no use. */
const isPastConnecting = ( {
	tab,
	path: [ step = 'connect' ],
}: Route ): boolean => tab === 'setup' && step !== 'connect';

/** Drafts and what was read live here, above the pages. */
function useShared(
	route: Route,
	onChanged: () => void
): Omit< PageProps, 'route' | 'go' > {
	const { tab } = route;
	const shop = useResource( getShop );
	const lists = useSellsyLists( {
		lists: SELLSY_TABS.includes( tab ) || isPastConnecting( route ),
		proposals: tab === 'taxes' || isPastConnecting( route ),
	} );
	const settings = useSettings(
		onChanged,
		useRateCategory( lists.sellsy.resource, shop.resource )
	);
	const switches = useEmailSwitches(
		{
			owner: tab === 'settings' || tab === 'emails',
			customers: tab === 'emails',
		},
		shop
	);
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
			switches.isDirty ||
			( settings.resource.status === 'ready' &&
				settings.resource.data.isDirty )
	);
	return { settings, shop, lists, connection, switches, onChanged };
}

function CurrentPage( props: PageProps ) {
	const { tab } = props.route;
	const Page = PAGES[ tab ];
	return (
		// A page that cannot be drawn or fetched leaves the others usable.
		<FetchedPart key={ tab }>
			<Page { ...props } />
		</FetchedPart>
	);
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
