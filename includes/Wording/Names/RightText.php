<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Right;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\Privilege;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/**
 * A right in the shop owner's words. A scope belongs to the API access, a privilege to the person it acts as.
 *
 * @phpstan-type RightAnswer array{
 *     // Its name: the scope, or one of its own where a privilege is needed beside the same scope.
 *     right: string,
 *     // To tick on the API access at Sellsy.
 *     scope: string,
 *     // unseen: the first document that needs it tells.
 *     state: value-of<RightState>,
 *     // What cannot be done without it.
 *     text: string,
 *     // Empty for a right that was seen.
 *     next_step: string,
 * }
 */
final class RightText {

	/**
	 * What the person must be allowed for this kind of document.
	 *
	 * @param ?DocumentKind $kind null for what all of them need.
	 * @return list<string> in Sellsy's words.
	 */
	public function privileges( ?DocumentKind $kind ): array {
		$privileges = [
			...Privilege::of( NeededRights::rights( $kind ) ),
			...( $kind === null ? Privilege::of_all() : [] ),
		];
		return array_map( static fn ( Privilege $one ): string => $one->words, $privileges );
	}

	/** @return RightAnswer */
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
			static fn ( string $right ): string => Privilege::first_of( $right )->words ?? '',
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
		$privilege = Privilege::first_of( $right->name )->words ?? '';
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
