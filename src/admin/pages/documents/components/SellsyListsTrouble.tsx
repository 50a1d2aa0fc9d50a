import { __ } from '@wordpress/i18n';
import { Failure } from '../../../../components/Message';
import type { Problem } from '../../../../generated/schemas';
import { SellsyProblem } from '../../../status/SellsyProblem';
import { isUnconnected, type SellsyLists } from '../../../useSellsyLists';

type SellsyListsTroubleProps = { lists: SellsyLists; problem: Problem | null };

/** Why there is nothing to choose from, or nothing new. */
export const SellsyListsTrouble = ( {
	lists: { sellsy, refreshing },
	problem,
}: SellsyListsTroubleProps ) => (
	<>
		{ problem && (
			<SellsyProblem
				problem={ problem }
				missing={ __(
					'The lists of Sellsy could not be read. What you chose stays as it is.',
					'orderinvoicer'
				) }
			/>
		) }
		{ sellsy.resource.status === 'error' && (
			<Failure
				error={ sellsy.resource.error }
				onRetry={ sellsy.reload }
			/>
		) }
		{ ! isUnconnected( problem ) && refreshing.status === 'failed' && (
			<Failure error={ refreshing.error } />
		) }
	</>
);
