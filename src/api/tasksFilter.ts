import * as z from 'zod/mini';
import { LISTED_EFFECTS } from '../generated/facts';
import type { TaskState } from '../generated/schemas';

/** The work that is listed. */
export const ListedEffectSchema = z.enum( LISTED_EFFECTS );

/** Which rows are listed; an empty part leaves nothing out. `from` and `until` are days of the shop. */
export type TasksFilter = {
	state: TaskState | 'all';
	effect: z.infer< typeof ListedEffectSchema > | 'all';
	order: string;
	from: string;
	until: string;
	/** A `Domain\Failures\ProblemCode`. */
	problem: string;
};

export const NO_FILTER: TasksFilter = {
	state: 'all',
	effect: 'all',
	order: '',
	from: '',
	until: '',
	problem: '',
};

/** What a filter says in an address: a part that leaves nothing out is not said. */
export const narrowing = (
	filter: Partial< TasksFilter >
): Array< [ name: string, value: string ] > =>
	Object.entries( filter ).filter(
		( [ , value ] ) => value !== '' && value !== 'all'
	);
