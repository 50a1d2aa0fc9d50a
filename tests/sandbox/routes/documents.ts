import { objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import {
	createDocument,
	documentsOf,
	findDocument,
	updateDocument,
} from '../documents.ts';
import { KINDS } from '../kinds.ts';
import { ordered, paginate, selectFields } from '../paging.ts';
import { understand } from '../rules/document.ts';
import { parentOf } from '../rules/parents.ts';
import { finalise } from '../rules/statuses.ts';
import type { DocumentKind, SellsyDocument } from '../state.ts';
import type { Answer, ApiCall, Routes } from '../world.ts';
import { computeView } from './compute-views.ts';
import { isWanted } from './document-search.ts';
import { documentView, listedView } from './document-views.ts';
import { embedded } from './embeds.ts';

/** The routes that documents share. Which of them a kind has is the contract's business. */
export function documentRoutes( kind: DocumentKind ): Routes {
	const path = `/${ KINDS[ kind ].path }`;
	const found = ( call: ApiCall ) =>
		findDocument( kind, call.ids[ 0 ] ?? 0, call.world );
	return {
		[ `GET ${ path }` ]: ( call ) => list( kind, {}, call ),
		[ `POST ${ path }/search` ]: ( call ) =>
			list( kind, objectOf( call.body[ 'filters' ] ), call ),
		[ `POST ${ path }/compute` ]: ( call ) => compute( kind, call ),
		[ `POST ${ path }` ]: ( call ) =>
			answer( 201, createDocument( kind, call.body, call.world ), call ),
		[ `GET ${ path }/{id}` ]: ( call ) =>
			answer( 200, found( call ), call ),
		[ `PUT ${ path }/{id}` ]: ( call ) => {
			updateDocument( found( call ), call.body, call.world );
			return answer( 200, found( call ), call );
		},
		[ `POST ${ path }/{id}/validate` ]: ( call ) => {
			const { world, body } = call;
			const date = textOf( body[ 'date' ] ) || world.clock.today();
			finalise( found( call ), date, world );
			return answer( 200, found( call ), call );
		},
		[ `PUT ${ path }/{id}/status` ]: ( call ) => {
			const document = found( call );
			document.step = textOf( call.body[ 'status' ] ) || document.step;
			return answer( 200, document, call );
		},
	};
}

function answer(
	status: number,
	document: SellsyDocument,
	{ world, query }: ApiCall
): Answer {
	return {
		status,
		body: selectFields(
			{
				...documentView( document, world ),
				...embedded( document, query, world ),
			},
			query
		),
	};
}

function list(
	kind: DocumentKind,
	filters: JsonObject,
	{ world, query }: ApiCall
): Answer {
	const documents = documentsOf( kind, world.state )
		.filter( ( document ) => isWanted( document, filters, world ) )
		.map( ( document ) => listedView( document, world ) );
	const inOrder = ordered( query, world.options.document_order );
	return { status: 200, body: paginate( documents, inOrder ) };
}

function compute( kind: DocumentKind, { world, body }: ApiCall ): Answer {
	const understood = understand( kind, body, world );
	parentOf( kind, body, understood.third, world );
	return {
		status: 200,
		body: computeView( kind, body, understood, world ),
	};
}
