import { Modal } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getTimeline } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { CopyForSupport } from '../../../../components/CopyForSupport';
import { ResourceView } from '../../../../components/ResourceView';
import { formatTime } from '../../../../i18n/format';
import { outcomeWord } from '../../../../i18n/words';
import type { Sync, Timeline } from '../../../../schemas/syncs';
import { DocumentCell } from './cells';
import { StateBadge } from './StateBadge';

type TimelineModalProps = { sync: Sync; onClose: () => void };

/** All that was done for the order of this row. */
export function TimelineModal( { sync, onClose }: TimelineModalProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getTimeline( sync.order.id, signal ),
		[ sync.order.id ]
	);
	const view = useResource( load );
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Timeline of order %s', 'orderinvoicer' ),
				sync.order.number
			) }
			onRequestClose={ onClose }
			size="large"
		>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Reading the timeline…', 'orderinvoicer' ) }
			>
				{ ( timeline ) => (
					<div className="orderinvoicer-stack orderinvoicer-timeline">
						{ timeline.rows.map( ( row ) => (
							<Row key={ row.sync.id } row={ row } />
						) ) }
						<CopyForSupport text={ timeline.support } />
					</div>
				) }
			</ResourceView>
		</Modal>
	);
}

type TimelineRow = Timeline[ 'rows' ][ number ];

function Row( {
	row: { sync, opened_at: opened, tries },
}: {
	row: TimelineRow;
} ) {
	return (
		<section>
			<h2 className="orderinvoicer-timeline__title">
				{ sync.what } <StateBadge state={ sync.state } />
			</h2>
			<p className="orderinvoicer-muted">
				{ sprintf(
					/* translators: %s: date and time. */
					__( 'Opened: %s', 'orderinvoicer' ),
					formatTime( opened )
				) }
			</p>
			{ sync.document && <DocumentCell document={ sync.document } /> }
			{ tries.length === 0 && (
				<p>{ __( 'Not tried yet.', 'orderinvoicer' ) }</p>
			) }
			<ol className="orderinvoicer-timeline__tries">
				{ tries.map( ( entry, index ) => (
					<Try key={ index } entry={ entry } />
				) ) }
			</ol>
		</section>
	);
}

function Try( { entry }: { entry: TimelineRow[ 'tries' ][ number ] } ) {
	return (
		<li>
			<p>
				<strong>{ outcomeWord( entry.outcome ) }</strong>{ ' ' }
				<span className="orderinvoicer-muted">
					{ formatTime( entry.at ) }
				</span>
			</p>
			{ entry.steps.length > 0 && (
				<ul className="orderinvoicer-timeline__steps">
					{ entry.steps.map( ( step, index ) => (
						<li key={ index }>{ step }</li>
					) ) }
				</ul>
			) }
			{ entry.problem && (
				<p>
					{ entry.problem.text } { entry.problem.next_step }
				</p>
			) }
		</li>
	);
}
