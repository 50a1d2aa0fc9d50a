import { __ } from '@wordpress/i18n';
import { retryTasks } from '../api/endpoints';
import { ConfirmModal } from '../components/ConfirmModal';
import type { TasksRetryRequest } from '../generated/schemas';

/** Something would become final: `request` is what says yes to just that. */
export type RetryAsked = { request: TasksRetryRequest; asks: string[] };

/** How many went back to the queue, or what is to be asked first. */
export async function retryTogether(
	request: TasksRetryRequest
): Promise< number | RetryAsked > {
	const { retried, asks, seen } = await retryTasks( request );
	return asks === undefined || seen === undefined
		? retried
		: { request: { ...request, seen }, asks };
}

type RetryQuestionProps = {
	asked: RetryAsked | null;
	onCancel: () => void;
	onConfirm: ( request: TasksRetryRequest ) => void;
};

export function RetryQuestion( {
	asked,
	onCancel,
	onConfirm,
}: RetryQuestionProps ) {
	return (
		asked && (
			<ConfirmModal
				title={ __( 'Try again?', 'orderinvoicer' ) }
				confirmLabel={ __( 'Retry', 'orderinvoicer' ) }
				onCancel={ onCancel }
				onConfirm={ () => onConfirm( asked.request ) }
			>
				{ asked.asks.map( ( sentence ) => (
					<p key={ sentence }>{ sentence }</p>
				) ) }
			</ConfirmModal>
		)
	);
}
