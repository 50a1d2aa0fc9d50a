import {
	MOST_ROWS,
	MOST_ROWS_OF_A_DAY,
	MOST_ROWS_OF_AN_HOUR,
	type Figure,
} from './figures.ts';

/** By name. */
export type Measured = ReadonlyMap< string, number >;

type Shown = { text: string; beyond: string[] };

/** A line for each: its name, a tab, the figure. */
export const read = ( notes: string ): Measured =>
	new Map(
		notes
			.split( '\n' )
			.filter( ( line ) => line !== '' )
			.map( ( line ): [ string, number ] => {
				const [ name = '', figure = '' ] = line.split( '\t' );
				return [ name, Number( figure ) ];
			} )
	);

/** Of a part alone; a whole run must measure all. */
export const whatWas = ( figures: Figure[], measured: Measured ): Figure[] =>
	figures.filter( ( { name } ) => measured.has( name ) );

const isBeyond = ( { limit, isShare }: Figure, now: number ): boolean =>
	limit !== null && ( isShare === true ? now < limit : now > limit );

const aligned = ( rows: string[][] ): string => {
	const widths = ( rows[ 0 ] ?? [] ).map( ( _cell, column ) =>
		Math.max( ...rows.map( ( row ) => ( row[ column ] ?? '' ).length ) )
	);
	return rows
		.map( ( row ) =>
			row
				.map( ( cell, column ) =>
					column === 0
						? cell.padEnd( widths[ column ] ?? 0 )
						: cell.padStart( widths[ column ] ?? 0 )
				)
				.join( '  ' )
				.trimEnd()
		)
		.join( '\n' );
};

/** What was not measured is beyond every limit. */
export const table = ( figures: Figure[], measured: Measured ): Shown => {
	const beyond: string[] = [];
	const rows = figures.map( ( figure ) => {
		const now = measured.get( figure.name );
		const bad = now === undefined || isBeyond( figure, now );
		if ( bad ) {
			beyond.push( figure.name );
		}
		return [
			figure.name,
			String( figure.before ?? '–' ),
			String( figure.limit ?? '–' ),
			String( figure.kept ),
			String( now ?? 'not measured' ),
			bad ? 'beyond' : '',
		];
	} );
	const head = [ '', '13317d7', 'limit', 'kept', 'now', '' ];
	return { text: aligned( [ head, ...rows ] ), beyond };
};

const SCREEN = /^([\d,]+) tasks: (.+), (rows|queries|ms)$/;

export const hasScreens = ( measured: Measured ): boolean =>
	[ ...measured.keys() ].some( ( name ) => SCREEN.test( name ) );

/**
 * So short a ledger is sorted whole where the database likes, and counted besides when it is asked about for the first
 * time. Figures read all documents of two months, and their orders whole: of this ledger a quarter, with long months.
 */
const mostRows = ( tasks: number, screen: string ): number => {
	const most =
		{
			'log, one day': MOST_ROWS_OF_A_DAY,
			'hourly count': MOST_ROWS_OF_AN_HOUR,
			diagnostics: MOST_ROWS_OF_A_DAY,
			figures: 0.3 * tasks,
		}[ screen ] ?? MOST_ROWS;
	return tasks <= MOST_ROWS_OF_A_DAY ? 2 * tasks : most;
};

/** Rows, queries and time of each screen, by the number of tasks. */
export const screens = ( measured: Measured ): Shown => {
	const beyond: string[] = [];
	const cells = new Map< string, Map< string, string > >();
	for ( const [ name, rows ] of measured ) {
		const [ , tasks = '', screen = '', what ] = SCREEN.exec( name ) ?? [];
		if ( what !== 'rows' ) {
			continue;
		}
		if ( rows > mostRows( Number( tasks.replace( /,/g, '' ) ), screen ) ) {
			beyond.push( name );
		}
		const also = [ 'queries', 'ms' ].map( ( unit ) => {
			const figure = measured.get(
				`${ tasks } tasks: ${ screen }, ${ unit }`
			);
			return figure === undefined ? '–' : String( figure );
		} );
		const row = cells.get( screen ) ?? new Map< string, string >();
		cells.set( screen, row.set( tasks, [ rows, ...also ].join( ' / ' ) ) );
	}
	const sizes = [ ...( [ ...cells.values() ][ 0 ]?.keys() ?? [] ) ];
	const head = [
		'rows examined / queries / ms',
		...sizes.map( ( size ) => `${ size } tasks` ),
	];
	const body = [ ...cells ].map( ( [ screen, row ] ) => [
		screen,
		...sizes.map( ( size ) => row.get( size ) ?? '' ),
	] );
	if ( body.length === 0 ) {
		beyond.push( 'no screen was measured' );
	}
	return { text: aligned( [ head, ...body ] ), beyond };
};
