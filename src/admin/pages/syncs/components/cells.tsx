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
	onTell: () => void;
};

export function ActionsCell( props: ActionsCellProps ) {
	const { sync, onRetry, onChoose, onTell } = props;
	return (
		<div className="orderinvoicer-actions">
			{ needsCustomer( sync ) && (
				<RowButton
					{ ...props }
					label={ __( 'Choose the customer', 'orderinvoicer' ) }
					variant="primary"
					onClick={ onChoose }
				/>
			) }
			{ ! needsCustomer( sync ) && canRetry( sync ) && (
				<RowButton
					{ ...props }
					label={ __( 'Retry', 'orderinvoicer' ) }
					variant="secondary"
					onClick={ onRetry }
				/>
			) }
			<RowButton
				sync={ sync }
				isBusy={ false }
				label={ __( 'Timeline', 'orderinvoicer' ) }
				variant="tertiary"
				onClick={ onTell }
			/>
		</div>
	);
}

type RowButtonProps = Pick< ActionsCellProps, 'sync' | 'isBusy' > & {
	label: string;
	variant: 'primary' | 'secondary' | 'tertiary';
	onClick: () => void;
};

/** The order is named for those who hear one button after another. */
function RowButton( {
	sync,
	isBusy,
	label,
	variant,
	onClick,
}: RowButtonProps ) {
	return (
		<Button
			variant={ variant }
			size="compact"
			disabled={ isBusy }
			accessibleWhenDisabled
			onClick={ onClick }
			aria-label={ `${ label } – ${ orderText( sync ) }` }
		>
			{ label }
		</Button>
	);
}
