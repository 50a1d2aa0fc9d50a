import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Failure } from '../../../../components/Message';
import { isUnconnected, SellsyProblem } from '../../../status/SellsyProblem';
import type { SellsyLists } from '../../../useSellsyLists';

/** What the cards choose from: why it is not there, and reading it again after a change in Sellsy. */
export function SellsyListsState( {
	lists: { sellsy, refreshing, refresh },
}: {
	lists: SellsyLists;
} ) {
	const isRunning = refreshing.status === 'running';
	const problem =
		sellsy.resource.status === 'ready'
			? sellsy.resource.data.rate_categories.problem
			: null;
	if ( problem && isUnconnected( problem ) ) {
		return <SellsyProblem problem={ problem } />;
	}
	return (
		<>
			{ sellsy.resource.status === 'error' && (
				<Failure
					error={ sellsy.resource.error }
					onRetry={ sellsy.reload }
				/>
			) }
			{ refreshing.status === 'failed' && (
				<Failure error={ refreshing.error } />
			) }
			<div className="orderinvoicer-actions orderinvoicer-actions--above">
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					isBusy={ isRunning }
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ refresh }
				>
					{ __( 'Read the lists of Sellsy again', 'orderinvoicer' ) }
				</Button>
			</div>
		</>
	);
}
