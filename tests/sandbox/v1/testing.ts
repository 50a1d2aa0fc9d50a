import { objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { Bench, line } from '../testing.ts';
import type { V1Reply } from '../testing.ts';

/** A row of 3 × 8.325 HT at 20 %. */
export function once( fields: JsonObject = {} ): JsonObject {
	return {
		row_type: 'once',
		row_name: 'PORT',
		row_notes: 'Livraison',
		row_unit: 'unité',
		row_unitAmount: '8.325',
		row_taxid: 1,
		row_qt: '3',
		...fields,
	};
}

/** What the tests of documents ask of the old API. */
export class V1Bench extends Bench {
	create(
		document: JsonObject,
		rows: JsonObject = { 1: once() },
		more: JsonObject = {}
	): Promise< V1Reply > {
		return this.v1( 'Document.create', {
			document: { doctype: 'delivery', ...document },
			row: rows,
			...more,
		} );
	}

	/** The id of the document, 0 where it was refused. */
	async made(
		...given: Parameters< V1Bench[ 'create' ] >
	): Promise< number > {
		const { response } = await this.create( ...given );
		return Number( objectOf( response )[ 'doc_id' ] ?? 0 );
	}

	async one( docid: number, doctype = 'delivery' ): Promise< JsonObject > {
		const { response } = await this.v1( 'Document.getOne', {
			doctype,
			docid,
		} );
		return objectOf( response );
	}

	/** The id of a document that v2 writes. */
	async draftOf(
		path: string,
		third: number,
		fields: JsonObject = {}
	): Promise< number > {
		const { body } = await this.post( path, {
			related: [ { id: third, type: 'individual' } ],
			rows: [ line( '10.00', '1' ) ],
			...fields,
		} );
		return Number( body[ 'id' ] );
	}
}
