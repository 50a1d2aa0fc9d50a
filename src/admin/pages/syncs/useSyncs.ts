import { useCallback, useMemo, useState } from '@wordpress/element';
import { getSyncs, retrySyncs } from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { useResource, type View } from '../../../api/useResource';
import type { Sync, SyncsFilter } from '../../../schemas/syncs';
import { carryOut, type Decision } from './acts';

export type SyncsPageData = { items: Sync[]; total: number };

/** What the last act came to. */
export type Result =
	| { kind: 'decided'; decision: Decision; answer: Sync }
	| { kind: 'retried'; count: number };

/** Decisions of a person, one at a time, from the list or from a timeline. */
export type Deciding = {
	state: ActionState;
	/** Of the row that is being worked on. */
	busy: number | null;
	result: Result | null;
	decide: ( decision: Decision ) => void;
	/** Counts decisions, for whoever shows rows of their own. */
	decided: number;
};

export type SyncsModel = {
	view: View< SyncsPageData >;
	page: number;
	goTo: ( page: number ) => void;
	deciding: Deciding;
	refresh: () => void;
	retryAll: () => void;
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
	const refresh = () => {
		reload();
		onChanged();
	};
	return {
		view,
		page,
		goTo: ( next ) => setAt( { filter, page: next } ),
		refresh,
		...useDeciding( filter.problem, refresh ),
	};
}

/** `problem`: only rows with this one are retried together; empty for all. */
function useDeciding(
	problem: string,
	refresh: () => void
): Pick< SyncsModel, 'deciding' | 'retryAll' > {
	const { state, run } = useAction();
	const [ busy, setBusy ] = useState< number | null >( null );
	const [ result, setResult ] = useState< Result | null >( null );
	const [ decided, setDecided ] = useState( 0 );
	const act = ( id: number | null, work: () => Promise< Result > ) =>
		run( async () => {
			setBusy( id );
			setResult( null );
			setResult( await work() );
			setDecided( ( before ) => before + 1 );
			refresh();
		} );
	return {
		deciding: {
			state,
			busy: state.status === 'running' ? busy : null,
			result,
			decided,
			decide: ( decision ) =>
				act( decision.sync.id, async () => ( {
					kind: 'decided',
					decision,
					answer: await carryOut( decision ),
				} ) ),
		},
		retryAll: () =>
			act( null, async () => ( {
				kind: 'retried',
				count: ( await retrySyncs( problem === '' ? {} : { problem } ) )
					.retried,
			} ) ),
	};
}
