import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type ButtonsProps = {
	isBusy: boolean;
	onRefresh: () => void;
	onRetryAll: () => void;
};

export function SyncsButtons( {
	isBusy,
	onRefresh,
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
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onRetryAll }
			>
				{ __( 'Retry all', 'orderinvoicer' ) }
			</Button>
		</div>
	);
}
