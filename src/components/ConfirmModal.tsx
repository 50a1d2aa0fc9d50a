import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type ConfirmModalProps = {
	title: string;
	children: React.ReactNode;
	confirmLabel: string;
	onConfirm: () => void;
	onCancel: () => void;
	/** False: what is asked is not known yet. */
	isReady?: boolean;
};

export function ConfirmModal( {
	title,
	children,
	confirmLabel,
	onConfirm,
	onCancel,
	isReady = true,
}: ConfirmModalProps ) {
	return (
		<Modal title={ title } onRequestClose={ onCancel } size="medium">
			{ children }
			<div className="orderinvoicer-actions orderinvoicer-actions--end">
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					onClick={ onCancel }
				>
					{ __( 'Cancel', 'orderinvoicer' ) }
				</Button>
				<Button
					variant="primary"
					__next40pxDefaultSize
					disabled={ ! isReady }
					accessibleWhenDisabled
					onClick={ onConfirm }
				>
					{ confirmLabel }
				</Button>
			</div>
		</Modal>
	);
}
