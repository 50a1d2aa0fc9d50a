import { __, _n, sprintf } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import { hasStopped, successText } from '../acts';
import type { Deciding, Result } from '../useSyncs';

/** What became of the last act: refused, stopped or done. */
export function Outcome( { deciding }: { deciding: Deciding } ) {
	const { state, result } = deciding;
	if ( state.status === 'failed' ) {
		return <Failure error={ state.error } />;
	}
	return result && <Said result={ result } />;
}

function Said( { result }: { result: Result } ) {
	if ( result.kind === 'retried' ) {
		return <Retried count={ result.count } />;
	}
	const { answer, decision } = result;
	return answer.problem && hasStopped( answer ) ? (
		<ProblemMessage problem={ answer.problem } status="warning" />
	) : (
		<Message status="success">
			<p>{ successText( decision, answer ) }</p>
		</Message>
	);
}

function Retried( { count }: { count: number } ) {
	return (
		<Message status="success">
			<p>
				{ count === 0
					? __( 'Nothing was left to try again.', 'orderinvoicer' )
					: sprintf(
							/* translators: %s: number of rows of the list. */
							_n(
								'%s went back to the queue.',
								'%s went back to the queue.',
								count,
								'orderinvoicer'
							),
							formatCount( count )
						) }
			</p>
		</Message>
	);
}
