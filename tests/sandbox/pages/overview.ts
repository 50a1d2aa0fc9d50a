import { textOf } from '../../contract/json.ts';
import { documentsOf } from '../documents.ts';
import { FAULT_MODES } from '../faults.ts';
import { KINDS, KIND_NAMES } from '../kinds.ts';
import { nameOf } from '../routes/document-views.ts';
import { statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type {
	DocumentKind,
	SellsyDocument,
	Third,
	ThirdKind,
} from '../state.ts';
import type { Call, World } from '../world.ts';
import { html, page } from './html.ts';
import type { Html } from './html.ts';
import { documentLink } from './links.ts';

const CALLS_SHOWN = 100;

/** What the sandbox holds, newest first. */
export function overviewPage( world: World ): string {
	return page(
		'Sandbox Sellsy',
		html`<p class="muted">
				Ce serveur remplace Sellsy pour les essais : rien n’est envoyé à
				Sellsy. / Stands in for Sellsy: nothing leaves this machine.
			</p>
			${ KIND_NAMES.map( ( kind ) => documents( kind, world ) ) }
			${ customers( world ) } ${ catalogue( world ) } ${ faults( world ) }
			${ violations( world ) } ${ calls( world ) }`
	);
}

function documents( kind: DocumentKind, world: World ): Html {
	const found = documentsOf( kind, world.state ).reverse();
	return html`<h2>${ KINDS[ kind ].label.many } (${ found.length })</h2>
		<table>
			<thead>
				<tr>
					<th>N°</th>
					<th>Réf.</th>
					<th>Client</th>
					<th>Date</th>
					<th>Statut</th>
					<th class="number">Total TTC</th>
				</tr>
			</thead>
			<tbody>
				${ found.map( ( document ) => documentRow( document, world ) ) }
			</tbody>
		</table>`;
}

function documentRow( document: SellsyDocument, world: World ): Html {
	const third = thirdsOf( world.state, document.third.type ).get(
		document.third.id
	);
	const { body } = document;
	return html`<tr>
		<td>${ documentLink( document ) }</td>
		<td>
			${ textOf( body[ 'order_reference' ] ) || textOf( body[ 'subject' ] ) }
		</td>
		<td>${ nameOf( third ) }</td>
		<td>${ document.date }</td>
		<td><span class="tag">${ statusOf( document, world ) }</span></td>
		<td class="number">${ document.total } ${ document.currency }</td>
	</tr>`;
}

function customers( world: World ): Html {
	const row = ( kind: ThirdKind ) => ( third: Third ) =>
		html`<tr>
			<td>${ third.id }</td>
			<td>${ kind === 'company' ? 'Société' : 'Particulier' }</td>
			<td>${ nameOf( third ) }</td>
			<td>${ third.email ?? '' }</td>
			<td>${ third.reference ?? '' }</td>
			<td><span class="tag">${ third.type }</span></td>
		</tr>`;
	const rows = [
		...[ ...world.state.companies.values() ].map( row( 'company' ) ),
		...[ ...world.state.individuals.values() ].map( row( 'individual' ) ),
	];
	return html`<h2>Clients / Customers (${ rows.length })</h2>
		<table>
			<thead>
				<tr>
					<th>Id</th>
					<th>Type</th>
					<th>Nom</th>
					<th>E-mail</th>
					<th>Réf.</th>
					<th>Rôle</th>
				</tr>
			</thead>
			<tbody>
				${ rows }
			</tbody>
		</table>`;
}

function catalogue( world: World ): Html {
	const items = [ ...world.state.items.values() ];
	return html`<h2>Catalogue / Items (${ items.length })</h2>
		<table>
			<thead>
				<tr>
					<th>Id</th>
					<th>Réf.</th>
					<th>Nom</th>
					<th class="number">Prix HT</th>
				</tr>
			</thead>
			<tbody>
				${ items.map(
					( item ) =>
						html`<tr>
							<td>${ item.id }</td>
							<td>${ item.reference }</td>
							<td>${ item.name }</td>
							<td class="number">
								${ item.reference_price_taxes_exc }
							</td>
						</tr>`
				) }
			</tbody>
		</table>`;
}

function faults( world: World ): Html {
	const armed = world.faults.list();
	return html`<h2>Pannes / Faults</h2>
		<form class="inline" method="post" action="/_sandbox/faults">
			<label
				>Panne<select name="mode">
					${ FAULT_MODES.map( ( mode ) => html`<option>${ mode }</option>` ) }
				</select></label
			>
			<label
				>Méthode<select name="method">
					<option value="">toutes</option>
					<option>GET</option>
					<option>POST</option>
					<option>PUT</option>
					<option>DELETE</option>
				</select></label
			>
			<label>Chemin<input name="path" placeholder="/invoices" /></label>
			<label
				>Fois (0 = toujours)<input
					name="times"
					type="number"
					min="0"
					value="1"
			/></label>
			<label
				>Durée (ms)<input name="ms" type="number" min="0" value="2000"
			/></label>
			<button>Armer</button>
			<button formaction="/_sandbox/faults/clear">Tout retirer</button>
		</form>
		<ul>
			${ armed.map(
				( { mode, method, path, times } ) =>
					html`<li>
						${ mode } ${ method ?? '*' } ${ path ?? '*' } ×
						${ times === 0 ? '∞' : times }
					</li>`
			) }
		</ul>`;
}

function violations( world: World ): Html {
	return html`<h2>
			Écarts au contrat / Contract violations
			(${ world.violations.length })
		</h2>
		<ul>
			${ world.violations.map(
				( { side, operation, field, message } ) =>
					html`<li>
						${ side } ${ operation } — ${ field } : ${ message }
					</li>`
			) }
		</ul>`;
}

function calls( world: World ): Html {
	const shown = world.calls.slice( -CALLS_SHOWN ).reverse();
	return html`<h2>Appels / Calls (${ world.calls.length })</h2>
		<table>
			<thead>
				<tr>
					<th>#</th>
					<th>Appel</th>
					<th>Statut</th>
					<th>Contenu</th>
				</tr>
			</thead>
			<tbody>
				${ shown.map( callRow ) }
			</tbody>
		</table>`;
}

function callRow( call: Call ): Html {
	const address =
		call.path +
		( call.query === '' ? '' : `?${ decodeURIComponent( call.query ) }` );
	return html`<tr>
		<td>${ call.id }</td>
		<td>
			${ call.method } ${ address }<br /><span class="muted"
				>${ call.at } · ${ call.duration_ms } ms
				${ call.fault ?? '' }</span
			>
		</td>
		<td>${ call.status === 0 ? '—' : call.status }</td>
		<td>
			<details>
				<summary>voir</summary>
				<pre>${ JSON.stringify( call.request, null, 2 ) }</pre>
				<pre>${ JSON.stringify( call.response, null, 2 ) }</pre>
			</details>
		</td>
	</tr>`;
}
