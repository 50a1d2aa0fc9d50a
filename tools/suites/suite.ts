import type { Counts } from '../counts.ts';

export type Suite = {
	name: string;
	title: string;
	/**
	 * @param args  What the command line passes on to the runner.
	 * @param notes Lines said once more at the end.
	 */
	run: ( args: string[], notes: string[] ) => Promise< Counts >;
};
