import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Failure, ProblemMessage } from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import type { SettingsForm } from '../../../settings/useSettings';
import { NO_EDITS } from '../../../settings/edits';
import {
	DRY_RUN_ORDERS,
	triedPercent,
	useDryRun,
	verdictOf,
} from '../../orders/dryRun';
import { Progress } from '../../orders/components/Progress';
import type { Tried } from '../types';

export type Counted = {
	walk: ReturnType< typeof useDryRun >[ 'walk' ];
	start: () => void;
	/** Null: nobody counted, or for other settings than those of now. */
	tried: Tried | null;
};

/** Counted for the settings of the page, saved or not. */
export function useCounted( form: SettingsForm ): Counted {
	const update = form.updateWith( NO_EDITS ) ?? {};
	const { walk, start } = useDryRun( update, true );
	const now = JSON.stringify( form.value );
	const [ countedFor, setCountedFor ] = useState( '' );
	return {
		walk,
		start: () => {
			setCountedFor( now );
			start();
		},
		tried: walk.status === 'done' && countedFor === now ? walk.data : null,
	};
}

export function CountedOrders( { walk, start, tried }: Counted ) {
	const isRunning = walk.status === 'running';
	const problem = walk.status === 'idle' ? null : walk.data.problem;
	return (
		<div className="orderinvoicer-stack">
			<div className="orderinvoicer-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					isBusy={ isRunning }
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ start }
				>
					{ sprintf(
						/* translators: %s: number of orders. */
						__( 'Try with your last %s orders', 'orderinvoicer' ),
						formatCount( DRY_RUN_ORDERS )
					) }
				</Button>
				<span className="orderinvoicer-muted">
					{ __(
						'As if they came today, with what is set here, saved or not. Nothing is created.',
						'orderinvoicer'
					) }
				</span>
			</div>
			{ isRunning && (
				<Progress
					label={ __( 'Looking at the orders…', 'orderinvoicer' ) }
					percent={ triedPercent( walk.data ) }
				>
					{ __( 'Looking at the orders…', 'orderinvoicer' ) }
				</Progress>
			) }
			{ walk.status === 'failed' && <Failure error={ walk.error } /> }
			{ problem && <ProblemMessage problem={ problem } /> }
			{ tried && ! problem && <Verdict tried={ tried } /> }
		</div>
	);
}

function Verdict( { tried: { orders } }: { tried: Tried } ) {
	const stopped = orders.filter(
		( order ) => verdictOf( order ) === 'needs_you'
	).length;
	return (
		<p role="status">
			{ orders.length === 0
				? __( 'This shop has no orders yet.', 'orderinvoicer' )
				: sprintf(
						/* translators: 1: number of orders, 2: number of those that would stop. */
						__(
							'%1$s orders looked at; %2$s would stop. How many each rule takes stands below it.',
							'orderinvoicer'
						),
						formatCount( orders.length ),
						formatCount( stopped )
					) }
		</p>
	);
}
