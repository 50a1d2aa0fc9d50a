import type { Task } from '../../../generated/schemas';
import type { Result } from './types';

/** How often what is being worked on is looked at. */
export const FOLLOW_MS = 4_000;

/** After an act, also where no row of the list shows that something goes on. */
const FOLLOW_FOR_MS = 60_000;

const SOON_MS = 60_000;
const LONG_MS = 600_000;

/** After an act. Of a few that were tried again `Retried` tells; of very many nobody does, and they take longer. */
export const followsAct = (
	result: Result | null,
	actedAt: number,
	now: number
): boolean => {
	const isUntold =
		result?.kind === 'retried' && result.count > 0 && ! result.ids.length;
	return now < actedAt + ( isUntold ? LONG_MS : FOLLOW_FOR_MS );
};

/** It will look different in a moment. What should have gone on long ago waits for something else. */
export function isMoving( { state, ...task }: Task, now: number ): boolean {
	if ( state !== 'queued' && state !== 'working' ) {
		return false;
	}
	const begins = Date.parse(
		state === 'queued' ? task.due_at : task.updated_at
	);
	return begins < now + SOON_MS && begins > now - LONG_MS;
}

/** What was decided about a row, with the row as it stands by now. */
export function followed( result: Result | null, rows: Task[] ): Result | null {
	if ( result?.kind !== 'decided' ) {
		return result;
	}
	const row = rows.find( ( { id } ) => id === result.answer.id );
	return row === undefined ? result : { ...result, answer: row };
}
