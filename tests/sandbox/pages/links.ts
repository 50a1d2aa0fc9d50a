import { KINDS } from '../kinds.ts';
import type { SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export function documentLink( { id, kind, number }: SellsyDocument ): Html {
	return html`<a href="/app/?_f=${ KINDS[ kind ].page }&id=${ id }"
		>${ number || `Brouillon ${ id }` }</a
	>`;
}

/** Where a document comes from, what was made from it, and the money and credits set against it. */
export function linksOf( document: SellsyDocument, world: World ): Html {
	const lines = [
		...family( document, world ),
		...credits( document, world ),
		...payments( document, world ),
	];
	return lines.length === 0
		? html``
		: html`<h2>Liens</h2>
				<ul>
					${ lines.map( ( line ) => html`<li>${ line }</li>` ) }
				</ul>`;
}

function named( document: SellsyDocument, after: string ): Html {
	return html`${ KINDS[ document.kind ].label.one }
	${ documentLink( document ) } ${ after }`;
}

function family( document: SellsyDocument, { state }: World ): Html[] {
	const { parent } = document;
	const origin =
		parent === null ? undefined : state.documents.get( parent.id );
	const children = [ ...state.documents.values() ].filter(
		( child ) =>
			child.parent?.type === document.kind &&
			child.parent.id === document.id
	);
	return [
		...( origin?.kind === parent?.type && origin !== undefined
			? [ html`Issu de : ${ named( origin, '' ) }` ]
			: [] ),
		...children.map( ( child ) => named( child, '' ) ),
	];
}

function credits( { id }: SellsyDocument, { state }: World ): Html[] {
	return state.credit_links.flatMap( ( link ) => {
		const isOwn = link.invoice_id === id || link.credit_note_id === id;
		const other = state.documents.get(
			link.invoice_id === id ? link.credit_note_id : link.invoice_id
		);
		return isOwn && other !== undefined
			? [ named( other, `${ link.amount } ${ other.currency }` ) ]
			: [];
	} );
}

function payments( document: SellsyDocument, { state }: World ): Html[] {
	return state.payment_links
		.filter( ( { document_id } ) => document_id === document.id )
		.map( ( { payment_id, amount } ) => {
			const payment = state.payments.get( payment_id );
			const method = state.reference.payment_methods.find(
				( { id } ) => id === payment?.payment_method_id
			);
			return html`Paiement ${ payment?.number ?? payment_id } ·
			${ method?.label ?? '' } · ${ payment?.paid_at ?? '' } · ${ amount }
			${ document.currency }`;
		} );
}
