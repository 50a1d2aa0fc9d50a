/** What a cause is called where several orders stopped for it; the sentences about one of them come from the site. */
import { PROBLEMS } from '../generated/problems';

/** A code that this page does not know yet stands for itself. */
export const problemTitle = ( code: string ): string =>
	PROBLEMS[ code ]?.title?.() ?? code;
