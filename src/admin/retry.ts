/** `RetryTask::ONE_BY_ONE`: only a person who looked at that very order may say so. */
const ONE_BY_ONE: readonly string[] = [
	'send_unknown',
	'differs_from_order',
	'draft_not_writable',
];

/** `problem`: a `Domain\Failures\ProblemCode`. */
export const canRetryTogether = ( problem: string ): boolean =>
	! ONE_BY_ONE.includes( problem );
