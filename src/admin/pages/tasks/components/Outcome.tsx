import { useEffect, useRef } from '@wordpress/element';
import { FetchedPart } from '../../../../components/FetchedPart';
import { Failure } from '../../../../components/Message';
import { hasStopped } from '../../../../components/acts/acts';
import { Said } from '../../../../components/acts/Said';
import { Retried } from '../../../RetryQuestion';
import type { Result } from '../types';
import type { Deciding } from '../useTasks';

type OutcomeProps = {
	deciding: Deciding;
	/** The list below is no longer right. */
	onCame?: ( () => void ) | undefined;
	/** By a dialog that says the same. */
	isCovered?: boolean;
};

/** What became of the last act: refused, stopped or done. */
export function Outcome( {
	deciding,
	onCame,
	isCovered = false,
}: OutcomeProps ) {
	const { state, result } = deciding;
	const place = useBroughtIntoView( deciding, isCovered );
	return (
		<div ref={ place } className="orderinvoicer-tasks-outcome">
			{ state.status === 'failed' ? (
				<Failure error={ state.error } />
			) : (
				result && <Came result={ result } onCame={ onCame } />
			) }
		</div>
	);
}

/** It stands above the list, and the button that was pressed may be far below. The focus stays where it is. */
function useBroughtIntoView( deciding: Deciding, isCovered: boolean ) {
	const { state } = deciding;
	const place = useRef< HTMLDivElement >( null );
	const seen = useRef( state );
	useEffect( () => {
		if ( seen.current === state ) {
			return;
		}
		seen.current = state;
		if ( ! isCovered && ! isSeenInItsRow( deciding ) ) {
			place.current?.scrollIntoView( {
				block: 'nearest',
				behavior: isMotionReduced() ? 'auto' : 'smooth',
			} );
		}
	} );
	return place;
}

const isMotionReduced = (): boolean =>
	window.matchMedia( '(prefers-reduced-motion: reduce)' ).matches;

/** What goes on, or went well with one row: whoever works down the list stays there. */
function isSeenInItsRow( { state, result }: Deciding ): boolean {
	switch ( state.status ) {
		case 'failed':
			return false;
		case 'done':
			return (
				result?.kind === 'decided' &&
				! hasStopped( result.decision, result.answer )
			);
		default:
			return true;
	}
}

type CameProps = Pick< OutcomeProps, 'onCame' > & { result: Result };

function Came( { result, onCame }: CameProps ) {
	return result.kind === 'retried' ? (
		<FetchedPart isQuiet>
			<Retried { ...result } onCame={ onCame } />
		</FetchedPart>
	) : (
		<Said { ...result } />
	);
}
