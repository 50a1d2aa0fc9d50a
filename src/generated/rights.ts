/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */

/** Scopes are ticked on the access (`Sellsy\Rights\NeededRights`), privileges belong to the person it acts as (`Wording\Names\RightText`). */
export const RIGHTS: Readonly<
	Record< 'always' | 'estimate' | 'order' | 'delivery' | 'proforma' | 'invoice' | 'creditnote', { scopes: readonly string[]; privileges: readonly string[] } >
> = {
	always: {
		scopes: [ 'accounts.read', 'staffs.read', 'taxes.read', 'rate-categories.read', 'payment-terms.read', 'models.read', 'companies.read', 'companies.write', 'individuals.read', 'individuals.write', 'contacts.read', 'contacts.write', 'items.read', 'items.write' ],
		privileges: [ 'Clients / Niveau de visualisation des clients : Tous', 'Clients / Créer des clients', 'Contacts / Niveau de visualisation des contacts : Tous', 'Contacts / Créer des contacts', 'Facturation / Niveau de visualisation des modèles : Tous', 'Catalogue / Créer des produits et services', 'Catalogue / Modifier des produits et services', 'Facturation / Accès au module Facturation', 'Facturation / Autoriser à ajouter des lignes simples dans les documents', 'Catalogue / Gestion des déclinaisons' ],
	},
	estimate: {
		scopes: [ 'estimates.read', 'estimates.write' ],
		privileges: [],
	},
	order: {
		scopes: [ 'orders.read', 'orders.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des bons de commande : Tous', 'Facturation / Créer des bons de commande', 'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard' ],
	},
	delivery: {
		scopes: [ 'api-v1' ],
		privileges: [],
	},
	proforma: {
		scopes: [ 'api-v1' ],
		privileges: [],
	},
	invoice: {
		scopes: [ 'invoices.read', 'invoices.write', 'payments.read', 'payments.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des factures : Toutes', 'Facturation / Créer des factures', 'Facturation / Valider des factures' ],
	},
	creditnote: {
		scopes: [ 'credit-notes.read', 'credit-notes.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des avoirs : Tous', 'Facturation / Créer des avoirs', 'Facturation / Valider des avoirs' ],
	},
};
