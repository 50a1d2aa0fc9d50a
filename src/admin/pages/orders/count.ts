import { countBackfill } from '../../../api/endpoints';
import type { BackfillCount, Problem } from '../../../generated/schemas';
import type { Choice } from './choice';
import { useWalk, type Walk } from './useWalk';

export type Counted = {
	/** In all; null before the first answer. */
	orders: number | null;
	lookedAt: number;
	withDocuments: number;
	wouldStop: number;
	/** One of each kind, with how many orders it would stop. */
	problems: BackfillCount[ 'problems' ];
	cursor: string;
	/** Why it could not be counted at all. */
	problem: Problem | null;
};

export const NOTHING_COUNTED: Counted = {
	orders: null,
	lookedAt: 0,
	withDocuments: 0,
	wouldStop: 0,
	problems: [],
	cursor: '',
	problem: null,
};

export const countedPercent = ( { orders, lookedAt }: Counted ): number =>
	orders ? Math.min( 100, ( 100 * lookedAt ) / orders ) : 0;

export type CountModel = {
	walk: Walk< Counted >;
	start: ( choice: Choice ) => void;
	reset: () => void;
};

export function useCount(): CountModel {
	const { walk, start, reset } = useWalk< Counted >();
	return {
		walk,
		start: ( choice ) =>
			start( NOTHING_COUNTED, async ( soFar ) => {
				const { from, to, statuses, kinds } = choice;
				const answer = await countBackfill( {
					from,
					to,
					statuses,
					kinds,
					cursor: soFar.cursor,
				} );
				return {
					data: added( soFar, answer ),
					isLast: answer.next === null,
				};
			} ),
		reset,
	};
}

export const added = ( soFar: Counted, step: BackfillCount ): Counted => ( {
	orders: step.orders,
	lookedAt: soFar.lookedAt + step.looked_at,
	withDocuments: soFar.withDocuments + step.with_documents,
	wouldStop: soFar.wouldStop + step.would_stop,
	problems: step.problems.reduce( withProblem, soFar.problems ),
	cursor: step.next ?? '',
	problem: step.problem,
} );

const withProblem = (
	problems: BackfillCount[ 'problems' ],
	met: BackfillCount[ 'problems' ][ number ]
): BackfillCount[ 'problems' ] =>
	problems.some( ( { problem } ) => problem.code === met.problem.code )
		? problems.map( ( one ) =>
				one.problem.code === met.problem.code
					? { ...one, orders: one.orders + met.orders }
					: one
			)
		: [ ...problems, met ];
