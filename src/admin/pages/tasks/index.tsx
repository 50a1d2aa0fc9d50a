import { __, sprintf } from '@wordpress/i18n';
import type { Page } from '../../../api/pages';
import { Failure } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { Rows } from '../../../components/Rows';
import { useFocusKept } from '../../../components/useFocusKept';
import type { Task } from '../../../generated/schemas';
import type { TasksFilter } from '../../../api/tasksFilter';
import { RetryQuestion } from '../../RetryQuestion';
import { tabWord } from '../../tabs';
import { type Go, hrefOf, type Route } from '../../useRoute';
import { retryAllWord } from './acts';
import { activeFilters, FilterBar } from './components/FilterBar';
import { Outcome } from './components/Outcome';
import { Pager } from './components/Pager';
import { TasksButtons } from './components/TasksButtons';
import { TasksTable } from './components/TasksTable';
import { TimelineModal } from './components/TimelineModal';
import { type TasksModel, useTasks } from './useTasks';

type TasksPageProps = {
	route: Route;
	go: Go;
	onChanged: () => void;
};

export function TasksPage( {
	route: { filter, page, timeline },
	go,
	onChanged,
}: TasksPageProps ) {
	const model = useTasks( filter, page, onChanged );
	const { area, place } = useFocusKept< HTMLDivElement >();
	return (
		<div { ...area }>
			<div { ...place }>
				<Outcome
					deciding={ model.deciding }
					onCame={ model.refresh }
					isCovered={ timeline !== null }
				/>
			</div>
			<FilterBar
				filter={ filter }
				onFilter={ ( next ) => go( hrefOf( 'log', next ) ) }
			/>
			{ model.view.status === 'ready' && model.view.outdated && (
				<Failure
					error={ model.view.outdated }
					onRetry={ model.refresh }
				/>
			) }
			<ResourceView
				view={ { resource: model.view, reload: model.refresh } }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<List
						data={ data }
						model={ model }
						filter={ filter }
						page={ page }
						go={ go }
					/>
				) }
			</ResourceView>
			<RetryQuestion
				asked={ model.asked }
				onCancel={ model.leaveAsked }
				onConfirm={ model.retryAll }
			/>
			{ timeline !== null && (
				<TimelineModal
					key={ timeline }
					orderId={ timeline }
					deciding={ model.deciding }
					onClose={ () =>
						go( hrefOf( 'log', filter, { page } ), 'replace' )
					}
				/>
			) }
		</div>
	);
}

type ListProps = {
	data: Page< Task >;
	model: TasksModel;
	filter: TasksFilter;
	/** That is asked for; the one that is shown may be another. */
	page: number;
	go: Go;
};

function List( { data, model, filter, page, go }: ListProps ) {
	const { deciding, view } = model;
	const isEarlier = view.status === 'ready' && view.isEarlier;
	return (
		<Rows isEarlier={ isEarlier }>
			<TasksTable
				title={ tabWord( 'log' ) }
				tasks={ data.items }
				deciding={ deciding }
				emptyMessage={ emptyMessage( filter ) }
				timelineOf={ ( { order } ) =>
					hrefOf( 'log', filter, { page, timeline: order.id } )
				}
				actions={
					<TasksButtons
						isBusy={
							deciding.state.status === 'running' || isEarlier
						}
						onRefresh={ model.refresh }
						retryAll={ retryAllWord( filter, data.more ) }
						onRetryAll={ () => model.retryAll() }
					/>
				}
			/>
			<Pager
				page={ data.page }
				pages={ data.pages }
				onPage={ ( next ) =>
					go( hrefOf( 'log', filter, { page: next } ) )
				}
			/>
		</Rows>
	);
}

function emptyMessage( filter: TasksFilter ): string {
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
