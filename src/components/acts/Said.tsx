import type { Task } from '../../generated/schemas';
import { Message, ProblemMessage } from '../Message';
import { type Decision, hasStopped, successText } from './acts';

/** What became of an act. */
export function Said( {
	decision,
	answer,
}: {
	decision: Decision;
	answer: Task;
} ) {
	return answer.problem && hasStopped( decision, answer ) ? (
		<ProblemMessage problem={ answer.problem } status="warning" />
	) : (
		<Message status="success">
			<p>{ successText( decision, answer ) }</p>
		</Message>
	);
}
