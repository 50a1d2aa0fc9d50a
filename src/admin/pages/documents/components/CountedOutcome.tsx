import { __, sprintf } from '@wordpress/i18n';
import { Failure, ProblemMessage } from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import { triedPercent, type useDryRun, verdictOf } from '../../orders/dryRun';
import { Progress } from '../../orders/components/Progress';
import type { Tried } from '../types';

type CountedOutcomeProps = {
	walk: ReturnType< typeof useDryRun >[ 'walk' ];
	tried: Tried | null;
};

/** How far it is, and what came of it. */
export function CountedOutcome( { walk, tried }: CountedOutcomeProps ) {
	const problem = walk.status === 'idle' ? null : walk.data.problem;
	return (
		<>
			{ walk.status === 'running' && (
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
		</>
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
