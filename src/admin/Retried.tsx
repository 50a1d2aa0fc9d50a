import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { getRetried } from '../api/endpoints';
import { usePolling } from '../api/usePolling';
import { useResource } from '../api/useResource';
import { Message } from '../components/Message';
import { PROBLEMS } from '../generated/problems';
import type { RetriedTasks } from '../generated/schemas';
import { formatCount } from '../i18n/format';
import { labelled } from '../i18n/labels';
import { hrefOf } from './useRoute';

type Props = {
	count: number;
	ids: readonly number[];
	/** Something came of them: a list of the page is no longer right. */
	onCame?: ( () => void ) | undefined;
};
type Way = RetriedTasks[ number ];

const LOOK_MS = 4_000;

/** What is still under way then waits for something else, and the history follows it. */
const LOOK_FOR_MS = 600_000;

const isOpen = ( { state }: Way ): boolean =>
	state === 'queued' || state === 'working';

/** What came of all that was tried again together, as it comes. */
export function Retried( { count, ids, onCame }: Props ) {
	const ways = useWays( ids );
	useTold( ways, onCame );
	const hasStopped = ways?.some( ( { state } ) => state === 'attention' );
	return (
		<Message status={ hasStopped ? 'warning' : 'success' }>
			<p>{ ways ? cameText( count ) : triedText( count ) }</p>
			{ ways && (
				<ul className="orderinvoicer-list">
					<Line text={ doneText( sumOf( ways, isDone ) ) } />
					{ ways
						.filter( ( way ) => ! isDone( way ) && ! isOpen( way ) )
						.map( ( way ) => (
							<Ended
								key={ `${ way.state } ${ way.problem }` }
								way={ way }
							/>
						) ) }
					<Line text={ openText( sumOf( ways, isOpen ) ) } />
				</ul>
			) }
		</Message>
	);
}

/** Null until it is known; what cannot be read now stays as it was. */
function useWays( ids: readonly number[] ): RetriedTasks | null {
	const [ began ] = useState( Date.now );
	const load = useCallback(
		( signal: AbortSignal ) => getRetried( ids, signal ),
		[ ids ]
	);
	const { resource, reload } = useResource( ids.length > 0 ? load : null );
	const ways = resource.status === 'ready' ? resource.data : null;
	const isFollowed =
		ids.length > 0 &&
		Date.now() < began + LOOK_FOR_MS &&
		ways?.some( isOpen ) !== false;
	usePolling( resource, reload, isFollowed ? LOOK_MS : null );
	return ways;
}

/** Once for each change, however long they take. */
function useTold( ways: RetriedTasks | null, onCame?: () => void ): void {
	const came = JSON.stringify( ways );
	const told = useRef( came );
	useEffect( () => {
		if ( told.current !== came ) {
			told.current = came;
			onCame?.();
		}
	} );
}

const isDone = ( { state }: Way ): boolean => state === 'done';

const sumOf = ( ways: RetriedTasks, are: ( way: Way ) => boolean ): number =>
	ways.filter( are ).reduce( ( sum, { tasks } ) => sum + tasks, 0 );

const Line = ( { text }: { text: string } ) => text && <li>{ text }</li>;

/** Why, and where all of them are. */
function Ended( { way: { state, problem, tasks } }: { way: Way } ) {
	const why = PROBLEMS[ problem ]?.title?.();
	const said = endedText( state, tasks );
	const text = why ? labelled( said, why ) : said;
	return (
		<li>
			{ text }{ ' ' }
			<a
				href={
					state === 'attention'
						? hrefOf( 'todo', { problem } )
						: hrefOf( 'log', { state, problem } )
				}
				aria-label={ labelled( seeText(), text ) }
			>
				{ seeText() }
			</a>
		</li>
	);
}

const seeText = (): string => __( 'See which', 'orderinvoicer' );

const triedText = ( count: number ): string =>
	count === 0
		? __( 'Nothing was left to try again.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of rows of the list. */
				_n(
					'%s is tried again now. The history shows what comes of it.',
					'%s are tried again now. The history shows what comes of them.',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);

const cameText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of rows of the list. */
		_n(
			'%s was tried again.',
			'%s were tried again.',
			count,
			'orderinvoicer'
		),
		formatCount( count )
	);

const doneText = ( count: number ): string =>
	count === 0
		? ''
		: sprintf(
				/* translators: %s: number of rows of the list. */
				_n( '%s is done.', '%s are done.', count, 'orderinvoicer' ),
				formatCount( count )
			);

const openText = ( count: number ): string =>
	count === 0
		? ''
		: sprintf(
				/* translators: %s: number of rows of the list. */
				_n(
					'%s is under way.',
					'%s are under way.',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);

const endedText = ( state: Way[ 'state' ], count: number ): string =>
	state === 'attention'
		? sprintf(
				/* translators: %s: number of rows of the list. */
				_n(
					'%s stopped again',
					'%s stopped again',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			)
		: sprintf(
				/* translators: %s: number of rows of the list. */
				_n(
					'%s was left out',
					'%s were left out',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);
