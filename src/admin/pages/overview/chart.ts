import type { Day, Kind } from '../../../generated/schemas';
import { KINDS } from '../../settings/kinds';

/** A part of a day's bar, in percent of the plot's height from its top. */
export type Part = { kind: Kind; top: number; height: number };

export type Chart = {
	/** Those of which there is at least one. */
	kinds: Kind[];
	total: number;
	/** From 0 to the top of the plot, evenly spaced. */
	ticks: number[];
	bars: { day: string; total: number; parts: Part[] }[];
};

const sum = ( numbers: number[] ): number =>
	numbers.reduce( ( all, one ) => all + one, 0 );

export const totalOf = ( { counts }: Day ): number =>
	sum( KINDS.map( ( kind ) => counts[ kind ] ) );

export const totalOfKind = ( days: readonly Day[], kind: Kind ): number =>
	sum( days.map( ( { counts } ) => counts[ kind ] ) );

export function chartOf( days: readonly Day[] ): Chart {
	const totals = days.map( totalOf );
	const ticks = ticksUpTo( Math.max( 0, ...totals ) );
	const scale = 100 / ( ticks.at( -1 ) ?? 1 );
	return {
		kinds: KINDS.filter( ( kind ) => totalOfKind( days, kind ) > 0 ),
		total: sum( totals ),
		ticks,
		bars: days.map( ( day ) => ( {
			day: day.day,
			total: totalOf( day ),
			parts: partsOf( day, scale ),
		} ) ),
	};
}

function partsOf( { counts }: Day, scale: number ): Part[] {
	let top = 100;
	return KINDS.filter( ( kind ) => counts[ kind ] > 0 ).map( ( kind ) => {
		const height = counts[ kind ] * scale;
		top -= height;
		return { kind, top, height };
	} );
}

const MOST_STEPS = 4;
const ROUND = [ 1, 2, 5, 10 ];

/** Whole, round numbers: there is no half document. */
export function ticksUpTo( most: number ): number[] {
	const least = Math.max( 1, most / MOST_STEPS );
	const power = 10 ** Math.floor( Math.log10( least ) );
	const step =
		ROUND.map( ( round ) => round * power ).find(
			( size ) => size >= least
		) ?? least;
	const steps = Math.max( 1, Math.ceil( most / step ) );
	return Array.from( { length: steps + 1 }, ( _, index ) => index * step );
}

/** The day of most documents; the later one of two. */
export const busiest = ( days: readonly Day[] ): Day | undefined =>
	days.reduce< Day | undefined >(
		( most, day ) =>
			most === undefined || totalOf( day ) >= totalOf( most )
				? day
				: most,
		undefined
	);
