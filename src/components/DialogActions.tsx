import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type DialogActionsProps = {
	onCancel: () => void;
	/** What was asked for is under way. */
	isBusy?: boolean;
	/** What else can be pressed. */
	children?: React.ReactNode;
};

/** The last line of a dialog: it can always be let go. */
export function DialogActions( {
	onCancel,
	isBusy = false,
	children,
}: DialogActionsProps ) {
	return (
		<div className="orderinvoicer-actions orderinvoicer-actions--end">
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onCancel }
			>
				{ __( 'Cancel', 'orderinvoicer' ) }
			</Button>
			{ children }
		</div>
	);
}
