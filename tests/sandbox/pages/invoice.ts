import { objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { nameOf } from '../routes/invoice-views.ts';
import { remainingDue, statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type { Invoice } from '../state.ts';
import type { World } from '../world.ts';
import { html, page } from './html.ts';
import type { Html } from './html.ts';

/** The document as the link on an order opens it. */
export function invoicePage( invoice: Invoice, world: World ): string {
	const third = thirdsOf( world.state, invoice.third.type ).get(
		invoice.third.id
	);
	const title =
		invoice.number === ''
			? `Facture – brouillon ${ invoice.id }`
			: `Facture ${ invoice.number }`;
	return page(
		title,
		html`<p>
				<span class="tag">${ statusOf( invoice, world ) }</span>
				${ nameOf( third ) } · ${ invoice.date } · échéance
				${ invoice.due_date }
			</p>
			<p>
				${ textOf( invoice.body[ 'subject' ] ) }
				<span class="muted"
					>${ textOf( invoice.body[ 'order_reference' ] ) }</span
				>
			</p>
			<p>${ textOf( invoice.body[ 'note' ] ) }</p>
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
					${ invoice.rows.map( rowOf ) }
				</tbody>
			</table>
			${ taxes( invoice ) } ${ totals( invoice, world ) }
			${ actions( invoice ) }`
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

function taxes( invoice: Invoice ): Html {
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
				${ invoice.taxes.map(
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

function totals( invoice: Invoice, world: World ): Html {
	const amounts = objectOf( invoice.amounts );
	return html`<h2>Totaux</h2>
		<table>
			<tbody>
				<tr>
					<th>Total HT</th>
					<td class="number">
						${ textOf( amounts[ 'total_excl_tax' ] ) }
						${ invoice.currency }
					</td>
				</tr>
				<tr>
					<th>Total TTC</th>
					<td class="number">
						${ invoice.total } ${ invoice.currency }
					</td>
				</tr>
				<tr>
					<th>Reste dû</th>
					<td class="number">
						${ remainingDue( invoice, world ) }
						${ invoice.currency }
					</td>
				</tr>
			</tbody>
		</table>`;
}

/** What a person can do in Sellsy's back office. */
function actions( invoice: Invoice ): Html {
	if ( invoice.status !== 'draft' ) {
		return html``;
	}
	return html`<h2>Comme une personne dans Sellsy / As a person in Sellsy</h2>
		<form class="inline" method="post">
			<button formaction="/_sandbox/invoices/${ invoice.id }/validate">
				Finaliser
			</button>
			<button formaction="/_sandbox/invoices/${ invoice.id }/delete">
				Supprimer
			</button>
		</form>`;
}
