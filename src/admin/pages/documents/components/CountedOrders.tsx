import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { formatCount } from '../../../../i18n/format';
import type { SettingsForm } from '../../../settings/useSettings';
import { NO_EDITS } from '../../../settings/edits';
import { DRY_RUN_ORDERS, useDryRun } from '../../orders/dryRun';
import type { Tried } from '../types';

const CountedOutcome = fetched( async () => {
	const part = await import( /* webpackChunkName: "rare" */ './RareFields' );
	return part.CountedOutcome;
} );

export type Counted = {
	walk: ReturnType< typeof useDryRun >[ 'walk' ];
	start: () => void;
	/** What is set cannot be saved so. */
	isWrong: boolean;
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
		isWrong: Object.keys( form.errors ).length > 0,
		start: () => {
			setCountedFor( now );
			start();
		},
		tried: walk.status === 'done' && countedFor === now ? walk.data : null,
	};
}

export function CountedOrders( { walk, start, isWrong, tried }: Counted ) {
	const isRunning = walk.status === 'running';
	return (
		<div className="orderinvoicer-stack">
			<div className="orderinvoicer-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					isBusy={ isRunning }
					disabled={ isRunning || isWrong }
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
						'As if they came today, with what is set here, saved or not. Nothing is made.',
						'orderinvoicer'
					) }
				</span>
			</div>
			{ walk.status !== 'idle' && (
				<FetchedPart isQuiet>
					<CountedOutcome walk={ walk } tried={ tried } />
				</FetchedPart>
			) }
		</div>
	);
}
