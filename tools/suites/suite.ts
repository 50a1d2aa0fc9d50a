import type { Counts } from '../counts.ts';

export type Suite = {
	name: string;
	title: string;
	/** Roughly, alone on two cores: of several suites the longest begins first. */
	seconds: number;
	/** What must be there before it runs; shared preparation is made once for all suites. */
	needs: ( () => Promise< void > )[];
	/**
	 * @param args  What the command line passes on to the runner.
	 * @param notes Lines said once more at the end.
	 */
	run: ( args: string[], notes: string[] ) => Promise< Counts >;
};
