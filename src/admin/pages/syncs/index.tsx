import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { SYNCS_PER_PAGE } from '../../../api/endpoints';
import { Failure, Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { formatCount } from '../../../i18n/format';
import type { Sync, SyncsFilter } from '../../../schemas/syncs';
import { hrefOf, type Route } from '../../useRoute';
import { CustomerModal } from './components/CustomerModal';
import { activeFilters, FilterBar } from './components/FilterBar';
import { Pager } from './components/Pager';
import { SyncsButtons } from './components/SyncsActions';
import { SyncsTable } from './components/SyncsTable';
import { TimelineModal } from './components/TimelineModal';
import { type SyncsModel, type SyncsPageData, useSyncs } from './useSyncs';

type SyncsPageProps = {
	route: Route;
	go: ( href: string ) => void;
	onChanged: () => void;
};

export function SyncsPage( {
	route: { filter },
	go,
	onChanged,
}: SyncsPageProps ) {
	const model = useSyncs( filter, onChanged );
	return (
		<>
			<Outcome model={ model } />
			<FilterBar
				key={ filter.order }
				filter={ filter }
				onFilter={ ( next ) => go( hrefOf( 'syncs', next ) ) }
			/>
			<ResourceView
				view={ model.view }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<List data={ data } model={ model } filter={ filter } />
				) }
			</ResourceView>
		</>
	);
}

function Outcome( { model: { acting, retried } }: { model: SyncsModel } ) {
	if ( acting.status === 'failed' ) {
		return <Failure error={ acting.error } />;
	}
	return retried === null ? null : (
		<Message status="success">
			<p>
				{ sprintf(
					/* translators: %s: number of rows of the list. */
					_n(
						'%s went back to the queue.',
						'%s went back to the queue.',
						retried,
						'orderinvoicer'
					),
					formatCount( retried )
				) }
			</p>
		</Message>
	);
}

type ListProps = { filter: SyncsFilter } & {
	data: SyncsPageData;
	model: SyncsModel;
};

function List( { data, model, filter }: ListProps ) {
	const [ asked, setAsked ] = useState< Sync | null >( null );
	const [ told, setTold ] = useState< Sync | null >( null );
	const isBusy = model.acting.status === 'running';
	return (
		<>
			<SyncsTable
				syncs={ data.items }
				isBusy={ isBusy }
				emptyMessage={ emptyMessage( filter ) }
				onRetry={ ( { id } ) => model.retry( id ) }
				onChoose={ setAsked }
				onTell={ setTold }
				actions={ [
					<SyncsButtons
						key="buttons"
						isBusy={ isBusy }
						onRefresh={ model.refresh }
						onRetryAll={ model.retryAll }
					/>,
				] }
			/>
			<Pager
				page={ model.page }
				pages={ Math.ceil( data.total / SYNCS_PER_PAGE ) }
				onPage={ model.goTo }
			/>
			{ told && (
				<TimelineModal
					sync={ told }
					onClose={ () => setTold( null ) }
				/>
			) }
			{ asked && (
				<CustomerModal
					sync={ asked }
					onClose={ () => setAsked( null ) }
					onChoose={ ( customer ) => {
						setAsked( null );
						model.choose( asked.id, customer );
					} }
				/>
			) }
		</>
	);
}

function emptyMessage( filter: SyncsFilter ): string {
	const active = activeFilters( filter );
	return active.length === 0
		? __(
				'Nothing yet. Orders appear here as soon as they are to be invoiced.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: list of filters, such as "Show: Done, From: 2026-11-01". */
				__( 'Nothing fits these filters: %s.', 'orderinvoicer' ),
				active.join( ', ' )
			);
}
