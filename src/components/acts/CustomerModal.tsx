import { Button, Modal } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getCandidates } from '../../api/actEndpoints';
import { useResource } from '../../api/useResource';
import { DialogActions } from '../DialogActions';
import { ResourceView } from '../ResourceView';
import type { CustomerChoice } from '../../generated/schemas';
import type { ActRow } from './acts';
import { CandidatesTable } from './CandidatesTable';

type CustomerModalProps = {
	task: ActRow;
	/** What becomes final by the choice. */
	asks: string[];
	/** `customer`: null for none of them. */
	onChoose: ( customer: CustomerChoice | null ) => void;
	onClose: () => void;
};

export function CustomerModal( {
	task,
	asks,
	onChoose,
	onClose,
}: CustomerModalProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getCandidates( task.id, signal ),
		[ task.id ]
	);
	const view = useResource( load );
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Customer of order %s', 'orderinvoicer' ),
				task.order.number
			) }
			onRequestClose={ onClose }
			size="large"
		>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Asking Sellsy…', 'orderinvoicer' ) }
			>
				{ ( { order, candidates } ) =>
					candidates.length === 0 ? (
						<p>
							{ __(
								'Sellsy finds none of these customers any more. Close this and retry the order.',
								'orderinvoicer'
							) }
						</p>
					) : (
						<div className="orderinvoicer-stack">
							<p>
								{ task.problem?.text }{ ' ' }
								{ __(
									'Whose order is it? Your choice is remembered for later orders of the same customer.',
									'orderinvoicer'
								) }
							</p>
							{ asks.map( ( paragraph ) => (
								<p key={ paragraph }>{ paragraph }</p>
							) ) }
							<CandidatesTable
								order={ order }
								candidates={ candidates }
								onChoose={ onChoose }
							/>
							<div>
								<Button
									variant="secondary"
									__next40pxDefaultSize
									onClick={ () => onChoose( null ) }
								>
									{ __(
										'None of these: create a new one',
										'orderinvoicer'
									) }
								</Button>
							</div>
						</div>
					)
				}
			</ResourceView>
			<DialogActions onCancel={ onClose } />
		</Modal>
	);
}
