<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Payments\MethodProposals;
use PHPUnit\Framework\TestCase;

final class MethodProposalsTest extends TestCase {

	private const METHODS = [
		1 => 'Carte bancaire',
		2 => 'Chèque',
		3 => 'Virement bancaire',
		4 => 'Espèces',
		5 => 'PayPal',
		6 => 'Prélèvement',
		7 => 'Klarna 3x',
		8 => 'Avoir client',
	];

	/**
	 * @testWith ["stripe", "Carte bancaire", 1]
	 *           ["stripe", "Credit / Debit Card", 1]
	 *           ["woocommerce_payments", "Card", 1]
	 *           ["square_credit_card", "Credit card (Square)", 1]
	 *           ["ppcp-gateway", "PayPal", 5]
	 *           ["ppcp-credit-card-gateway", "Carte de crédit", 1]
	 *           ["bacs", "Virement bancaire", 3]
	 *           ["bacs", "Direct bank transfer", 3]
	 *           ["cheque", "Paiements par chèque", 2]
	 *           ["cod", "Paiement à la livraison", 4]
	 *           ["stripe_sepa", "SEPA Direct Debit", 6]
	 *           ["klarna_payments", "Payer en 3 fois", 7]
	 *           ["store_credit", "Store credit", 8]
	 */
	public function test_the_usual_gateways_find_their_method( string $id, string $title, int $method ): void {
		self::assertSame( $method, $this->proposals( self::METHODS )->for_gateway( $id, $title )['method_id'] ?? null );
	}

	/**
	 * @testWith ["alma", "Alma, en plusieurs fois"]
	 *           ["gift_card", "Gift card"]
	 *           ["unknown_gateway", "Paiement bancaire"]
	 *           ["unnamed", "Commandes sans moyen de paiement (virement ou autre)"]
	 */
	public function test_nothing_is_proposed_where_no_name_fits( string $id, string $title ): void {
		self::assertNull( $this->proposals( self::METHODS )->for_gateway( $id, $title ) );
	}

	public function test_a_method_of_the_gateways_own_name_goes_before_its_means(): void {
		self::assertSame(
			9,
			$this->proposals(
				[
					1 => 'Carte bancaire',
					9 => 'Stripe',
				]
			)->for_gateway(
				'stripe',
				'Carte bancaire'
			)['method_id'] ?? null
		);
		self::assertSame(
			9,
			$this->proposals(
				[
					1 => 'Carte bancaire',
					9 => 'Mandat administratif',
				]
			)->for_gateway(
				'mandat',
				'Mandat administratif'
			)['method_id'] ?? null
		);
	}

	/** A gift card would take the money of the bank cards. */
	public function test_the_first_of_several_is_not_certain(): void {
		$several = $this->proposals(
			[
				1 => 'Carte cadeau',
				2 => 'Carte bancaire',
			]
		)->for_gateway( 'stripe', 'Card' );
		$only    = $this->proposals( self::METHODS )->for_gateway( 'stripe', 'Card' );

		self::assertSame( [ false, true ], [ $several['is_certain'] ?? null, $only['is_certain'] ?? null ] );
	}

	/** @param array<int, string> $labels by id. */
	private function proposals( array $labels ): MethodProposals {
		$methods = [];
		foreach ( $labels as $id => $label ) {
			$methods[] = [
				'id'    => $id,
				'label' => $label,
			];
		}
		return new MethodProposals( $methods );
	}
}
