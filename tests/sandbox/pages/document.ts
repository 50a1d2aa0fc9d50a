import { objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { KINDS } from '../kinds.ts';
import { nameOf } from '../routes/document-views.ts';
import { remainingDue } from '../rules/remaining.ts';
import { statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type { SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { html, page } from './html.ts';
import type { Html } from './html.ts';
import { linksOf } from './links.ts';

/** The document as the link on an order opens it. */
export function documentPage( document: SellsyDocument, world: World ): string {
	const third = thirdsOf( world.state, document.third.type ).get(
		document.third.id
	);
	const { label } = KINDS[ document.kind ];
	return page(
		document.number === ''
			? `${ label.one } – brouillon ${ document.id }`
			: `${ label.one } ${ document.number }`,
		html`<p>
				<span class="tag">${ statusOf( document, world ) }</span>
				${ deliveryTag( document ) } ${ nameOf( third ) } ·
				${ document.date } · échéance ${ document.due_date }
			</p>
			<p>
				${ textOf( document.body[ 'subject' ] ) }
				<span class="muted"
					>${ textOf( document.body[ 'order_reference' ] ) }</span
				>
			</p>
			<p>${ textOf( document.body[ 'note' ] ) }</p>
			<table>
				<thead>
					<tr>
						<th>Réf.</th>
						<th>Désignation</th>
						<th class="number">Qté</th>
						<th class="number">PU HT</th>
						<th class="number">TVA</th>
						<th class="number">Total HT</th>
					</tr>
				</thead>
				<tbody>
					${ document.rows.map( rowOf ) }
				</tbody>
			</table>
			${ taxes( document ) } ${ totals( document, world ) }
			${ linksOf( document, world ) } ${ actions( document ) }`
	);
}

function rowOf( row: JsonObject ): Html {
	if ( row[ 'unit_amount' ] === undefined ) {
		return html`<tr>
			<td></td>
			<td colspan="5">
				${ textOf( row[ 'text' ] ) || textOf( row[ 'type' ] ) }
			</td>
		</tr>`;
	}
	return html`<tr>
		<td>${ textOf( row[ 'reference' ] ) }</td>
		<td>${ textOf( row[ 'description' ] ) }</td>
		<td class="number">${ textOf( row[ 'quantity' ] ) }</td>
		<td class="number">${ textOf( row[ 'unit_amount' ] ) }</td>
		<td class="number">${ textOf( row[ 'tax_rate' ] ) } %</td>
		<td class="number">${ textOf( row[ 'amount_tax_exc' ] ) }</td>
	</tr>`;
}

function taxes( document: SellsyDocument ): Html {
	return html`<h2>TVA</h2>
		<table>
			<thead>
				<tr>
					<th>Taxe</th>
					<th class="number">Taux</th>
					<th class="number">Montant</th>
				</tr>
			</thead>
			<tbody>
				${ document.taxes.map(
					( tax ) =>
						html`<tr>
							<td>${ textOf( tax[ 'label' ] ) }</td>
							<td class="number">
								${ textOf( tax[ 'rate' ] ) } %
							</td>
							<td class="number">
								${ textOf( tax[ 'amount' ] ) }
							</td>
						</tr>`
				) }
			</tbody>
		</table>`;
}

function totals( document: SellsyDocument, world: World ): Html {
	const amounts = objectOf( document.amounts );
	return html`<h2>Totaux</h2>
		<table>
			<tbody>
				<tr>
					<th>Total HT</th>
					<td class="number">
						${ textOf( amounts[ 'total_excl_tax' ] ) }
						${ document.currency }
					</td>
				</tr>
				<tr>
					<th>Total TTC</th>
					<td class="number">
						${ document.total } ${ document.currency }
					</td>
				</tr>
				<tr>
					<th>Reste dû</th>
					<td class="number">
						${ remainingDue( document, world ) }
						${ document.currency }
					</td>
				</tr>
			</tbody>
		</table>`;
}

function deliveryTag( { delivery_step }: SellsyDocument ): Html {
	return delivery_step === 'none'
		? html``
		: html`<span class="tag">${ delivery_step }</span>`;
}

/** What a person can do in Sellsy's back office. */
function actions( { kind, id, step }: SellsyDocument ): Html {
	if ( step !== 'draft' ) {
		return html``;
	}
	const { path, isFinalised } = KINDS[ kind ];
	return html`<h2>Comme une personne dans Sellsy / As a person in Sellsy</h2>
		<form class="inline" method="post">
			<button formaction="/_sandbox/${ path }/${ id }/validate">
				${ isFinalised ? 'Finaliser' : 'Accepter' }
			</button>
			<button formaction="/_sandbox/${ path }/${ id }/delete">
				Supprimer
			</button>
		</form>`;
}
