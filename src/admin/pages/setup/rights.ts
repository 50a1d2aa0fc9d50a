import type { Kind } from '../../../schemas/settings';

/**
 * What a connection must be allowed to do. Scopes are ticked on the access (`Sellsy\Rights\RouteScopes` says which route needs
 * which), privileges belong to the person it acts as; both in Sellsy's own words (`Wording\Names\RightText`), which are French
 * whatever the page speaks.
 */
type Rights = { scopes: readonly string[]; privileges: readonly string[] };

const ALWAYS: Rights = {
	scopes: [
		'accounts.read',
		'staffs.read',
		'taxes.read',
		'rate-categories.read',
		'payment-terms.read',
		'models.read',
		'companies.read',
		'companies.write',
		'individuals.read',
		'individuals.write',
		'contacts.read',
		'contacts.write',
		'items.read',
		'items.write',
	],
	privileges: [
		'Clients / Niveau de visualisation des clients : Tous',
		'Clients / Créer des clients',
		'Contacts / Niveau de visualisation des contacts : Tous',
		'Contacts / Créer des contacts',
		'Catalogue / Créer des produits et services',
		'Catalogue / Modifier des produits et services',
		'Facturation / Accès au module Facturation',
		'Facturation / Niveau de visualisation des modèles : Tous',
		'Facturation / Autoriser à ajouter des lignes simples dans les documents',
	],
};

/** The old API knows no finer rights than this one. */
const V1: Rights = { scopes: [ 'api-v1' ], privileges: [] };

const OF_KIND: Record< Kind, Rights > = {
	estimate: {
		scopes: [ 'estimates.read', 'estimates.write' ],
		privileges: [],
	},
	order: {
		scopes: [ 'orders.read', 'orders.write' ],
		privileges: [
			'Facturation / Niveau de visualisation des bons de commande : Tous',
			'Facturation / Créer des bons de commande',
			'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard',
		],
	},
	delivery: V1,
	proforma: V1,
	invoice: {
		scopes: [
			'invoices.read',
			'invoices.write',
			'payments.read',
			'payments.write',
		],
		privileges: [
			'Facturation / Niveau de visualisation des factures : Toutes',
			'Facturation / Créer des factures',
			'Facturation / Valider des factures',
		],
	},
	creditnote: {
		scopes: [ 'credit-notes.read', 'credit-notes.write' ],
		privileges: [
			'Facturation / Niveau de visualisation des avoirs : Tous',
			'Facturation / Créer des avoirs',
			'Facturation / Valider des avoirs',
		],
	},
};

/** What most shops begin with, until its owner says otherwise. */
export const USUAL = 'paid';

export function rightsFor( kinds: readonly Kind[] ): Rights {
	const all = [ ALWAYS, ...kinds.map( ( kind ) => OF_KIND[ kind ] ) ];
	const once = ( texts: string[] ) => [ ...new Set( texts ) ];
	return {
		scopes: once( all.flatMap( ( { scopes } ) => scopes ) ),
		privileges: once( all.flatMap( ( { privileges } ) => privileges ) ),
	};
}
