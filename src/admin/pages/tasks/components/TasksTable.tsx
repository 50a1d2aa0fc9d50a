import { Card, CardHeader } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DataTable } from '../../../../components/DataTable';
import type { Task } from '../../../../schemas/tasks';
import type { Deciding } from '../useTasks';
import { ActionsCell, DocumentCell, OrderCell, ProblemCell } from './cells';
import { StateBadge } from './StateBadge';

type TasksTableProps = {
	tasks: Task[];
	deciding: Deciding;
	actions: React.ReactNode;
	emptyMessage: string;
	/** Address of an order's timeline. */
	timelineOf: ( task: Task ) => string;
};

export function TasksTable( props: TasksTableProps ) {
	const { tasks, actions, emptyMessage } = props;
	const title = __( 'Sync log', 'orderinvoicer' );
	return (
		<Card className="orderinvoicer-tasks">
			<CardHeader>
				<h2 className="orderinvoicer-section__title">{ title }</h2>
				<div className="orderinvoicer-tasks__actions">{ actions }</div>
			</CardHeader>
			{ tasks.length === 0 ? (
				<p className="orderinvoicer-tasks__empty">{ emptyMessage }</p>
			) : (
				<DataTable
					label={ title }
					columns={ columns() }
					rows={ tasks.map( ( task ) => ( {
						key: String( task.id ),
						cells: cellsOf( task, props ),
					} ) ) }
				/>
			) }
		</Card>
	);
}

const columns = () => [
	__( 'Order', 'orderinvoicer' ),
	__( 'State', 'orderinvoicer' ),
	__( 'Document', 'orderinvoicer' ),
	__( 'What happened', 'orderinvoicer' ),
	__( 'Action', 'orderinvoicer' ),
];

const cellsOf = ( task: Task, { deciding, timelineOf }: TasksTableProps ) => [
	<OrderCell key="order" task={ task } />,
	<StateBadge key="state" state={ task.state } />,
	<DocumentCell key="document" document={ task.document } />,
	<ProblemCell key="problem" task={ task } />,
	<ActionsCell
		key="act"
		task={ task }
		deciding={ deciding }
		timeline={ timelineOf( task ) }
	/>,
];
