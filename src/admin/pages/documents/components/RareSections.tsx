import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { Fold } from '../../../../components/Fold';
import { Answered, WITHOUT_EFFECT } from '../../../find/Answered';
import type { SettingsForm } from '../../../settings/useSettings';
import type { SellsyLists } from '../../../useSellsyLists';
import { SellsyListsState } from './SellsyListsState';

const rare = () => import( /* webpackChunkName: "rare" */ './RareFields' );

const FreeOrders = fetched( async () => ( await rare() ).FreeOrders );
const SplitSales = fetched( async () => ( await rare() ).SplitSales );

type RareSectionsProps = { form: SettingsForm; lists: SellsyLists };

/** What most shops never change. */
export const RareSections = ( { form, lists }: RareSectionsProps ) => (
	<>
		<Fold
			title={ __( 'Free orders', 'orderinvoicer' ) }
			holds="free_orders free_orders_paid"
		>
			<FreeOrders form={ form } />
		</Fold>
		<Fold
			title={ __( 'Sales of several sellers', 'orderinvoicer' ) }
			holds="split_sales"
		>
			<SplitSales form={ form } />
		</Fold>
		<FetchedPart isQuiet>
			<Answered form={ form } names={ WITHOUT_EFFECT } />
		</FetchedPart>
		<SellsyListsState lists={ lists } />
	</>
);
