import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { DialogActions } from '../DialogActions';
import { TextAreaField } from '../fields';
import type { ActRow } from './acts';

type RefusalModalProps = {
	task: ActRow;
	/** `reason`: what the customer reads. */
	onRefuse: ( reason: string ) => void;
	onClose: () => void;
};

/** As many characters as the route takes. */
const LONGEST = 300;

/** The customer who asked for the invoice in their company's name is told why not. */
export function RefusalModal( { task, onRefuse, onClose }: RefusalModalProps ) {
	const [ typed, setTyped ] = useState( '' );
	const reason = typed.trim();
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Refuse? Order %s', 'orderinvoicer' ),
				task.order.number
			) }
			onRequestClose={ onClose }
			size="medium"
		>
			<form
				className="orderinvoicer-stack"
				onSubmit={ ( event ) => {
					event.preventDefault();
					if ( reason !== '' ) {
						onRefuse( reason );
					}
				} }
			>
				<TextAreaField
					label={ __(
						'Why not? The customer reads this',
						'orderinvoicer'
					) }
					value={ typed }
					onChange={ setTyped }
					maxLength={ LONGEST }
				/>
				<DialogActions onCancel={ onClose }>
					<Button
						variant="primary"
						type="submit"
						__next40pxDefaultSize
						disabled={ reason === '' }
						accessibleWhenDisabled
					>
						{ __( 'Refuse', 'orderinvoicer' ) }
					</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}
