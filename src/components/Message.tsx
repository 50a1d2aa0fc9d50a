import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../api/request';
import type { Problem } from '../generated/schemas';

type MessageProps = {
	status: 'info' | 'success' | 'warning' | 'error';
	children: React.ReactNode;
	actions?: React.ReactNode;
};

export function Message( { status, children, actions }: MessageProps ) {
	return (
		<Notice
			className="orderinvoicer-message"
			status={ status }
			isDismissible={ false }
			politeness={ status === 'error' ? 'assertive' : 'polite' }
		>
			{ children }
			{ actions && (
				<div className="orderinvoicer-actions">{ actions }</div>
			) }
		</Notice>
	);
}

type ProblemMessageProps = {
	problem: Problem;
	status?: 'warning' | 'error';
	actions?: React.ReactNode;
};

export function ProblemMessage( {
	problem,
	status = 'error',
	actions,
}: ProblemMessageProps ) {
	return (
		<Message status={ status } actions={ actions }>
			<p>
				<strong>{ problem.text }</strong>
			</p>
			{ problem.next_step && <p>{ problem.next_step }</p> }
		</Message>
	);
}

type FailureProps = { error: RequestError; onRetry?: () => void };

export function Failure( { error, onRetry }: FailureProps ) {
	return (
		<Message
			status="error"
			actions={ onRetry && <TryAgain onClick={ onRetry } /> }
		>
			<p>{ error.message }</p>
		</Message>
	);
}

export const TryAgain = ( { onClick }: { onClick: () => void } ) => (
	<Button variant="secondary" __next40pxDefaultSize onClick={ onClick }>
		{ __( 'Try again', 'orderinvoicer' ) }
	</Button>
);
