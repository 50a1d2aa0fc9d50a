<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Rights;

defined( 'ABSPATH' ) || exit;

/**
 * What the person behind the access must be allowed: the nineteen privileges that Sellsy's own documentation asks for,
 * as its screens name them (Réglages › Profils de privilèges). For some of them Sellsy says so itself (`_embed.acl` of
 * `GET /staffs/{id}`); for those that are about all records against one's own it says whether any may be seen; for
 * three it says nothing, unless the person is an administrator.
 *
 * @assumes administrator-has-all
 */
final class Privilege {

	/** Whether seeing is allowed at all shows; whether all are seen does not. */
	private const ALL = true;

	/** Words, rights that need it (none: every document does), names in Sellsy's answer, whether it is about all. */
	private const ROWS = [
		[
			'Clients / Niveau de visualisation des clients : Tous',
			[ 'companies.read', 'individuals.read' ],
			[ 'view_companies', 'view_individuals' ],
			self::ALL,
		],
		[
			'Clients / Créer des clients',
			[ 'companies.write', 'individuals.write' ],
			[ 'create_companies', 'create_individuals' ],
		],
		[
			'Contacts / Niveau de visualisation des contacts : Tous',
			[ 'contacts.read' ],
			[ 'view_contacts' ],
			self::ALL,
		],
		[ 'Contacts / Créer des contacts', [ 'contacts.write' ], [ 'create_contacts' ] ],
		[ 'Facturation / Accès au module Facturation', [], [ 'view_invoices' ] ],
		[
			'Facturation / Niveau de visualisation des factures : Toutes',
			[ 'invoices.read' ],
			[ 'view_invoices' ],
			self::ALL,
		],
		[ 'Facturation / Créer des factures', [ 'invoices.write' ], [ 'create_invoices' ] ],
		[ 'Facturation / Valider des factures', [ 'invoices.validate' ], [ 'validate_invoices' ] ],
		[
			'Facturation / Niveau de visualisation des avoirs : Tous',
			[ 'credit-notes.read' ],
			[ 'view_credit_notes' ],
			self::ALL,
		],
		[ 'Facturation / Créer des avoirs', [ 'credit-notes.write' ], [ 'create_credit_notes' ] ],
		[ 'Facturation / Valider des avoirs', [ 'credit-notes.validate' ], [ 'validate_credit_notes' ] ],
		[
			'Facturation / Niveau de visualisation des bons de commande : Tous',
			[ 'orders.read' ],
			[ 'view_orders' ],
			self::ALL,
		],
		[ 'Facturation / Créer des bons de commande', [ 'orders.write' ], [ 'create_orders' ] ],
		[
			'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard',
			[ 'orders.write' ],
			[],
		],
		[
			'Facturation / Niveau de visualisation des modèles : Tous',
			[ 'models.read' ],
			[ 'view_document_models' ],
			self::ALL,
		],
		[ 'Facturation / Autoriser à ajouter des lignes simples dans les documents', [], [] ],
		[ 'Catalogue / Créer des produits et services', [ 'items.write' ], [ 'create_items' ] ],
		[ 'Catalogue / Modifier des produits et services', [ 'items.write' ], [ 'update_items' ] ],
		[ 'Catalogue / Gestion des déclinaisons', [], [] ],
	];

	/**
	 * @param list<string> $rights names as of `RouteScopes::rights()`.
	 * @param list<string> $fields in Sellsy's answer.
	 */
	private function __construct(
		public readonly string $words,
		private readonly array $rights,
		private readonly array $fields,
		private readonly bool $is_about_all = false,
	) {}

	/** @return list<self> */
	public static function all(): array {
		return array_map( static fn ( array $row ): self => new self( ...$row ), self::ROWS );
	}

	/**
	 * @param list<string> $rights
	 * @return list<self> those that at least one of these rights needs.
	 */
	public static function of( array $rights ): array {
		return array_values(
			array_filter(
				self::all(),
				static fn ( self $one ): bool => array_intersect( $one->rights, $rights ) !== []
			)
		);
	}

	/** @return list<self> those that every document needs. */
	public static function of_all(): array {
		return array_values( array_filter( self::all(), static fn ( self $one ): bool => $one->rights === [] ) );
	}

	/** What goes with this right before all others; null where Sellsy's screens have no name for it. */
	public static function first_of( string $right ): ?self {
		return self::of( [ $right ] )[0] ?? null;
	}

	/**
	 * Something was done that takes it. That all may be seen no deed shows.
	 *
	 * @param list<string> $done names of rights by which something was done.
	 */
	public function is_shown_by( array $done ): bool {
		return ! $this->is_about_all
			&& $this->rights !== []
			&& array_diff( $this->rights, $done ) === []
			&& self::first_of( $this->rights[0] )?->words === $this->words;
	}

	/** @return list<string> every name in Sellsy's answer that is asked for. */
	public static function fields(): array {
		$fields = array_map( static fn ( self $one ): array => $one->fields, self::all() );
		return array_values( array_unique( array_merge( ...$fields ) ) );
	}

	/**
	 * @param array<string, bool> $acl what Sellsy said of the person, by its names.
	 * @return bool|null null where it cannot be seen before the first document.
	 */
	public function is_given( array $acl, bool $is_administrator ): ?bool {
		$said = array_map( static fn ( string $field ): ?bool => $acl[ $field ] ?? null, $this->fields );
		return match ( true ) {
			$is_administrator => true,
			in_array( false, $said, true ) => false,
			$said === [] || $this->is_about_all || in_array( null, $said, true ) => null,
			default => true,
		};
	}
}
