import type { Task } from '../../../generated/schemas';
import type { RetriedTogether } from '../../RetryQuestion';
import type { Decision } from '../../../components/acts/acts';

/** What the last act came to. */
export type Result =
	| { kind: 'decided'; decision: Decision; answer: Task }
	| ( { kind: 'retried' } & RetriedTogether );
