import { __ } from '@wordpress/i18n';
import { retryTasks } from '../api/endpoints';
import { ConfirmModal } from '../components/ConfirmModal';
import { fetched } from '../components/fetched';
import type { TasksRetryRequest } from '../generated/schemas';

/** Something would become final: `request` is what says yes to just that. */
export type RetryAsked = { request: TasksRetryRequest; asks: string[] };

/** What went back to the queue: how many, and which, as far as that can be followed. */
export type RetriedTogether = { count: number; ids: readonly number[] };

export async function retryTogether(
	request: TasksRetryRequest
): Promise< RetriedTogether | RetryAsked > {
	const { retried, ids = [], asks, seen } = await retryTasks( request );
	return asks === undefined || seen === undefined
		? { count: retried, ids }
		: { request: { ...request, seen }, asks };
}

/** Fetched once somebody tries again. */
export const Retried = fetched( async () => {
	const part = await import( /* webpackChunkName: "retried" */ './Retried' );
	return part.Retried;
} );

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
