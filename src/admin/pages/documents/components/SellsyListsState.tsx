import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Failure } from '../../../../components/Message';
import type { Problem, Sellsy } from '../../../../generated/schemas';
import { isUnconnected, SellsyProblem } from '../../../status/SellsyProblem';
import type { SellsyLists } from '../../../useSellsyLists';

/** Mostly that of all: Sellsy is away, or refuses. */
const firstProblem = ( {
	rate_categories: categories,
	staffs,
	models,
	payment_terms: terms,
}: Sellsy ): Problem | null =>
	[ categories, staffs, models, terms ].find( ( list ) => list.problem )
		?.problem ?? null;

/** What the cards choose from: why it is not there, and reading it again after a change in Sellsy. */
export function SellsyListsState( {
	lists: { sellsy, refreshing, refresh },
}: {
	lists: SellsyLists;
} ) {
	const isRunning = refreshing.status === 'running';
	const problem =
		sellsy.resource.status === 'ready'
			? firstProblem( sellsy.resource.data )
			: null;
	const why = problem && (
		<SellsyProblem
			problem={ problem }
			missing={ __(
				'The lists of Sellsy could not be read. What you chose stays as it is.',
				'orderinvoicer'
			) }
		/>
	);
	if ( isUnconnected( problem ) ) {
		return why;
	}
	return (
		<>
			{ why }
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
