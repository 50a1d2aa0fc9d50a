import { Button, ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatTime } from '../../../../i18n/format';
import type { Task } from '../../../../generated/schemas';
import type { Deciding } from '../useTasks';
import { namedAct, RowActs } from '../../../../components/acts/RowActs';

type OrderCellProps = { task: Task; isFirst: boolean };

/** The order is shown once above its tasks; who hears the table hears it with each. */
export function OrderCell( { task, isFirst }: OrderCellProps ) {
	const { edit_url: href, number } = task.order;
	const text = sprintf(
		/* translators: %s: number of an order. */
		__( 'Order %s', 'orderinvoicer' ),
		number
	);
	if ( ! isFirst ) {
		return (
			<>
				<span className="screen-reader-text">{ text }</span>
				<p className="orderinvoicer-muted">{ task.what }</p>
			</>
		);
	}
	return (
		<>
			{ href ? <a href={ href }>{ text }</a> : text }
			<p className="orderinvoicer-muted">{ task.what }</p>
		</>
	);
}

export function DocumentCell( { task: { document, state } }: { task: Task } ) {
	return document ? (
		<>
			<ExternalLink href={ document.url }>
				{ document.number || __( 'Draft', 'orderinvoicer' ) }
			</ExternalLink>
			{ document.pdf && (
				<>
					{ ' ' }
					<a
						href={ document.pdf }
						aria-label={ `PDF, ${ document.number }` }
					>
						PDF
					</a>
				</>
			) }
		</>
	) : (
		<span className="orderinvoicer-muted">
			{ state === 'queued' || state === 'working'
				? __( 'not yet', 'orderinvoicer' )
				: __( 'none', 'orderinvoicer' ) }
		</span>
	);
}

export function ProblemCell( { task }: { task: Task } ) {
	const { problem, state, due_at: due, updated_at: updated } = task;
	return (
		<>
			{ problem && (
				<p>
					{ problem.text } { problem.next_step }
				</p>
			) }
			<p className="orderinvoicer-muted">
				{ state === 'queued'
					? sprintf(
							/* translators: %s: date and time. */
							__( 'Next try: %s', 'orderinvoicer' ),
							formatTime( due )
						)
					: formatTime( updated ) }
			</p>
		</>
	);
}

type ActionsCellProps = { task: Task; deciding: Deciding; timeline: string };

/** `timeline`: its address, so that it can be opened elsewhere, kept and sent. */
export function ActionsCell( { task, deciding, timeline }: ActionsCellProps ) {
	const label = __( 'Timeline', 'orderinvoicer' );
	return (
		<div className="orderinvoicer-actions">
			<RowActs task={ task } acting={ deciding } />
			<Button
				variant="tertiary"
				size="compact"
				href={ timeline }
				aria-label={ namedAct( label, task ) }
			>
				{ label }
			</Button>
		</div>
	);
}
