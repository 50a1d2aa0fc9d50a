import type { Cause, Todo, TodoRow } from '../../../generated/schemas';

export type Group = {
	cause: Cause;
	rows: TodoRow[];
	/** What all of its rows say alike, said once; of them each says the rest. */
	says: string[];
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
	return {
		cause,
		rows,
		says: saidOf( rows[ 0 ] ).filter( ( part ) =>
			rows.every( ( row ) => saidOf( row ).includes( part ) )
		),
	};
}

/** What its group does not say already. */
export const ownOf = ( row: TodoRow, { says }: Group ): string =>
	saidOf( row )
		.filter( ( part ) => ! says.includes( part ) )
		.join( ' ' );

/** Why it stopped, and what to do. */
const saidOf = ( row: TodoRow | undefined ): string[] => {
	const problem = row?.task.problem;
	return problem
		? [ problem.text, problem.next_step ].filter( ( part ) => part !== '' )
		: [];
};
