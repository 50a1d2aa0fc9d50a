<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Right;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/** A right in the shop owner's words. A scope belongs to the API access, a privilege to the person it acts as. */
final class RightText {

	/** As Sellsy's screens name them (Réglages › Profils de privilèges), by the name of the right. */
	private const PRIVILEGES = [
		'companies.read'        => 'Clients / Niveau de visualisation des clients : Tous',
		'individuals.read'      => 'Clients / Niveau de visualisation des clients : Tous',
		'companies.write'       => 'Clients / Créer des clients',
		'individuals.write'     => 'Clients / Créer des clients',
		'contacts.read'         => 'Contacts / Niveau de visualisation des contacts : Tous',
		'contacts.write'        => 'Contacts / Créer des contacts',
		'invoices.read'         => 'Facturation / Niveau de visualisation des factures : Toutes',
		'invoices.write'        => 'Facturation / Créer des factures',
		'invoices.validate'     => 'Facturation / Valider des factures',
		'credit-notes.read'     => 'Facturation / Niveau de visualisation des avoirs : Tous',
		'credit-notes.write'    => 'Facturation / Créer des avoirs',
		'credit-notes.validate' => 'Facturation / Valider des avoirs',
		'orders.read'           => 'Facturation / Niveau de visualisation des bons de commande : Tous',
		'orders.write'          => 'Facturation / Créer des bons de commande',
		'models.read'           => 'Facturation / Niveau de visualisation des modèles : Tous',
		'items.write'           => 'Catalogue / Créer des produits et services',
	];

	/** Further privileges that the person needs and that no call shows; by kind of document, '' for all. */
	private const FURTHER = [
		''      => [
			'Catalogue / Modifier des produits et services',
			'Facturation / Accès au module Facturation',
			'Facturation / Autoriser à ajouter des lignes simples dans les documents',
		],
		'order' => [
			'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard',
		],
	];

	/**
	 * What the person must be allowed for this kind of document.
	 *
	 * @param ?DocumentKind $kind null for what all of them need.
	 * @return list<string> in Sellsy's words.
	 */
	public function privileges( ?DocumentKind $kind ): array {
		$rights = array_flip( NeededRights::rights( $kind ) );
		$named  = array_values( array_intersect_key( self::PRIVILEGES, $rights ) );
		return array_values( array_unique( [ ...$named, ...( self::FURTHER[ $kind->value ?? '' ] ?? [] ) ] ) );
	}

	/** @return array{right: string, scope: string, state: string, text: string, next_step: string} */
	public function texts( Right $right ): array {
		return [
			'right'     => $right->name,
			'scope'     => $right->scope,
			'state'     => $right->state->value,
			'text'      => $this->text( $right->name ),
			'next_step' => $this->next_step( $right ),
		];
	}

	/** The privilege for a route that Sellsy refused; empty where its screens have no name for it. */
	public function privilege( string $route ): string {
		$names = array_map(
			static fn ( string $right ): string => self::PRIVILEGES[ $right ] ?? '',
			RouteScopes::rights( $route )
		);
		return implode(
			', ',
			array_unique( array_filter( $names, static fn ( string $name ): bool => $name !== '' ) )
		);
	}

	private function text( string $name ): string {
		return match ( $name ) {
			'companies.read', 'individuals.read'   =>
				__( 'Existing customers cannot be found, so no invoice can be made.', 'orderinvoicer' ),
			'companies.write', 'individuals.write' => __( 'New customers cannot be created.', 'orderinvoicer' ),
			'contacts.read', 'contacts.write'      =>
				__( 'The contact persons of companies cannot be found or created.', 'orderinvoicer' ),
			'invoices.read'                        =>
				__( 'Invoices cannot be looked up, so none can be made safely.', 'orderinvoicer' ),
			'invoices.write'                       => __( 'Invoices cannot be created or finalised.', 'orderinvoicer' ),
			'invoices.validate'                    =>
				__( 'Invoices stay drafts: they cannot be made final.', 'orderinvoicer' ),
			'credit-notes.validate'                =>
				__( 'Credit notes stay drafts: they cannot be made final.', 'orderinvoicer' ),
			'items.read', 'items.write'            =>
				__( 'Products cannot be found or created; lines would be free text.', 'orderinvoicer' ),
			'taxes.read'                           =>
				__( 'The taxes of Sellsy cannot be read, so none can be assigned.', 'orderinvoicer' ),
			'taxes.write'                          => __(
				'Missing taxes cannot be created at Sellsy from here; everything else works without it.',
				'orderinvoicer'
			),
			'rate-categories.read'                 =>
				__( 'The rate categories cannot be read, and each invoice needs one.', 'orderinvoicer' ),
			'payment-terms.read'                   => __( 'The payment terms cannot be read.', 'orderinvoicer' ),
			'models.read'                          => __( 'The document models cannot be read.', 'orderinvoicer' ),
			'estimates.read', 'estimates.write'    => __( 'Estimates cannot be found or created.', 'orderinvoicer' ),
			'orders.read', 'orders.write'          => __( 'Orders cannot be found or created.', 'orderinvoicer' ),
			'credit-notes.read',
			'credit-notes.write' => __( 'Credit notes cannot be found, created or finalised.', 'orderinvoicer' ),
			'payments.read', 'payments.write'      => __( 'Payments cannot be found or recorded.', 'orderinvoicer' ),
			'webhooks.read', 'webhooks.write'      => __(
				'Sellsy cannot tell this shop at once what happens there; it is looked up every few minutes instead.',
				'orderinvoicer'
			),
			'api-v1'                               => __(
				'Delivery notes and proformas cannot be created: only the older interface of Sellsy (API v1) can.',
				'orderinvoicer'
			),
			'accounts.read'                        =>
				__( 'The currencies and units of the account cannot be read.', 'orderinvoicer' ),
			'staffs.read'                          =>
				__( 'Your team cannot be read, so no owner can be chosen for invoices.', 'orderinvoicer' ),
			default                                =>
				__( 'A part of what this plugin does is not allowed.', 'orderinvoicer' ),
		};
	}

	private function next_step( Right $right ): string {
		return match ( $right->state ) {
			RightState::Seen    => '',
			RightState::Missing => $this->how_to_give( $right ),
			RightState::Unseen  =>
				__( 'The first document that needs it will show whether it is there.', 'orderinvoicer' ),
		};
	}

	private function how_to_give( Right $right ): string {
		$privilege = self::PRIVILEGES[ $right->name ] ?? '';
		if ( $privilege === '' ) {
			return sprintf(
				/* translators: %s: name of a scope at Sellsy. */
				__( 'At Sellsy, tick %s on the API access of this shop, then test again.', 'orderinvoicer' ),
				$right->scope
			);
		}
		return sprintf(
			/* translators: 1: name of a scope at Sellsy, 2: name of a privilege at Sellsy. */
			__( 'At Sellsy, tick %1$s on the API access of this shop and give its person the privilege "%2$s", then test again.', 'orderinvoicer' ),
			$right->scope,
			$privilege
		);
	}
}
