import { createHash } from 'node:crypto';
import { isObject, listOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { documentsOf } from '../documents.ts';
import { statusOf } from '../rules/statuses.ts';
import type { DocumentKind, SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import { keyed, numberOf, objectAt } from './values.ts';
import { fullView, summary } from './views.ts';

/** @throws E_OBJ_NOT_LOADABLE where there is none of this id, or of another kind. */
export function find(
	id: Json | undefined,
	doctype: Json | undefined,
	{ state }: World
): SellsyDocument {
	const document = state.documents.get( numberOf( id ) );
	if ( document === undefined || document.kind !== doctype ) {
		throw notLoadable( 'document' );
	}
	return document;
}

export function getOne( { params, world }: V1Call ): Json {
	return fullView(
		find( params[ 'docid' ], params[ 'doctype' ], world ),
		world
	);
}

/** The link leads to the document as it is now: it is another one after every change. */
export function getPublicLink( { params, world }: V1Call ): Json {
	return {
		pdf: publicLink(
			find( params[ 'docid' ], params[ 'doctype' ], world ),
			world
		),
	};
}

function publicLink( document: SellsyDocument, world: World ): string {
	const hash = createHash( 'sha256' )
		.update( JSON.stringify( fullView( document, world ) ) )
		.digest( 'hex' );
	return `?_f=file&id=${ hash.slice( 0, 32 ) }&key=${ hash.slice( 32 ) }`;
}

/** @return Whose public link it is now; undefined: nobody's, or no more. */
export const linkedDocument = (
	link: string,
	world: World
): SellsyDocument | undefined =>
	[ ...world.state.documents.values() ].find(
		( document ) => publicLink( document, world ) === link
	);

const ORDERS: Record< string, string > = {
	doc_ident: 'ident',
	doc_thirdname: 'thirdname',
	doc_displayedDate: 'displayedDate',
	doc_totalAmountTaxesFree: 'totalAmountTaxesFree',
};

export function getList( { params, world }: V1Call ): Json {
	const search = objectAt( params, 'search' );
	const found = kindOf( params[ 'doctype' ], world )
		.filter( ( document ) => isWanted( document, search, world ) )
		.map( ( document ) => summary( document, world ) );
	const { direction, order } = objectAt( params, 'order' );
	const by = ORDERS[ textOf( order ) ] ?? 'displayedDate';
	found.sort( ( a, b ) => compare( a, b, by ) );
	if ( direction === 'DESC' ) {
		found.reverse();
	}
	return page( found, objectAt( params, 'pagination' ) );
}

/** Models can be listed too, but none is kept among the documents. */
function kindOf( doctype: Json | undefined, world: World ): SellsyDocument[] {
	const kinds: DocumentKind[] = [
		'invoice',
		'estimate',
		'proforma',
		'delivery',
		'order',
	];
	return kinds
		.filter( ( kind ) => kind === doctype )
		.flatMap( ( kind ) => documentsOf( kind, world.state ) );
}

/** Two documents of one day stand in the order they were made. */
function compare( a: JsonObject, b: JsonObject, by: string ): number {
	return (
		textOf( a[ by ] ).localeCompare( textOf( b[ by ] ), 'fr', {
			numeric: true,
		} ) || Number( a[ 'id' ] ) - Number( b[ 'id' ] )
	);
}

function isWanted(
	document: SellsyDocument,
	search: JsonObject,
	world: World
): boolean {
	const among = ( name: string, value: string ) => {
		const wanted = listOf( search[ name ] ).map( String );
		return wanted.length === 0 || wanted.includes( value );
	};
	const tags = textOf( search[ 'tags' ] )
		.split( ',' )
		.filter( ( tag ) => tag !== '' );
	const own = listOf( document.body[ 'tags' ] );
	const { ident, owner } = search;
	return (
		( ident === undefined || ident === document.number ) &&
		( owner === undefined ||
			numberOf( owner ) ===
				numberOf( document.body[ 'owner_id' ] ?? 1 ) ) &&
		passes(
			world.options.v1_steps_search,
			listOf( search[ 'steps' ] ).length > 0,
			among( 'steps', statusOf( document, world ) )
		) &&
		among( 'thirds', String( document.third.id ) ) &&
		tags.every( ( tag ) => own.includes( tag ) ) &&
		search[ 'shops' ] === undefined &&
		isWithin( document.date, search, 'periodecreated' ) &&
		passes(
			world.options.v1_created_search,
			'periodecreationDate_start' in search ||
				'periodecreationDate_end' in search,
			isWithin( document.created, search, 'periodecreationDate' )
		) &&
		isWithin( document.due_date, search, 'periodeexpired' )
	);
}

/** What a filter lets through: what it is asked for, nothing or all. */
function passes(
	filter: 'found' | 'none' | 'all',
	isAsked: boolean,
	isIt: boolean
): boolean {
	return ! isAsked || filter === 'all' || ( filter === 'found' && isIt );
}

function isWithin( moment: string, search: JsonObject, name: string ): boolean {
	const seconds = Date.parse( moment ) / 1000;
	const start = search[ `${ name }_start` ];
	const end = search[ `${ name }_end` ];
	return (
		( start === undefined || seconds >= numberOf( start ) ) &&
		( end === undefined || seconds <= numberOf( end ) )
	);
}

const DEFAULT_PAGE = 10;

function page( found: readonly JsonObject[], pagination: JsonObject ): Json {
	const size = numberOf( pagination[ 'nbperpage' ] ) || DEFAULT_PAGE;
	const number = numberOf( pagination[ 'pagenum' ] ) || 1;
	const shown = found.slice( ( number - 1 ) * size, number * size );
	return {
		infos: {
			nbperpage: size,
			nbpages: Math.ceil( found.length / size ),
			pagenum: String( number ),
			nbtotal: String( found.length ),
		},
		result: keyed(
			shown
				.filter( isObject )
				.map( ( entry ) => [ Number( entry[ 'id' ] ), entry ] as const )
		),
	};
}
