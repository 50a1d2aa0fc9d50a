import { Button, Modal } from '@wordpress/components';
import { DialogActions } from './DialogActions';

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
			<DialogActions onCancel={ onCancel }>
				<Button
					variant="primary"
					__next40pxDefaultSize
					disabled={ ! isReady }
					accessibleWhenDisabled
					onClick={ onConfirm }
				>
					{ confirmLabel }
				</Button>
			</DialogActions>
		</Modal>
	);
}
