import { TableCard } from '@woocommerce/components';
import { __ } from '@wordpress/i18n';
import type { Sync } from '../../../../schemas/syncs';
import type { Deciding } from '../useSyncs';
import { ActionsCell, DocumentCell, OrderCell, ProblemCell } from './cells';
import { StateBadge } from './StateBadge';

type SyncsTableProps = {
	syncs: Sync[];
	deciding: Deciding;
	actions: React.ReactNode[];
	emptyMessage: string;
	/** Address of an order's timeline. */
	timelineOf: ( sync: Sync ) => string;
};

/** Without the card's own pages and column menu: their texts are WooCommerce's and would stay English here. */
export function SyncsTable( props: SyncsTableProps ) {
	const { syncs, actions, emptyMessage } = props;
	return (
		<TableCard
			className="orderinvoicer-syncs"
			title={ __( 'Sync log', 'orderinvoicer' ) }
			headers={ headers() }
			rows={ syncs.map( ( sync ) => rowOf( sync, props ) ) }
			rowKey={ ( _row, index ) => syncs[ index ]?.id ?? index }
			rowsPerPage={ Math.max( syncs.length, 1 ) }
			totalRows={ syncs.length }
			showMenu={ false }
			actions={ actions }
			emptyMessage={ emptyMessage }
		/>
	);
}

const headers = () => [
	{
		key: 'order',
		label: __( 'Order', 'orderinvoicer' ),
		isLeftAligned: true,
	},
	{
		key: 'state',
		label: __( 'State', 'orderinvoicer' ),
		isLeftAligned: true,
	},
	{
		key: 'document',
		label: __( 'Document', 'orderinvoicer' ),
		isLeftAligned: true,
	},
	{
		key: 'problem',
		label: __( 'What happened', 'orderinvoicer' ),
		isLeftAligned: true,
	},
	{ key: 'act', label: __( 'Action', 'orderinvoicer' ), isLeftAligned: true },
];

function rowOf( sync: Sync, props: SyncsTableProps ) {
	return [
		{ display: <OrderCell sync={ sync } />, value: sync.order.number },
		{ display: <StateBadge state={ sync.state } />, value: sync.state },
		{
			display: <DocumentCell document={ sync.document } />,
			value: sync.document?.number ?? '',
		},
		{
			display: <ProblemCell sync={ sync } />,
			value: sync.problem?.code ?? '',
		},
		{
			display: (
				<ActionsCell
					sync={ sync }
					deciding={ props.deciding }
					timeline={ props.timelineOf( sync ) }
				/>
			),
			value: sync.id,
		},
	];
}
