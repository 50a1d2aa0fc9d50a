import { Button, Modal } from '@wordpress/components';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getTimeline } from '../../../../api/endpoints';
import { usePolling } from '../../../../api/usePolling';
import { type Resource, useResource } from '../../../../api/useResource';
import { CopyForSupport } from '../../../../components/CopyForSupport';
import { ResourceView } from '../../../../components/ResourceView';
import { formatTime } from '../../../../i18n/format';
import { outcomeWord } from '../../../../i18n/words';
import type { Timeline } from '../../../../generated/schemas';
import { placeOfFix } from '../../../fixes';
import { FOLLOW_MS, isMoving } from '../follow';
import type { Deciding } from '../useTasks';
import { DocumentCell } from './cells';
import { Outcome } from './Outcome';
import { RowActs } from '../../../../components/acts/RowActs';
import { StateBadge } from './StateBadge';

type TimelineModalProps = {
	orderId: number;
	deciding: Deciding;
	onClose: () => void;
};

/** All that was done for an order, and what a person may do about it. */
export function TimelineModal( {
	orderId,
	deciding,
	onClose,
}: TimelineModalProps ) {
	const view = useTimeline( orderId, deciding.decided );
	return (
		<Modal
			title={ titleOf( view.resource ) }
			onRequestClose={ onClose }
			size="large"
		>
			<Outcome deciding={ deciding } />
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Reading the timeline…', 'orderinvoicer' ) }
			>
				{ ( timeline ) => (
					<div className="orderinvoicer-stack orderinvoicer-timeline">
						{ timeline.rows.map( ( row ) => (
							<Row
								key={ row.task.id }
								row={ row }
								deciding={ deciding }
							/>
						) ) }
						<CopyForSupport text={ timeline.support } />
					</div>
				) }
			</ResourceView>
		</Modal>
	);
}

/** Read again after each decision, and while something goes on; what is shown stays meanwhile. */
function useTimeline( orderId: number, decided: number ) {
	const load = useCallback(
		( signal: AbortSignal ) => getTimeline( orderId, signal ),
		[ orderId ]
	);
	const view = useResource( load );
	const { resource, reload } = view;
	const now = Date.now();
	const isFollowed =
		resource.status === 'ready' &&
		resource.data.rows.some( ( { task } ) => isMoving( task, now ) );
	usePolling( resource, reload, isFollowed ? FOLLOW_MS : null );
	const seen = useRef( decided );
	useEffect( () => {
		if ( seen.current !== decided ) {
			seen.current = decided;
			reload();
		}
	}, [ decided, reload ] );
	return view;
}

/** The address knows the id only; people know the number. */
function titleOf( resource: Resource< Timeline > ): string {
	const first =
		resource.status === 'ready' ? resource.data.rows[ 0 ] : undefined;
	return first === undefined
		? __( 'Timeline of an order', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of an order. */
				__( 'Timeline of order %s', 'orderinvoicer' ),
				first.task.order.number
			);
}

type TimelineRow = Timeline[ 'rows' ][ number ];

type RowProps = { row: TimelineRow; deciding: Deciding };

function Row( { row, deciding }: RowProps ) {
	const { task, opened_at: opened, tries } = row;
	const fix =
		task.state === 'attention' && task.problem
			? placeOfFix( { code: task.problem.code, effect: task.effect } )
			: null;
	return (
		<section>
			<h2 className="orderinvoicer-timeline__title">
				{ task.what } <StateBadge state={ task.state } />
			</h2>
			<p className="orderinvoicer-muted">
				{ sprintf(
					/* translators: %s: date and time. */
					__( 'Opened: %s', 'orderinvoicer' ),
					formatTime( opened )
				) }
			</p>
			{ task.document && <DocumentCell task={ task } /> }
			{ tries.length === 0 && (
				<p>{ __( 'Not tried yet.', 'orderinvoicer' ) }</p>
			) }
			<ol className="orderinvoicer-timeline__tries">
				{ tries.map( ( entry, index ) => (
					<Try key={ index } entry={ entry } />
				) ) }
			</ol>
			{ ( fix !== null || task.offers.length > 0 ) && (
				<div className="orderinvoicer-actions">
					{ fix && (
						<Button
							variant="secondary"
							size="compact"
							href={ fix.href }
						>
							{ fix.label }
						</Button>
					) }
					<RowActs task={ task } acting={ deciding } />
				</div>
			) }
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
