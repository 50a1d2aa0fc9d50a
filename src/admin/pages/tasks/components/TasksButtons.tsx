import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type ButtonsProps = {
	isBusy: boolean;
	onRefresh: () => void;
	/** What the button says; null for none. */
	retryAll: string | null;
	onRetryAll: () => void;
};

export function TasksButtons( {
	isBusy,
	onRefresh,
	retryAll,
	onRetryAll,
}: ButtonsProps ) {
	return (
		<div className="orderinvoicer-actions">
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				onClick={ onRefresh }
			>
				{ __( 'Refresh', 'orderinvoicer' ) }
			</Button>
			{ retryAll !== null && (
				<Button
					variant="secondary"
					__next40pxDefaultSize
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ onRetryAll }
				>
					{ retryAll }
				</Button>
			) }
		</div>
	);
}
