import { PROBLEMS } from '../generated/problems';

/** Of some, only a person who looked at that very order may say so. `problem`: a `Domain\Failures\ProblemCode`. */
export const canRetryTogether = ( problem: string ): boolean =>
	PROBLEMS[ problem ]?.oneByOne !== true;
