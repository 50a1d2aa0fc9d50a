/** What the history and the to-do list ask for. */
import {
	HistoryAboutSchema,
	HistoryOrderSchema,
	HistorySchema,
	TodoSchema,
} from '../generated/schemas';
import { readPage } from './pages';
import { request, requestPage } from './request';

/** On a phone more would be a long way down. */
export const ROWS = 20;

/** `query`: what is asked for beside the page. Without any, `Admin\PreloadedAnswers` knows the address. */
const addressOf = ( path: string, page: number, query: string ): string =>
	`${ path }?page=${ page }&per_page=${ ROWS }${ query && `&${ query }` }`;

/** `more`: not 0 where the newest documents alone were looked at. */
export const getHistory = (
	asked: number,
	query: string,
	signal: AbortSignal
) =>
	readPage( asked, ROWS, ( page ) =>
		requestPage(
			HistorySchema,
			{ path: addressOf( '/history', page, query ), signal },
			'X-OrderInvoicer-Newest'
		)
	);

export const getHistoryAbout = ( signal: AbortSignal ) =>
	request( HistoryAboutSchema, { path: '/history/about', signal } );

export const getHistoryOrder = ( number: string, signal: AbortSignal ) =>
	request( HistoryOrderSchema, {
		path: `/history/order?number=${ number }`,
		signal,
	} );

/** Without a cause, the newest rows of each; `total` counts those of a cause. */
export const getTodo = ( page: number, query: string, signal: AbortSignal ) =>
	requestPage( TodoSchema, {
		path: addressOf( '/todo', page, query ),
		signal,
	} );
