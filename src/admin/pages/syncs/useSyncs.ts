import { useCallback, useMemo, useState } from '@wordpress/element';
import {
	chooseCustomer,
	getSyncs,
	retrySync,
	retrySyncs,
} from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { useResource, type View } from '../../../api/useResource';
import type { CustomerChoice, Sync, SyncsFilter } from '../../../schemas/syncs';

export type SyncsPageData = { items: Sync[]; total: number };

export type SyncsModel = {
	view: View< SyncsPageData >;
	page: number;
	goTo: ( page: number ) => void;
	acting: ActionState;
	/** Of the last "retry all": how many went back to the queue. */
	retried: number | null;
	refresh: () => void;
	retry: ( id: number ) => void;
	retryAll: () => void;
	choose: ( id: number, customer: CustomerChoice ) => void;
};

/** `onChanged`: counts elsewhere on the page are no longer right. */
export function useSyncs(
	filter: SyncsFilter,
	onChanged: () => void
): SyncsModel {
	const [ at, setAt ] = useState( { filter, page: 1 } );
	// Another filter begins at its first page.
	const page = at.filter === filter ? at.page : 1;
	const load = useCallback(
		( signal: AbortSignal ) => getSyncs( { ...filter, page }, signal ),
		[ filter, page ]
	);
	const { resource, reload } = useResource( load );
	const view = useMemo(
		() => ( { resource, reload } ),
		[ resource, reload ]
	);
	const acting = useAction();
	const [ retried, setRetried ] = useState< number | null >( null );

	const refresh = () => {
		reload();
		onChanged();
	};
	const act = ( work: () => Promise< number | null > ) =>
		acting.run( async () => {
			setRetried( null );
			setRetried( await work() );
			refresh();
		} );

	return {
		view,
		page,
		goTo: ( next ) => setAt( { filter, page: next } ),
		acting: acting.state,
		retried,
		refresh,
		retry: ( id ) =>
			act( async () => {
				await retrySync( id );
				return null;
			} ),
		retryAll: () =>
			act( async () => {
				const { problem } = filter;
				const asked = problem === '' ? {} : { problem };
				return ( await retrySyncs( asked ) ).retried;
			} ),
		choose: ( id, customer ) =>
			act( async () => {
				await chooseCustomer( id, customer );
				return null;
			} ),
	};
}

/** The codes of Domain\Sync\ProblemCode whose answer is a customer. */
const CUSTOMER_PROBLEMS = [ 'several_customers', 'customer_other_kind' ];

export const needsCustomer = ( { state, problem }: Sync ): boolean =>
	state === 'attention' &&
	problem !== null &&
	CUSTOMER_PROBLEMS.includes( problem.code );

export const canRetry = ( sync: Sync ): boolean =>
	sync.state === 'attention' ||
	sync.state === 'skipped' ||
	( sync.state === 'queued' && sync.problem !== null );
