import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Failure } from '../../../components/Message';
import { SelectField } from '../../../components/fields';
import { ResourceView } from '../../../components/ResourceView';
import { Rows } from '../../../components/Rows';
import { useFocusKept } from '../../../components/useFocusKept';
import { formatCount } from '../../../i18n/format';
import { problemTitle } from '../../../i18n/problems';
import { RetryQuestion } from '../../RetryQuestion';
import { type Go, hrefOf, type Route } from '../../useRoute';
import { Outcome } from '../tasks/components/Outcome';
import { Pager } from '../tasks/components/Pager';
import { TimelineModal } from '../tasks/components/TimelineModal';
import { CauseSection } from './components/CauseSection';
import { groupsOf } from './groups';
import { type TodoList, type TodoModel, useTodo } from './useTodo';

type TodoPageProps = { route: Route; go: Go; onChanged: () => void };

/** What needs a person, by cause. */
export function TodoPage( { route, go, onChanged }: TodoPageProps ) {
	const { filter, page, timeline } = route;
	const { problem, order } = filter;
	const model = useTodo( { problem, order }, page, onChanged );
	const { area, place } = useFocusKept< HTMLDivElement >();
	const { view } = model;
	return (
		<div { ...area }>
			<div { ...place }>
				<Outcome
					deciding={ model.deciding }
					onCame={ model.refresh }
					isCovered={ timeline !== null }
				/>
			</div>
			{ view.status === 'ready' && view.outdated && (
				<Failure error={ view.outdated } onRetry={ model.refresh } />
			) }
			<ResourceView
				view={ { resource: view, reload: model.refresh } }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<Rows
						isEarlier={ view.status === 'ready' && view.isEarlier }
					>
						<List
							data={ data }
							model={ model }
							route={ route }
							go={ go }
						/>
					</Rows>
				) }
			</ResourceView>
			<RetryQuestion
				asked={ model.asked }
				onCancel={ model.leaveAsked }
				onConfirm={ model.retry }
			/>
			{ timeline !== null && (
				<TimelineModal
					key={ timeline }
					orderId={ timeline }
					deciding={ model.deciding }
					onClose={ () =>
						go( hrefOf( 'todo', filter, { page } ), 'replace' )
					}
				/>
			) }
		</div>
	);
}

type ListProps = {
	data: TodoList;
	model: TodoModel;
	route: Route;
	go: Go;
};

function List( { data, model, route: { filter }, go }: ListProps ) {
	const groups = groupsOf( data );
	const isNarrow = filter.problem + filter.order !== '';
	return (
		<>
			<Tools data={ data } model={ model } filter={ filter } go={ go } />
			{ groups.length === 0 && (
				<p className="orderinvoicer-todo__empty">
					{ isNarrow
						? __( 'Nothing to do here any more.', 'orderinvoicer' )
						: __(
								'Nothing to do. An order that needs you appears here, with the reason and the button.',
								'orderinvoicer'
							) }
				</p>
			) }
			{ groups.map( ( group ) => (
				<CauseSection
					key={ group.cause.code }
					group={ group }
					model={ model }
					isAlone={ isNarrow }
					timelineOf={ ( timeline ) =>
						hrefOf( 'todo', filter, { page: data.page, timeline } )
					}
				/>
			) ) }
			<Pager
				page={ data.page }
				pages={ data.pages }
				onPage={ ( next ) =>
					go( hrefOf( 'todo', filter, { page: next } ) )
				}
			/>
		</>
	);
}

type ToolsProps = Omit< ListProps, 'route' > & { filter: Route[ 'filter' ] };

/** The choice of a cause, and what is done with the rows that are selected. */
function Tools( { data: { causes }, model, filter, go }: ToolsProps ) {
	const { problem, order } = filter;
	const codes = causes.map( ( { code } ) => code );
	const chosen = problem && ! codes.includes( problem ) ? [ problem ] : [];
	return (
		<div className="orderinvoicer-filters orderinvoicer-todo-tools">
			{ ( codes.length > 1 || problem !== '' ) && (
				<SelectField
					label={ __( 'Cause', 'orderinvoicer' ) }
					value={ problem }
					options={ [
						{
							value: '',
							label: __( 'All causes', 'orderinvoicer' ),
						},
						...[ ...codes, ...chosen ].map( ( value ) => ( {
							value,
							label: problemTitle( value ),
						} ) ),
					] }
					onChange={ ( next ) =>
						go( hrefOf( 'todo', { order, problem: next } ) )
					}
				/>
			) }
			{ order !== '' && (
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					href={ hrefOf( 'todo' ) }
				>
					{ sprintf(
						/* translators: %s: number of an order. */
						__(
							'Only order %s is shown: show all',
							'orderinvoicer'
						),
						order
					) }
				</Button>
			) }
			<Selected model={ model } />
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				onClick={ model.refresh }
			>
				{ __( 'Refresh', 'orderinvoicer' ) }
			</Button>
		</div>
	);
}

function Selected( { model }: { model: TodoModel } ) {
	const { selected, select, retry, deciding } = model;
	return selected.length === 0 ? null : (
		<>
			<Button
				variant="primary"
				__next40pxDefaultSize
				disabled={ deciding.state.status === 'running' }
				accessibleWhenDisabled
				onClick={ () => retry( { ids: [ ...selected ] } ) }
			>
				{ sprintf(
					/* translators: %s: number of rows. */
					_n(
						'Retry %s selected',
						'Retry the %s selected',
						selected.length,
						'orderinvoicer'
					),
					formatCount( selected.length )
				) }
			</Button>
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				onClick={ () => select( [] ) }
			>
				{ __( 'Select none', 'orderinvoicer' ) }
			</Button>
		</>
	);
}
