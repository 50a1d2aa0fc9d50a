import { Button, ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatTime } from '../../../../i18n/format';
import type { Sync } from '../../../../schemas/syncs';
import { canRetry, needsCustomer } from '../useSyncs';

const orderText = ( { order }: Sync ): string =>
	sprintf(
		/* translators: %s: number of an order. */
		__( 'Order %s', 'orderinvoicer' ),
		order.number
	);

export function OrderCell( { sync }: { sync: Sync } ) {
	const text = orderText( sync );
	return (
		<>
			{ sync.order.edit_url ? (
				<a href={ sync.order.edit_url }>{ text }</a>
			) : (
				text
			) }
			<p className="orderinvoicer-muted">{ sync.what }</p>
		</>
	);
}

export function DocumentCell( { document }: Pick< Sync, 'document' > ) {
	return document ? (
		<ExternalLink href={ document.url }>
			{ document.number || __( 'Draft', 'orderinvoicer' ) }
		</ExternalLink>
	) : (
		<span className="orderinvoicer-nothing" aria-hidden="true">
			–
		</span>
	);
}

export function ProblemCell( { sync }: { sync: Sync } ) {
	const { problem, state, due_at: due, updated_at: updated } = sync;
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

type ActionsCellProps = {
	sync: Sync;
	isBusy: boolean;
	onRetry: () => void;
	onChoose: () => void;
};

/** The order is named for those who hear one button after another. */
export function ActionsCell( {
	sync,
	isBusy,
	onRetry,
	onChoose,
}: ActionsCellProps ) {
	if ( needsCustomer( sync ) ) {
		return (
			<Button
				variant="primary"
				size="compact"
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onChoose }
				aria-label={ `${ __(
					'Choose the customer',
					'orderinvoicer'
				) } – ${ orderText( sync ) }` }
			>
				{ __( 'Choose the customer', 'orderinvoicer' ) }
			</Button>
		);
	}
	return canRetry( sync ) ? (
		<Button
			variant="secondary"
			size="compact"
			disabled={ isBusy }
			accessibleWhenDisabled
			onClick={ onRetry }
			aria-label={ `${ __(
				'Retry',
				'orderinvoicer'
			) } – ${ orderText( sync ) }` }
		>
			{ __( 'Retry', 'orderinvoicer' ) }
		</Button>
	) : null;
}
