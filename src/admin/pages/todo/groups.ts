import type { Cause, Todo, TodoRow } from '../../../generated/schemas';

export type Group = {
	cause: Cause;
	rows: TodoRow[];
	/** What all of its rows say alike is said once; empty where they differ. */
	says: string;
};

/** Those that are shown, in the order of the causes. */
export const groupsOf = ( { causes, rows }: Todo ): Group[] =>
	causes
		.map( ( cause ) => groupOf( cause, rows ) )
		.filter( ( group ) => group.rows.length > 0 );

function groupOf( cause: Cause, all: TodoRow[] ): Group {
	const rows = all.filter(
		( { task } ) => task.problem?.code === cause.code
	);
	const texts = new Set( rows.map( textOf ) );
	return {
		cause,
		rows,
		says: texts.size === 1 ? ( [ ...texts ][ 0 ] ?? '' ) : '',
	};
}

export const textOf = ( { task: { problem } }: TodoRow ): string =>
	problem ? `${ problem.text } ${ problem.next_step }`.trim() : '';
