import { Card, CardHeader } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DataTable } from '../../../../components/DataTable';
import type { Sync } from '../../../../schemas/syncs';
import type { Deciding } from '../useSyncs';
import { ActionsCell, DocumentCell, OrderCell, ProblemCell } from './cells';
import { StateBadge } from './StateBadge';

type SyncsTableProps = {
	syncs: Sync[];
	deciding: Deciding;
	actions: React.ReactNode;
	emptyMessage: string;
	/** Address of an order's timeline. */
	timelineOf: ( sync: Sync ) => string;
};

export function SyncsTable( props: SyncsTableProps ) {
	const { syncs, actions, emptyMessage } = props;
	const title = __( 'Sync log', 'orderinvoicer' );
	return (
		<Card className="orderinvoicer-syncs">
			<CardHeader>
				<h2 className="orderinvoicer-section__title">{ title }</h2>
				<div className="orderinvoicer-syncs__actions">{ actions }</div>
			</CardHeader>
			{ syncs.length === 0 ? (
				<p className="orderinvoicer-syncs__empty">{ emptyMessage }</p>
			) : (
				<DataTable
					label={ title }
					columns={ columns() }
					rows={ syncs.map( ( sync ) => ( {
						key: String( sync.id ),
						cells: cellsOf( sync, props ),
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

const cellsOf = ( sync: Sync, { deciding, timelineOf }: SyncsTableProps ) => [
	<OrderCell key="order" sync={ sync } />,
	<StateBadge key="state" state={ sync.state } />,
	<DocumentCell key="document" document={ sync.document } />,
	<ProblemCell key="problem" sync={ sync } />,
	<ActionsCell
		key="act"
		sync={ sync }
		deciding={ deciding }
		timeline={ timelineOf( sync ) }
	/>,
];
