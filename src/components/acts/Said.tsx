import type { Task } from '../../generated/schemas';
import { Message, ProblemMessage } from '../Message';
import { type Decision, hasStopped, successText } from './acts';

/** Where what was made is seen. */
function Made( { task: { what, document } }: { task: Task } ) {
	if ( ! document?.url ) {
		return null;
	}
	const { url, pdf } = document;
	const name = document.number || what;
	return (
		<span>
			{ ' ' }
			<a href={ url }>{ name }</a>
			{ pdf && (
				<>
					{ ' · ' }
					<a href={ pdf } aria-label={ `PDF, ${ name }` }>
						PDF
					</a>
				</>
			) }
		</span>
	);
}

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
			<p>
				{ successText( decision, answer ) }
				{ answer.state === 'done' && <Made task={ answer } /> }
			</p>
		</Message>
	);
}
