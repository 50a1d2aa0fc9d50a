import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import type { Problem, Sellsy } from '../../../../generated/schemas';
import { isUnconnected, type SellsyLists } from '../../../useSellsyLists';

const Trouble = fetched( async () => {
	const part = await import( /* webpackChunkName: "rare" */ './RareFields' );
	return part.SellsyListsTrouble;
} );

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
export function SellsyListsState( { lists }: { lists: SellsyLists } ) {
	const {
		sellsy: { resource },
		refreshing,
		refresh,
	} = lists;
	const isRunning = refreshing.status === 'running';
	const problem =
		resource.status === 'ready' ? firstProblem( resource.data ) : null;
	return (
		<>
			{ ( problem !== null ||
				resource.status === 'error' ||
				refreshing.status === 'failed' ) && (
				<FetchedPart isQuiet>
					<Trouble lists={ lists } problem={ problem } />
				</FetchedPart>
			) }
			{ ! isUnconnected( problem ) && (
				<div className="orderinvoicer-actions orderinvoicer-actions--above">
					<Button
						variant="tertiary"
						__next40pxDefaultSize
						isBusy={ isRunning }
						disabled={ isRunning }
						accessibleWhenDisabled
						onClick={ refresh }
					>
						{ __(
							'Read the lists of Sellsy again',
							'orderinvoicer'
						) }
					</Button>
				</div>
			) }
		</>
	);
}
