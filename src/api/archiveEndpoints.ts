/** The PDFs of a list of documents, as one file. */
import { ArchivePlanSchema, ArchiveSchema } from '../generated/schemas';
import { request } from './request';

/** What leaves something out of the list, by name. */
export type Filter = ReadonlyArray< [ string, string ] >;

export const planArchive = ( filter: Filter, signal: AbortSignal ) =>
	request( ArchivePlanSchema, {
		path: `/archive/plan?${ new URLSearchParams( [ ...filter ] ).toString() }`,
		signal,
	} );

export const getArchive = ( signal: AbortSignal ) =>
	request( ArchiveSchema, { path: '/archive', signal } );

export const beginArchive = ( filter: Filter ) =>
	request( ArchiveSchema, {
		path: '/archive',
		method: 'POST',
		data: Object.fromEntries( filter ),
	} );

export const deleteArchive = () =>
	request( ArchiveSchema, { path: '/archive', method: 'DELETE' } );
