import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { formatCount } from '../../../../i18n/format';
import type { Stock } from '../../../../generated/schemas';
import type { StockModel } from '../useStock';

type StockButtonsProps = {
	comparison: Stock;
	model: StockModel;
	isUnsaved: boolean;
};

/** Compare first; what was seen may be switched on. */
export function StockButtons( {
	comparison,
	model,
	isUnsaved,
}: StockButtonsProps ) {
	const [ isAsking, setAsking ] = useState( false );
	const { standing, seen_at: seenAt, total } = comparison;
	const isRunning = model.acting.status === 'running';
	const button = {
		__next40pxDefaultSize: true,
		disabled: isRunning || isUnsaved,
		accessibleWhenDisabled: true,
	};
	const canCompare =
		standing !== 'no_warehouse' && standing !== 'cannot_lead';
	return (
		<>
			<div className="orderinvoicer-actions">
				{ canCompare && (
					<Button
						{ ...button }
						variant={
							standing === 'not_compared'
								? 'primary'
								: 'secondary'
						}
						isBusy={ isRunning }
						onClick={ () => model.act( 'compare' ) }
					>
						{ standing === 'not_compared'
							? __( 'Compare', 'orderinvoicer' )
							: __( 'Compare again', 'orderinvoicer' ) }
					</Button>
				) }
				{ standing === 'compared' && seenAt !== null && total > 0 && (
					<Button
						{ ...button }
						variant="primary"
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Let stock agree from now on', 'orderinvoicer' ) }
					</Button>
				) }
				{ standing === 'agreeing' && (
					<Button
						{ ...button }
						disabled={ isRunning }
						variant="tertiary"
						isDestructive
						onClick={ () => model.act( 'stop' ) }
					>
						{ __( 'Stop changing stock', 'orderinvoicer' ) }
					</Button>
				) }
			</div>
			{ isUnsaved && canCompare && (
				<p>
					{ __(
						'Save what you changed above first.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ isAsking && seenAt !== null && (
				<ConfirmModal
					title={ __(
						'Let stock agree from now on?',
						'orderinvoicer'
					) }
					confirmLabel={ __( 'Let stock agree', 'orderinvoicer' ) }
					onCancel={ () => setAsking( false ) }
					onConfirm={ () => {
						setAsking( false );
						model.act( 'start', seenAt );
					} }
				>
					<p>
						{ sprintf(
							/* translators: %s: number of products. */
							_n(
								'%s product of this list is changed in the next minutes.',
								'%s products of this list are changed in the next minutes.',
								comparison.differ,
								'orderinvoicer'
							),
							formatCount( comparison.differ )
						) }
					</p>
					<p>
						{ __(
							'Do this in one shop only where several shops share this Sellsy account: each would undo what the other changes.',
							'orderinvoicer'
						) }
					</p>
					<p>
						{ __(
							'Each is read again just before. What differs by more than you saw is not changed, but listed again. From then on this happens each night, and every change is listed here for 90 days.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
		</>
	);
}
