/** What the order screen calls; apart from the page's, whose schemas its script does without. */
import {
	type CreditNotePreviewRequest,
	CreditNotePreviewSchema,
} from '../schemas/creditNotePreview';
import { OrderDocumentsSchema } from '../schemas/orderDocuments';
import { HistorySchema } from '../schemas/orderHistory';
import { request } from './request';

/** Nothing is asked of Sellsy. */
export const getOrderDocuments = ( orderId: number, signal: AbortSignal ) =>
	request( OrderDocumentsSchema, {
		path: `/orders/${ orderId }/documents`,
		signal,
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
