import { Card, CardHeader } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { GroupedTable } from '../../../../components/DataTable';
import type { Task } from '../../../../generated/schemas';
import type { Deciding } from '../useTasks';
import { ActionsCell, DocumentCell, OrderCell, ProblemCell } from './cells';
import { StateBadge } from './StateBadge';

type TasksTableProps = {
	title: string;
	tasks: Task[];
	deciding: Deciding;
	actions: React.ReactNode;
	emptyMessage: string;
	/** Address of an order's timeline. */
	timelineOf: ( task: Task ) => string;
};

export function TasksTable( props: TasksTableProps ) {
	const { title, tasks, actions, emptyMessage } = props;
	return (
		<Card className="orderinvoicer-tasks orderinvoicer-log">
			<CardHeader>
				<h2 className="orderinvoicer-section__title">{ title }</h2>
				<div className="orderinvoicer-tasks__actions">{ actions }</div>
			</CardHeader>
			{ tasks.length === 0 ? (
				<p className="orderinvoicer-tasks__empty">{ emptyMessage }</p>
			) : (
				<GroupedTable
					label={ title }
					columns={ columns() }
					groups={ byOrder( tasks ).map( ( ofOrder ) => ( {
						key: String( ofOrder[ 0 ]?.order.id ),
						rows: ofOrder.map( ( task, index ) => ( {
							key: String( task.id ),
							cells: cellsOf( task, index === 0, props ),
						} ) ),
					} ) ) }
				/>
			) }
		</Card>
	);
}

/** Of this page: an order stands where its newest task does. */
function byOrder( tasks: Task[] ): Task[][] {
	const orders = new Map< number, Task[] >();
	for ( const task of tasks ) {
		const { id } = task.order;
		orders.set( id, [ ...( orders.get( id ) ?? [] ), task ] );
	}
	return [ ...orders.values() ];
}

const columns = () => [
	__( 'Order', 'orderinvoicer' ),
	__( 'State', 'orderinvoicer' ),
	__( 'Document', 'orderinvoicer' ),
	__( 'What happened', 'orderinvoicer' ),
	__( 'Action', 'orderinvoicer' ),
];

const cellsOf = (
	task: Task,
	isFirst: boolean,
	{ deciding, timelineOf }: TasksTableProps
) => [
	<OrderCell key="order" task={ task } isFirst={ isFirst } />,
	<StateBadge key="state" state={ task.state } />,
	<DocumentCell key="document" task={ task } />,
	<ProblemCell key="problem" task={ task } />,
	<ActionsCell
		key="act"
		task={ task }
		deciding={ deciding }
		timeline={ timelineOf( task ) }
	/>,
];
