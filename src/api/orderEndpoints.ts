/** What the order screen calls. */
import {
	type CreditNotePreviewRequest,
	CreditNotePreviewSchema,
	OrderDocumentsSchema,
} from '../generated/schemas';
import { HistorySchema } from './orderHistory';
import { request } from './request';

/** Nothing is asked of Sellsy. */
export const getOrderDocuments = ( orderId: number, signal?: AbortSignal ) =>
	request( OrderDocumentsSchema, {
		path: `/orders/${ orderId }/documents`,
		...( signal && { signal } ),
	} );

export const getHistory = ( orderId: number, signal: AbortSignal ) =>
	request( HistorySchema, { path: `/orders/${ orderId }/timeline`, signal } );

/** Nothing is created. */
export const previewCreditNote = (
	orderId: number,
	data: CreditNotePreviewRequest,
	signal: AbortSignal
) =>
	request( CreditNotePreviewSchema, {
		path: `/orders/${ orderId }/credit-note-preview`,
		method: 'POST',
		data,
		signal,
	} );
