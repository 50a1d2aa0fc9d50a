import { dryRun } from '../../../api/endpoints';
import type {
	DryRun,
	Problem,
	SettingsUpdate,
} from '../../../generated/schemas';
import { useWalk, type Walk } from './useWalk';

export type DryOrder = DryRun[ 'orders' ][ number ];
export type DryDocument = DryOrder[ 'documents' ][ number ];

const PER_PAGE = 10;
const PAGES = 5;

/** Of the latest orders that a dry run looks at. */
export const DRY_RUN_ORDERS = PER_PAGE * PAGES;

export type Tried = {
	orders: DryOrder[];
	/** That were looked through, of `PAGES`. */
	pages: number;
	/** Why no order could be tried at all. */
	problem: Problem | null;
};

export const NOTHING_TRIED: Tried = { orders: [], pages: 0, problem: null };

export const triedPercent = ( { pages }: Tried ): number =>
	( 100 * pages ) / PAGES;

/** Settings need not be saved; none: as they are. `asNew`: as if the orders came today. */
export function useDryRun(
	settings: SettingsUpdate = {},
	asNew = false
): {
	walk: Walk< Tried >;
	start: () => void;
	/** From where it stopped or failed. */
	resume: () => void;
	stop: () => void;
} {
	const { walk, start, stop } = useWalk< Tried >();
	const step = ( tried: Tried ) => nextPage( tried, settings, asNew );
	return {
		walk,
		start: () => start( NOTHING_TRIED, step ),
		resume: () =>
			start( walk.status === 'idle' ? NOTHING_TRIED : walk.data, step ),
		stop,
	};
}

/** Orders that cannot be read are left out of a page, so only an empty one is the last. */
async function nextPage(
	{ orders, pages }: Tried,
	settings: SettingsUpdate,
	asNew: boolean
) {
	const page = pages + 1;
	const answer = await dryRun( {
		page,
		per_page: PER_PAGE,
		settings,
		...( asNew && { as_new: true } ),
	} );
	// An order placed meanwhile pushes one that was shown onto the next page.
	const fresh = answer.orders.filter(
		( order ) => ! orders.some( ( { id } ) => id === order.id )
	);
	return {
		data: {
			orders: [ ...orders, ...fresh ],
			pages: page,
			problem: answer.problem,
		},
		isLast:
			page === PAGES ||
			answer.orders.length === 0 ||
			answer.problem !== null,
	};
}

export type Verdict = 'exact' | 'needs_you' | 'nothing';

const isExact = ( order: DryOrder, { totals }: DryDocument ): boolean =>
	totals?.incl_tax === order.incl_tax;

/** `nothing`: each document is there already, or not due. */
export function verdictOf( order: DryOrder ): Verdict {
	const made = order.documents.filter( ( d ) => d.outcome === 'made' );
	if (
		order.documents.some( ( d ) => d.outcome === 'stops' ) ||
		made.some( ( d ) => ! isExact( order, d ) )
	) {
		return 'needs_you';
	}
	return made.length > 0 ? 'exact' : 'nothing';
}

export const countOf = ( orders: DryOrder[], verdict: Verdict ): number =>
	orders.filter( ( order ) => verdictOf( order ) === verdict ).length;

const ORDER: readonly Verdict[] = [ 'needs_you', 'exact', 'nothing' ];

/** What needs a person stands first; else as the site gave them, newest first. */
export const sorted = ( orders: DryOrder[] ): DryOrder[] =>
	ORDER.flatMap( ( verdict ) =>
		orders.filter( ( order ) => verdictOf( order ) === verdict )
	);
