/** What the order screen calls; apart from the page's, whose schemas its script does without. */
import {
	type CreditNotePreviewRequest,
	CreditNotePreviewSchema,
} from '../schemas/creditNotePreview';
import { request } from './request';

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
