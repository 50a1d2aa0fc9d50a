import { textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { KINDS } from '../kinds.ts';
import { nameOf } from '../routes/document-views.ts';
import type { World } from '../world.ts';
import { documentPage } from './document.ts';
import { html, page } from './html.ts';

/** What an address of the back office opens; null where nothing is there. */
export function openedPage(
	query: URLSearchParams,
	world: World
): string | null {
	const { state } = world;
	const name = query.get( '_f' );
	if ( name === 'third' ) {
		const third = Number( query.get( 'thirdid' ) );
		const found =
			state.companies.get( third ) ?? state.individuals.get( third );
		return found === undefined
			? null
			: recordPage( nameOf( found ), found, THIRD );
	}
	const id = Number( query.get( 'id' ) );
	if ( name === 'catalogueitem' ) {
		const item = state.items.get( id );
		return item === undefined
			? null
			: recordPage( item.name ?? item.reference, item, ITEM );
	}
	const document = state.documents.get( id );
	return document !== undefined && name === KINDS[ document.kind ].page
		? documentPage( document, world )
		: null;
}

const THIRD = { type: 'Rôle', email: 'E-mail', reference: 'Réf.' };

const ITEM = {
	type: 'Type',
	reference: 'Réf.',
	reference_price_taxes_exc: 'Prix HT',
};

function recordPage(
	title: string,
	record: JsonObject & { id: number },
	fields: Record< string, string >
): string {
	return page(
		title,
		html`<table>
			<tbody>
				<tr>
					<th>Id</th>
					<td>${ record.id }</td>
				</tr>
				${ Object.entries( fields ).map(
					( [ field, label ] ) =>
						html`<tr>
							<th>${ label }</th>
							<td>${ textOf( record[ field ] ) }</td>
						</tr>`
				) }
			</tbody>
		</table>`
	);
}
