import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { formatCount, formatDay } from '../../../../i18n/format';
import { hrefOf } from '../../../useRoute';
import {
	type BackfillModel,
	filledPercent,
	type Filling,
	isGoingOn,
} from '../useBackfill';
import { Progress } from './Progress';

type BackfillProgressProps = { filling: Filling; model: BackfillModel };

export function BackfillProgress( { filling, model }: BackfillProgressProps ) {
	const { documents, orders } = filling;
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<p role="status">
				<strong>{ stateWord( filling.state ) }</strong>
				{ ' – ' }
				{ sprintf(
					/* translators: 1: first day, 2: last day. */
					__( 'orders from %1$s to %2$s', 'orderinvoicer' ),
					formatDay( filling.from ),
					formatDay( filling.to )
				) }
				{ filling.drafts &&
					`, ${ __( 'as drafts', 'orderinvoicer' ) }` }
			</p>
			<Progress
				label={ __( 'Progress of the old orders', 'orderinvoicer' ) }
				percent={ filledPercent( filling ) }
			>
				{ sprintf(
					/* translators: 1: number of orders, 2: number of all orders. */
					__( 'Orders: %1$s of %2$s.', 'orderinvoicer' ),
					formatCount( orders.passed ),
					formatCount( orders.total )
				) }{ ' ' }
				{ sprintf(
					/* translators: 1: number made, 2: number waiting, 3: number that need you, 4: number left out. */
					__(
						'Documents: %1$s made, %2$s waiting, %3$s need you, %4$s left out.',
						'orderinvoicer'
					),
					formatCount( documents.done ),
					formatCount( documents.waiting ),
					formatCount( documents.failed ),
					formatCount( documents.left_out )
				) }
			</Progress>
			{ documents.failed > 0 && (
				<a href={ hrefOf( 'todo' ) }>
					{ __( 'Show what needs you', 'orderinvoicer' ) }
				</a>
			) }
			{ documents.waiting > 0 && (
				<a href={ hrefOf( 'log', { state: 'queued' } ) }>
					{ __(
						'Show what is waiting, and for what',
						'orderinvoicer'
					) }
				</a>
			) }
			{ isGoingOn( filling ) && (
				<SteerButtons filling={ filling } model={ model } />
			) }
		</div>
	);
}

function SteerButtons( { filling, model }: BackfillProgressProps ) {
	const [ isAsking, setAsking ] = useState( false );
	const isPaused = filling.state === 'paused';
	const button = {
		__next40pxDefaultSize: true,
		disabled: model.acting.status === 'running',
		accessibleWhenDisabled: true,
	};
	return (
		<div className="orderinvoicer-actions">
			<Button
				{ ...button }
				variant="secondary"
				onClick={ () => model.steer( isPaused ? 'resume' : 'pause' ) }
			>
				{ isPaused
					? __( 'Resume', 'orderinvoicer' )
					: __( 'Pause', 'orderinvoicer' ) }
			</Button>
			<Button
				{ ...button }
				variant="tertiary"
				isDestructive
				onClick={ () => setAsking( true ) }
			>
				{ __( 'Stop for good', 'orderinvoicer' ) }
			</Button>
			{ isAsking && (
				<ConfirmModal
					title={ __( 'Stop for good?', 'orderinvoicer' ) }
					confirmLabel={ __( 'Stop for good', 'orderinvoicer' ) }
					onCancel={ () => setAsking( false ) }
					onConfirm={ () => {
						setAsking( false );
						model.steer( 'cancel' );
					} }
				>
					<p>
						{ __(
							'Documents that exist stay. What is begun comes to its end, the rest is not made.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
		</div>
	);
}

function stateWord( state: Filling[ 'state' ] ): string {
	switch ( state ) {
		case 'running':
			return __( 'Running', 'orderinvoicer' );
		case 'paused':
			return __( 'Paused', 'orderinvoicer' );
		case 'finished':
			return __( 'Finished', 'orderinvoicer' );
		case 'cancelled':
			return __( 'Stopped', 'orderinvoicer' );
	}
}
