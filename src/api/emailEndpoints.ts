/** What the preview of an e-mail asks. */
import {
	EmailPreviewSchema,
	EmailTestedSchema,
	type OwnerEmailTest,
	OwnerEmailTestedSchema,
} from '../generated/schemas';
import { request } from './request';

export const getEmailPreview = ( id: string, signal: AbortSignal ) =>
	request( EmailPreviewSchema, {
		path: `/email-preview?${ new URLSearchParams( { id } ).toString() }`,
		signal,
	} );

/** To who asks. */
export const testEmail = ( id: string ) =>
	request( EmailTestedSchema, {
		path: '/email-preview/test',
		method: 'POST',
		data: { id },
	} );

/** Sends an example to who asks. */
export const testOwnerEmail = ( data: OwnerEmailTest ) =>
	request( OwnerEmailTestedSchema, {
		path: '/owner-emails/test',
		method: 'POST',
		data,
	} );
